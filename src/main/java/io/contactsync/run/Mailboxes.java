package io.contactsync.run;

import io.contactsync.contact.GraphBatches;
import io.contactsync.contact.MailboxContacts;
import io.contactsync.contact.Problem;
import io.contactsync.contact.Sights;
import io.contactsync.core.BatchAnswer;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.Action;
import io.contactsync.core.Dispatch;
import io.contactsync.core.DispatchRules;
import io.contactsync.core.Event;
import io.contactsync.core.Freshness;
import io.contactsync.core.Hold;
import io.contactsync.core.Judgement;
import io.contactsync.core.MailboxGuard;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.Plan;
import io.contactsync.core.Planner;
import io.contactsync.core.Sight;
import io.contactsync.core.Step;
import io.contactsync.core.Tally;
import io.contactsync.core.Totals;
import io.contactsync.journal.JournalException;
import io.contactsync.microsoftgraph.GraphAuthenticationException;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphException;
import io.contactsync.microsoftgraph.GraphRequest;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The steps of one mailbox, as the routes take them: the bean behind {@code sync-mailbox}, {@code write-mailbox} and {@code dispatch-batch}. */
public final class Mailboxes {

    /** What differs from mailbox to mailbox in a reason. */
    private static final Pattern COUNT = Pattern.compile("^\\d+ ");
    /** A wait is taken in slices, so that a stop is noticed. */
    private static final Duration SLICE = Duration.ofSeconds(1);

    /** What is said of creates that are not repeated yet. */
    static final String UNSETTLED = "creates wait until earlier ones of the same contacts have settled";

    private final Runs runs;
    private final Sights sights;
    private final boolean updateIfMatch;

    /**
     * Wired from the configuration.
     *
     * @param sights reads what a second look shows
     * @param updateIfMatch whether updates carry the version that was seen, because Graph heeds it in this tenant
     */
    public Mailboxes(Runs runs, Sights sights, boolean updateIfMatch) {
        this.runs = runs;
        this.sights = sights;
        this.updateIfMatch = updateIfMatch;
    }

    /** Plans a mailbox and asks its guard; reads the current contacts to their end. */
    public MailboxPlan plan(MailboxTask task, Iterator<CurrentContact> current) {
        Run run = runs.of(task.run());
        Plan plan = Planner.plan(run.desired(), run.ownCard(task.mailbox()), current, run.policy(),
                key -> run.recent().contains(task.mailbox(), key), freshness(run, task));
        return guarded(run, task, plan, current instanceof MailboxContacts read && read.isShaky());
    }

    private static Freshness freshness(Run run, MailboxTask task) {
        return new Freshness(run.now(), run.settings().settle(), key -> run.recent().isMade(task.mailbox(), key));
    }

    /** Takes a second look at a mailbox before contacts are created there that a list of several pages may have left out. */
    public MailboxPlan confirm(MailboxPlan planned, Iterator<CurrentContact> again) {
        return new MailboxPlan(planned.task(), Planner.confirm(planned.plan(), again), planned.hold(), planned.dryRun(), false);
    }

    private static MailboxPlan guarded(Run run, MailboxTask task, Plan plan, boolean severalLists) {
        boolean shaky = severalLists && plan.managed() > 0 && plan.count(Action.CREATE) > 0;
        Hold over = MailboxGuard.over(task.mailbox(), plan, run.policy(), run.limits()).orElse(null);
        Hold hold = run.holds().guard(task.mailbox(), plan, run.policy(), over).orElse(null);
        return new MailboxPlan(task, hold == null ? plan : plan.withoutDeletes(), hold, run.request().dryRun(), shaky);
    }

    /** A run that carries a plan out does nothing that is not in it. */
    public MailboxPlan agree(MailboxPlan planned) {
        return planned.with(runs.of(planned.task().run()).plan().agreed(planned));
    }

    /** Begins to write a planned mailbox; after a stop all of it is left for the next run. */
    public Step begin(MailboxPlan planned) {
        Run run = runs.of(planned.task().run());
        DispatchRules rules = DispatchRules.within(run.settings().mailboxDeadline(), updateIfMatch);
        String mailbox = planned.task().mailbox();
        return runs.isEnding(run) ? Dispatch.stopped(mailbox, planned.plan(), rules, runs.clock().instant())
                : Dispatch.begin(mailbox, planned.plan(), rules, runs.clock().instant());
    }

    /** The batch as Graph's requests. */
    public List<GraphRequest> requests(MailboxTask task, Step step) {
        return GraphBatches.requests(step.send(), runs.of(task.run())::rendered, updateIfMatch);
    }

