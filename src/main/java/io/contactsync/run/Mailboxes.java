package io.contactsync.run;

import io.contactsync.contact.GraphBatches;
import io.contactsync.contact.MailboxContacts;
import io.contactsync.contact.Sights;
import io.contactsync.core.Action;
import io.contactsync.core.BatchAnswer;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.Dispatch;
import io.contactsync.core.DispatchRules;
import io.contactsync.core.Event;
import io.contactsync.core.Freshness;
import io.contactsync.core.Hold;
import io.contactsync.core.MailboxGuard;
import io.contactsync.core.Plan;
import io.contactsync.core.Planner;
import io.contactsync.core.Sight;
import io.contactsync.core.Step;
import io.contactsync.journal.RecentCreates;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphRequest;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The steps of one mailbox, as the routes take them: the bean behind {@code sync-mailbox}, {@code plan-mailbox},
 * {@code write-mailbox} and {@code dispatch-batch}.
 */
public final class Mailboxes {

    /** A wait is taken in slices, so that a stop is noticed. */
    private static final Duration SLICE = Duration.ofSeconds(1);

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
        Brief brief = run.brief();
        RecentCreates recent = run.caution().earlier().recent();
        Plan plan = Planner.plan(brief.desired(), brief.ownCard(task.mailbox()), current, brief.policy(),
                key -> recent.contains(task.mailbox(), key), freshness(run, task));
        return guarded(run, task, plan, current instanceof MailboxContacts read && read.isShaky());
    }

    private static Freshness freshness(Run run, MailboxTask task) {
        RecentCreates recent = run.caution().earlier().recent();
        return new Freshness(run.now(), run.begun().settings().settle(), key -> recent.isMade(task.mailbox(), key));
    }

    /**
     * Takes a second look at a mailbox before contacts are created there that a list of several pages may have left
     * out.
     */
    public MailboxPlan confirm(MailboxPlan planned, Iterator<CurrentContact> again) {
        return new MailboxPlan(planned.task(), planned.plan().confirmedBy(again), planned.hold(),
                planned.dryRun(), false);
    }

    private static MailboxPlan guarded(Run run, MailboxTask task, Plan plan, boolean severalLists) {
        boolean shaky = severalLists && plan.managed() > 0 && plan.count(Action.CREATE) > 0;
        Brief brief = run.brief();
        Hold over = MailboxGuard.over(task.mailbox(), plan, brief.policy(), brief.limits()).orElse(null);
        Hold hold = run.tidings().holds().guard(task.mailbox(), plan, brief.policy(), over).orElse(null);
        return new MailboxPlan(task, hold == null ? plan : plan.withoutDeletes(), hold,
                run.begun().request().dryRun(), shaky);
    }

    /** A run that carries a plan out does nothing that is not in it. */
    public MailboxPlan agree(MailboxPlan planned) {
        return planned.with(runs.of(planned.task().run()).tidings().plan().agreed(planned));
    }

    /** Begins to write a planned mailbox; after a stop all of it is left for the next run. */
    public Step begin(MailboxPlan planned) {
        Run run = runs.of(planned.task().run());
        DispatchRules rules = DispatchRules.within(run.begun().settings().mailboxDeadline(), updateIfMatch);
        String mailbox = planned.task().mailbox();
        return runs.isEnding(run) ? Dispatch.stopped(mailbox, planned.plan(), rules, runs.clock().instant())
                : Dispatch.begin(mailbox, planned.plan(), rules, runs.clock().instant());
    }

    /** The batch as Graph's requests. */
    public List<GraphRequest> requests(MailboxTask task, Step step) {
        return GraphBatches.requests(step.send(), runs.of(task.run()).brief()::rendered, updateIfMatch);
    }

    /** The second look as Graph's requests. */
    public List<GraphRequest> questions(Step step) {
        return GraphBatches.requests(step.look());
    }

    /** Graph has answered the second look. */
    public Step looked(MailboxTask task, Step step, GraphBatchResponse response) {
        List<Sight> seen = sights.of(step.look(), response, runs.of(task.run()).brief().policy());
        Event event = new Event.Looked(seen, ThreadLocalRandom.current().nextDouble());
        return stoppable(task, step).on(event, runs.clock().instant());
    }

    /** The mailbox was listed once more after its first creates; reads the list to its end. */
    public Step listed(MailboxTask task, Step step, Iterator<CurrentContact> again) {
        Run run = runs.of(task.run());
        int strangers = freshness(run, task).strangers(again, run.brief().policy(), step.state().first()::isOurs);
        return stoppable(task, step).on(new Event.Listed(strangers), runs.clock().instant());
    }

    /** The dispatch, told of a stop if there was one meanwhile. */
    private Dispatch stoppable(MailboxTask task, Step step) {
        return runs.isEnding(runs.of(task.run())) ? step.state().on(new Event.Stop(), runs.clock().instant()).state()
                : step.state();
    }

    /** Graph has answered the batch in flight. */
    public Step answered(MailboxTask task, Step step, GraphBatchResponse response) {
        BatchAnswer answer = GraphBatches.answer(response);
        Event event = new Event.Came(answer, ThreadLocalRandom.current().nextDouble());
        return stoppable(task, step).on(event, runs.clock().instant());
    }

    /** How long to wait now, in milliseconds; at most a second, then it is asked again. */
    public long waitMillis(Step step) {
        Duration wait = step.waitFrom(runs.clock().instant());
        runs.waits(step);
        return Math.max(1, Math.min(SLICE.toMillis(), wait.toMillis()));
    }

    /** A slice of the wait is over. */
    public Step due(MailboxTask task, Step step) {
        Event event = runs.isEnding(runs.of(task.run())) ? new Event.Stop() : new Event.Due();
        return step.state().on(event, runs.clock().instant());
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

    /**
     * Whether anything is left to be done. Camel's loop asks after a failure too, and then with whatever the body was:
     * another failure here would hide it.
     */
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

    /** The task of a mailbox that the run came to after it was told to stop. */
    public MailboxTask unlessStopping(MailboxTask task) {
        Run run = runs.of(task.run());
        run.tidings().began(task.mailbox());
        return runs.isEnding(run) && !task.isSkipped()
                ? new MailboxTask(task.run(), task.mailbox(), "the run was stopped before it") : task;
    }
}
