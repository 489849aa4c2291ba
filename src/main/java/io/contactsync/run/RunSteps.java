package io.contactsync.run;

import io.contactsync.contact.ContactRenderer;
import io.contactsync.contact.RenderedContact;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Desired;
import io.contactsync.core.DispatchRules;
import io.contactsync.core.DriftRules;
import io.contactsync.core.EarlyEnd;
import io.contactsync.core.Times;
import io.contactsync.core.Totals;
import io.contactsync.journal.MailboxCreates;
import io.contactsync.microsoftgraph.GraphException;
import io.contactsync.problem.Problem;
import io.contactsync.problem.Sentences;
import io.contactsync.source.SourceContacts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The steps of a run as a whole, as the routes take them: the bean behind {@code collect-contacts}, {@code guard-run},
 * {@code sync-mailboxes} and {@code finish-run}.
 */
public final class RunSteps {

    private static final Logger LOG = LoggerFactory.getLogger(RunSteps.class);

    private final ContactRenderer renderer;
    private final boolean updateIfMatch;
    private final DriftRules drift;
    private final EndedRuns ended;

    /**
     * Wired from the configuration.
     *
     * @param updateIfMatch whether updates carry the version that was seen, because Graph heeds it in this tenant
     * @param drift how contacts that others touch are dealt with
     * @param ended is told of the end
     */
    public RunSteps(ContactRenderer renderer, boolean updateIfMatch, DriftRules drift, EndedRuns ended) {
        this.renderer = renderer;
        this.updateIfMatch = updateIfMatch;
        this.drift = drift;
        this.ended = ended;
    }

    /** The sources that the run reads, one after the other; it is told whose turn has come. */
    public Iterator<String> sources(Run run) {
        Begun begun = run.begun();
        Iterator<String> names = begun.request().order().isOfSources() ? begun.settings().sources().iterator()
                : Collections.emptyIterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return names.hasNext();
            }

            @Override
            public String next() {
                String name = names.next();
                run.tidings().progress().reads(name);
                return name;
            }
        };
    }

    /**
     * Whether a source was read completely, but does not name all that it named last: it is read a second time before
     * that is believed.
     */
    public boolean isMissingAny(Run run, SourceContacts source) {
        return run.remembered().isMissingAny(source);
    }

    /** Two readings of one source. */
    public SourceContacts together(SourceContacts first, SourceContacts second) {
        return first.and(second);
    }

    /**
     * Asks the guards of the sources: all goes, deletions of a source wait, or the whole run does.
     *
     * @param read what the sources gave; anything else where the run reads none
     */
    public List<SourceContacts> guard(Run run, Object read) {
        List<SourceContacts> sources = read instanceof List<?> list
                ? list.stream().map(SourceContacts.class::cast).toList() : List.of();
        run.take(new SourceIntake(run).of(sources, renderer));
        return sources;
    }

    /** Whether it goes on; otherwise the whole run waits for a human. */
    public boolean isGoing(Run run) {
        return !run.given().verdicts().isEverythingHeld();
    }

    /** Which creates of earlier runs are in doubt, by Graph's clock. */
    public void recall(Run run) {
        run.caution().read();
    }

    /** The contents that are about to be written, and the users that were read; what goes wrong costs no run. */
    public void keepContents(Run run) {
        Findings findings = run.tidings().findings();
        run.tidings().plan().keepContents(run.begun().at()).ifPresent(findings::add);
        RunRequest request = run.begun().request();
        run.tidings().users().keep(DeltaRounds.isOrdinary(request)).ifPresent(findings::add);
        if (!request.dryRun() && request.order().isOfSources()) {
            run.images().keep(run.given().rendered().values(), run.begun().at()).ifPresent(findings::add);
        }
    }

    /**
     * One task a mailbox, each with the run's brief: first those that the run before did not come to, and of these and
     * the others first those where most is to be done, so that nobody waits for one in the end.
     */
    public List<MailboxTask> tasks(Run run) {
        Brief brief = brief(run);
        RunQuarantine quarantine = run.tidings().quarantine();
        List<Target> targets = run.tidings().gathered().targets().stream()
                .sorted(Comparator.comparing((Target target) -> !quarantine.isLeft(target.mailbox()))
                        .thenComparing(target -> -run.targets().work(target.mailbox(), brief.rendered().size())))
                .toList();
        run.tidings().refusals().begin(brief.rendered(), targets.size());
        String atWork = atWork(run.time().now());
        return targets.stream().map(target -> new MailboxTask(brief, target.mailbox(), target.skip() != null
                ? target.skip() : brief.earlier().recent().isAtWork(target.mailbox()) ? atWork
                : quarantine.skip(target.mailbox(), run.time().now()))).toList();
    }

    /** Nobody does a mailbox twice at once, not even in two runs; what was handed last is let go last. */
    private static String atWork(Instant now) {
        return MailboxResults.AT_WORK + ": not before " + Times.UTC.from(now.plus(MailboxCreates.UNHEARD));
    }

    private Brief brief(Run run) {
        Begun begun = run.begun();
        Map<ContactKey, RenderedContact> rendered = run.given().rendered();
        Order order = begun.request().order();
        return new Brief(run.id(), begun.request().dryRun(), order, order.planning(run), begun.settings(),
                begun.limits(),
                DispatchRules.within(begun.settings().mailboxDeadline(), updateIfMatch), order.drift(drift), rendered,
                new Desired(rendered.values().stream().map(RenderedContact::desired).toList()),
                run.given().verdicts().policy().adopting(begun.request().adopted()),
                run.tidings().holds().approvals(), run.caution().earlier());
    }

    /** A mailbox that is about to be handed out. */
    public MailboxTurn turn(Run run, MailboxTask task) {
        return new MailboxTurn(task, run);
    }

    /**
     * The end of a run that came so far; something that concerned the whole run may have kept it from more.
     *
     * @param added the totals of its mailboxes; anything else where there was none to add up
     */
    public RunReport finish(Run run, Object added) {
        Totals totals = run.tidings().deltas().unchanged().plus(added instanceof Totals all ? all : Totals.NONE);
        run.tidings().progress().ends();
        run.caution().problems().forEach(run.tidings().findings()::add);
        if (!run.begun().request().dryRun()) {
            run.images().used(run.tidings().plan().shared(), run.begun().at())
                    .ifPresent(run.tidings().findings()::add);
        }
        Exception cause = run.aborted();
        return ended.end(run, cause == null ? new RunEnding(run).through(totals)
                : new RunEnding(run).failed(totals, Problem.of(cause)));
    }

    /** The end of a run that failed, or that somebody stopped while its sources were read. */
    public RunReport fail(Run run, Exception cause) {
        LOG.debug("the run {} failed", run.id(), cause);
        boolean stopped = run.early() == EarlyEnd.STOPPED
                && Sentences.cause(cause) instanceof GraphException unsent && unsent.stopping();
        return ended.end(run, stopped ? new RunEnding(run).unbegun()
                : new RunEnding(run).failed(Totals.NONE, Problem.of(cause)));
    }
}