    /** The second look as Graph's requests. */
    public List<GraphRequest> questions(Step step) {
        return GraphBatches.requests(step.look());
    }

    /** Graph has answered the second look. */
    public Step looked(MailboxTask task, Step step, GraphBatchResponse response) {
        List<Sight> seen = sights.of(step.look(), response, runs.of(task.run()).policy());
        return stoppable(task, step).on(new Event.Looked(seen, ThreadLocalRandom.current().nextDouble()), runs.clock().instant());
    }

    /** The mailbox was listed once more after its first creates; reads the list to its end. */
    public Step listed(MailboxTask task, Step step, Iterator<CurrentContact> again) {
        Run run = runs.of(task.run());
        int strangers = freshness(run, task).strangers(again, run.policy(), step.state().first()::isOurs);
        return stoppable(task, step).on(new Event.Listed(strangers), runs.clock().instant());
    }

    /** The dispatch, told of a stop if there was one meanwhile. */
    private Dispatch stoppable(MailboxTask task, Step step) {
        return runs.isEnding(runs.of(task.run())) ? step.state().on(new Event.Stop(), runs.clock().instant()).state() : step.state();
    }

    /** Graph has answered the batch in flight. */
    public Step answered(MailboxTask task, Step step, GraphBatchResponse response) {
        BatchAnswer answer = GraphBatches.answer(response);
        return stoppable(task, step).on(new Event.Came(answer, ThreadLocalRandom.current().nextDouble()), runs.clock().instant());
    }

    /** How long to wait now, in milliseconds; at most a second, then it is asked again. */
    public long waitMillis(Step step) {
        Duration wait = step.waitFrom(runs.clock().instant());
        runs.waits(step);
        return Math.max(1, Math.min(SLICE.toMillis(), wait.toMillis()));
    }

    /** A slice of the wait is over. */
    public Step due(MailboxTask task, Step step) {
        return step.state().on(runs.isEnding(runs.of(task.run())) ? new Event.Stop() : new Event.Due(), runs.clock().instant());
    }

    // What the routes ask. Asked here and not as ${body...}: Camel would hash the whole plan to look its class up.

    /** Whether the mailbox is to be listed once more before anything is created in it. */
    public boolean isShaky(MailboxPlan planned) {
        return planned.shaky();
    }

    /** Whether our category may be missing in the mailbox's list. */
    public boolean isFirst(MailboxPlan planned) {
        return planned.isFirst() && !runs.isEnding(runs.of(planned.task().run()));
    }

    /** Whether anything is to be written. */
    public boolean isToBeWritten(MailboxPlan planned) {
        return planned.isToBeWritten();
    }

    /** Whether anything is left to be done. Camel's loop asks after a failure too, and then with whatever the body was: another failure here would hide it. */
    public boolean isRunning(Object body) {
        return body instanceof Step step && step.isRunning();
    }

    /** Whether a batch is to be sent. */
    public boolean isSending(Step step) {
        return step.isSending();
    }

    /** Whether contacts are to be looked at once more. */
    public boolean isLooking(Step step) {
        return step.isLooking();
    }

    /** Whether the mailbox is to be listed once more. */
    public boolean isListing(Step step) {
        return step.isListing();
    }

    /** The result of a mailbox that was written. */
    public MailboxResult written(MailboxPlan planned, Step last) {
        Tally tally = last.state().tally();
        if (tally.isClean()) {
            return unwritten(planned, tally);
        }
        String counts = String.format(Locale.ROOT, "%d rejected, %d in doubt, %d left for the next run",
                tally.rejected(), tally.unknown(), tally.deferred());
        Run run = runs.of(planned.task().run());
        String reason = last.state().first().strangers() ? Notes.strangers(run.settings().settle()) : counts;
        return result(planned, MailboxResult.Status.FAILED, reason, reason.equals(counts) ? "not all of it was done" : reason, tally);
    }

    /** The result of a mailbox with nothing to write, or of a dry run. */
    public MailboxResult unwritten(MailboxPlan planned) {
        Plan plan = planned.plan();
        return unwritten(planned, new Tally(plan.count(Action.CREATE), plan.count(Action.UPDATE), plan.count(Action.DELETE), 0, 0, 0));
    }

