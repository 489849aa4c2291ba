package io.contactsync.run;

import io.contactsync.core.Emptying;
import io.contactsync.core.EarlyEnd;
import io.contactsync.core.Fault;
import io.contactsync.core.Hold;
import io.contactsync.core.Judgement;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.SetAside;
import io.contactsync.core.Step;
import io.contactsync.core.Tally;
import io.contactsync.core.Totals;
import io.contactsync.journal.JournalException;
import io.contactsync.microsoftgraph.GraphAuthenticationException;
import io.contactsync.microsoftgraph.GraphException;
import io.contactsync.problem.Problem;
import io.contactsync.problem.Sentences;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a mailbox came to, and all of them together: the bean behind the ends of {@code sync-mailbox} and
 * {@code sync-mailboxes}.
 */
public final class MailboxResults {

    /** How the reason begins why a mailbox is skipped that is not there. */
    static final String NO_MAILBOX = "no mailbox: ";
    /** How the reason begins why a mailbox is left alone for minutes: it may be worked on still. */
    static final String AT_WORK = "a worker had it minutes ago, and is not known to be through";
    private static final String STILL_THERE = "contacts of ours are still listed: remove again";

    /** What is said of a mailbox in which more contacts are refused than can be the contacts' own fault. */
    static final String REJECTED = "contacts were rejected";

    /** What differs from mailbox to mailbox in a reason. */
    private static final Pattern COUNT = Pattern.compile(" \\(\\d+\\)$");

    /** The result of a mailbox whose plan has come to its last step; what was planned may have shrunk meanwhile. */
    public MailboxResult written(MailboxPlan before, MailboxStep last) {
        MailboxPlan planned = last.planned();
        return planned.isToBeWritten() ? written(planned, last.step()) : unwritten(planned);
    }

    private static MailboxResult written(MailboxPlan planned, Step last) {
        Tally tally = last.state().tally();
        if (tally.isClean()) {
            return Lacks.isRemoval(planned) ? removed(planned, last, tally) : unwritten(planned, tally);
        }
        String counts =
                String.format(Locale.ROOT, "%d rejected, %d in doubt, %d left for the next run", tally.rejected(),
                tally.unknown(), tally.deferred());
        boolean strangers = last.state().first().strangers();
        String reason = strangers ? RunNotes.strangers(Lacks.settle(planned)) : counts;
        return result(planned, strangers ? MailboxResult.Status.WAITS : MailboxResult.Status.FAILED, reason,
                strangers ? reason : "not all of it was done", tally)
                .with(strangers ? Fault.ELSEWHERE : Fault.of(last.state()));
    }

    /** The result of a mailbox that contacts were taken out of, after a look whether any is left. */
    private static MailboxResult removed(MailboxPlan planned, Step last, Tally tally) {
        Emptying end = last.emptying();
        String left = end.watching() ? "it could not be listed again to see whether anything of ours is left"
                : end.left() > 0 ? Lacks.counted(STILL_THERE, end.left()) : "";
        return left.isEmpty() ? unwritten(planned, tally)
                : result(planned, MailboxResult.Status.FAILED, left, COUNT.matcher(left).replaceFirst(""), tally);
    }

    /** The result of a mailbox with nothing to write, or of a dry run. */
    private static MailboxResult unwritten(MailboxPlan planned) {
        return unwritten(planned, Tally.of(planned.plan()));
    }

    private static MailboxResult unwritten(MailboxPlan planned, Tally tally) {
        if (planned.isHeld()) {
            return held(planned, tally);
        }
        if (!SetAside.isFew(tally.refused(), planned.turn().brief().desired().size())) {
            return result(planned, MailboxResult.Status.FAILED, Lacks.counted(REJECTED, tally.refused()),
                    REJECTED, tally);
        }
        String waiting = Lacks.settling(planned);
        String left = waiting.isEmpty() ? Lacks.category(planned) : waiting;
        MailboxResult.Status status = !waiting.isEmpty() ? MailboxResult.Status.WAITS
                : left.isEmpty() ? MailboxResult.Status.DONE : MailboxResult.Status.FAILED;
        return result(planned, status, left, COUNT.matcher(left).replaceFirst(""), tally);
    }

