package io.contactsync.run;

import io.contactsync.journal.JournalException;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphPages;
import io.contactsync.microsoftgraph.GraphRequest;
import io.contactsync.problem.Sentences;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;

/**
 * Asks mailboxes for their changes instead of listing them: the bean behind {@code ask-deltas} and {@code begin-delta}.
 * An ordinary run does so, and no other.
 */
public final class DeltaRounds {

    private static final int MOST_DAYS = 30;

    private final Duration often;

    /**
     * Wired from the configuration.
     *
     * @param days after so many a mailbox is listed, whatever its changes say; 0 to list it always
     */
    public DeltaRounds(int days) {
        if (days < 0 || days > MOST_DAYS) {
            throw new IllegalArgumentException("sync.delta-days must be 0.." + MOST_DAYS + " - was '" + days + "'");
        }
        this.often = Duration.ofDays(days);
    }

    /** Begins with the mailboxes of a run. */
    public DeltaRound begin(Run run, List<MailboxTask> tasks) {
        DeltaRound round = new DeltaRound(run, tasks);
        if (often.isZero() || tasks.isEmpty() || !isOrdinary(run.begun().request())) {
            return round;
        }
        Brief brief = tasks.get(0).brief();
        run.tidings().deltas().open(frame(run, brief), brief.rendered().values(), often);
        return round.ask();
    }

    /** Whether a run may leave unread what has not changed. */
    static boolean isOrdinary(RunRequest request) {
        return request.order() instanceof SyncOrder && !request.dryRun() && request.plan().isEmpty()
                && request.approvals().isEmpty() && request.adopted().isEmpty();
    }

    /** All that decides what a mailbox is to hold and how it is read, but for the contacts and the configuration. */
    private String frame(Run run, Brief brief) {
        RunSettings settings = brief.settings();
        return often + "" + brief.drift() + brief.limits() + settings.instance() + settings.ownCard()
                + settings.sources() + settings.retiredSources() + run.begun().category()
                + new TreeMap<>(brief.policy().sources());
    }

    /** The questions, a batch at a time. */
    public Iterator<List<GraphRequest>> batches(DeltaRound round) {
        return round.batches();
    }

    /** A batch was answered: plans of the mailboxes in it that are unchanged. */
    public List<MailboxPlan> answered(DeltaRound round, GraphBatchResponse response) {
        return round.answered(response);
    }

    /** A batch failed: its mailboxes are listed, and meet the same there; without a journal the run ends. */
    public void failed(Run run, Exception failure) {
        if (Sentences.cause(failure) instanceof JournalException broken) {
            run.abort(broken);
        }
    }

    /** The mailboxes that are to be handed out. */
    public List<MailboxTask> rest(DeltaRound round) {
        return round.rest();
    }

    /** Whether a link is to be begun before the mailbox is listed. */
    public boolean isToBeBegun(MailboxTurn turn) {
        return turn.run().tidings().deltas().isWorthALink(turn.mailbox(), turn.run().time().now());
    }

    /** Reads all that a mailbox's first round tells, for the link at its end. */
    public void begun(MailboxTurn turn, GraphPages<?> pages) {
        Instant before = turn.run().time().now();
        pages.forEachRemaining(row -> { });
        begun(turn, pages.deltaLink(), before);
    }

    /** The link at the end of a first round that began then; null if there was none. */
    public void begun(MailboxTurn turn, String absolute, Instant before) {
        String link = absolute == null ? null : turn.run().time().graph().relative(absolute);
        if (link == null) {
            notBegun(turn);
        } else {
            turn.run().tidings().deltas().told(turn.mailbox(), known -> known.begun(link, before));
        }
    }

    /** Its first round failed: the mailbox is not asked for one again for as long as it may go without a list. */
    public void notBegun(MailboxTurn turn) {
        Instant now = turn.run().time().now();
        turn.run().tidings().deltas().told(turn.mailbox(), known -> known.refused(now));
    }
}