    private MailboxResult unwritten(MailboxPlan planned, Tally tally) {
        if (planned.isHeld()) {
            return held(planned, tally);
        }
        String left = left(planned);
        MailboxResult.Status status = left.isEmpty() ? MailboxResult.Status.DONE : MailboxResult.Status.FAILED;
        return result(planned, status, left, COUNT.matcher(left).replaceFirst(""), tally);
    }

    /** What a mailbox lacks although its plan was carried out; empty if it lacks nothing. */
    private String left(MailboxPlan planned) {
        Plan.Kept kept = planned.plan().kept();
        Run run = runs.of(planned.task().run());
        if (kept.waiting() > 0) {
            return Notes.strangers(run.settings().settle());
        }
        if (kept.unsettled() > 0) {
            return kept.unsettled() + " " + UNSETTLED;
        }
        if (kept.elsewhere() > planned.plan().managed()) {
            return Notes.renamed(run.settings().instance(), kept.instances());
        }
        return kept.released() > planned.plan().managed() ? kept.released() + " contacts carry our key without the category: was category.name changed?" : "";
    }

    private static MailboxResult held(MailboxPlan planned, Tally tally) {
        String cause = planned.hold() == null ? "deletions of a source wait for a human" : "deletions over the limit wait for a human";
        return result(planned, MailboxResult.Status.HELD, planned.hold() == null ? cause : planned.hold().sentence(), cause, tally);
    }

    private static MailboxResult result(MailboxPlan planned, MailboxResult.Status status, String reason, String cause, Tally tally) {
        return new MailboxResult(planned.task().mailbox(), status, reason, cause, tally, planned.plan().unchanged());
    }

    /** The result of a target that has nothing to synchronise. */
    public MailboxResult skipped(MailboxTask task) {
        return new MailboxResult(task.mailbox(), MailboxResult.Status.SKIPPED, task.skip(), Tally.NONE, 0);
    }

    /**
     * The result of a mailbox that failed. What concerns the whole run, no token or no journal, lets it come to its end: nothing more is sent.
     *
     * @param step how far its dispatch had come; null if it had not begun
     */
    public MailboxResult failed(MailboxTask task, Exception cause, Step step) {
        if (cause instanceof GraphAuthenticationException || cause instanceof JournalException) {
            runs.of(task.run()).abort(cause);
        }
        Tally tally = step == null ? Tally.NONE : step.state().tally();
        if (cause instanceof GraphException graph) {
            boolean none = step == null && graph.status() == 404 && Judgement.isNoMailbox(graph.code());
            return none ? new MailboxResult(task.mailbox(), MailboxResult.Status.SKIPPED, "no mailbox: " + graph.code(), tally, 0)
                    : new MailboxResult(task.mailbox(), MailboxResult.Status.FAILED, graph.getMessage(), graph.kind(), tally, 0);
        }
        return new MailboxResult(task.mailbox(), MailboxResult.Status.FAILED, Problem.of(cause).safe(), tally, 0);
    }

    /**
     * What came back from {@code sync.mailbox-endpoint}.
     *
     * @throws IllegalArgumentException if it is no result
     */
    public MailboxResult result(Object answer) {
        if (answer instanceof MailboxResult result) {
            return result;
        }
        String found = answer == null ? "nothing" : answer.getClass().getSimpleName();
        throw new IllegalArgumentException("must answer with the result of the route sync-mailbox - was '" + found + "'");
    }

    /** The result of a mailbox whose task found no way to sync-mailbox, or whose result found none back: the next one would not either, the run ends. */
    public MailboxResult undelivered(MailboxTask task, Exception cause) {
        String reason = "sync.mailbox-endpoint: " + Problem.of(cause).safe();
        runs.of(task.run()).abort(cause instanceof JournalException ? cause : new IllegalStateException(reason, cause));
        return new MailboxResult(task.mailbox(), MailboxResult.Status.FAILED, reason, Tally.NONE, 0);
    }

    /** The task of a mailbox that the run came to after it was told to stop. */
    public MailboxTask unlessStopping(MailboxTask task) {
        Run run = runs.of(task.run());
        run.progress().began(task.mailbox());
        run.gathered().began(task.mailbox());
        return runs.isEnding(run) && !task.isSkipped() ? new MailboxTask(task.run(), task.mailbox(), "the run was stopped before it") : task;
    }

    /** The totals of no mailbox at all. */
    public Totals none() {
        return Totals.NONE;
    }

    /** Adds a mailbox's result to the run's totals; the first time there are none. */
    public Totals join(Totals totals, MailboxResult result) {
        RunMeters.ended(result);
        return (totals == null ? Totals.NONE : totals).plus(result);
    }
}