    private static MailboxResult held(MailboxPlan planned, Tally tally) {
        List<Hold> holds = planned.holds();
        String cause = holds.isEmpty() ? "deletions of a source wait for a human"
                : holds.stream().map(hold -> hold.kind().many()).collect(Collectors.joining(" and "))
                        + " over the limit wait for a human";
        return result(planned, MailboxResult.Status.HELD, holds.isEmpty() ? cause
                : holds.stream().map(Hold::sentence).collect(Collectors.joining("; ")), cause, tally);
    }

    private static MailboxResult result(MailboxPlan planned, MailboxResult.Status status, String reason, String cause,
            Tally tally) {
        return new MailboxResult(planned.mailbox(), status, reason, cause, tally, planned.plan().unchanged());
    }

    /** The result of a target that has nothing to synchronise, or is not to be asked yet. */
    public MailboxResult skipped(MailboxTurn turn) {
        EarlyEnd ending = turn.task().isSkipped() ? null : turn.leaving();
        String reason = ending == null ? turn.task().skip() : ending.before();
        String cause = turn.run().tidings().quarantine().cause(turn.mailbox());
        return new MailboxResult(turn.mailbox(), reason.startsWith(AT_WORK) ? MailboxResult.Status.WAITS
                : MailboxResult.Status.SKIPPED, reason, cause == null ? reason : cause,
                Tally.NONE, 0);
    }

    /**
     * The result of a mailbox that failed. What concerns the whole run, no token or no journal, lets it come to its
     * end: nothing more is sent.
     *
     * @param failure as Camel gives it, perhaps wrapped
     * @param last how far its dispatch had come; null if it had not begun
     */
    public MailboxResult failed(MailboxTurn turn, Exception failure, MailboxStep last) {
        Throwable cause = Sentences.cause(failure);
        if (cause instanceof GraphAuthenticationException || cause instanceof JournalException) {
            turn.run().abort((Exception) cause);
        }
        Tally tally = last == null ? Tally.NONE : last.step().state().tally();
        if (cause instanceof GraphException graph) {
            turn.told(graph.retryAfter());
            boolean none = last == null && graph.status() == 404 && Judgement.isNoMailbox(graph.code());
            return none
                    ? new MailboxResult(turn.mailbox(), MailboxResult.Status.SKIPPED, NO_MAILBOX + graph.code(),
                            tally, 0)
                    : new MailboxResult(turn.mailbox(), MailboxResult.Status.FAILED, graph.getMessage(), graph.kind(),
                            tally, 0, fault(turn, graph, tally));
        }
        return new MailboxResult(turn.mailbox(), MailboxResult.Status.FAILED, Problem.of(failure).safe(), tally, 0);
    }

    /** The result of a mailbox whose routes broke off. */
    static MailboxResult broken(String mailbox, Exception cause) {
        return new MailboxResult(mailbox, MailboxResult.Status.FAILED, Problem.of(cause).safe(), Tally.NONE, 0);
    }

    /** A call that was not sent, or told to wait, or sent while most calls failed, says nothing of the mailbox. */
    private static Fault fault(MailboxTurn turn, GraphException failure, Tally tally) {
        boolean elsewhere = failure instanceof GraphAuthenticationException || !failure.sent()
                || failure.status() == 429 || failure.retryAfter() != null || turn.run().budget().isStormy();
        return tally.applied() > 0 ? Fault.NONE : elsewhere ? Fault.ELSEWHERE
                : failure.status() == 403 ? Fault.DENIED : Fault.OWN;
    }

    /** Whether what came back from {@code sync.mailbox-endpoint} is no result. */
    public boolean isNone(Object answer) {
        return !(answer instanceof MailboxResult);
    }

    /** What that is instead. */
    public String kind(Object answer) {
        return answer == null ? "nothing" : answer.getClass().getSimpleName();
    }

    /**
     * The result of a mailbox whose task found no way to sync-mailbox, or whose result found none back: the next one
     * would not either, the run ends.
     */
    public MailboxResult undelivered(MailboxTurn turn, Exception failure) {
        String reason = "sync.mailbox-endpoint: " + Problem.of(failure).safe();
        turn.run().abort(Sentences.cause(failure) instanceof JournalException broken ? broken
                : new IllegalStateException(reason, failure));
        return new MailboxResult(turn.mailbox(), MailboxResult.Status.FAILED, reason, Tally.NONE, 0);
    }

    /** Adds a mailbox's result to the run's totals; the first time there are none. */
    public Totals join(Totals totals, MailboxResult result) {
        return (totals == null ? Totals.NONE : totals).plus(result);
    }
}
