package io.contactsync.run;

import io.contactsync.core.Dispatch;
import io.contactsync.core.Event;
import io.contactsync.core.RetryBudget;
import io.contactsync.core.RetryBudget.After;
import io.contactsync.core.Step;

import java.time.Duration;
import java.time.Instant;

/**
 * Keeps mailboxes waiting while most calls to Graph fail, and repetitions back where there are too many: the bean
 * behind {@code wait-for-calm} and {@code wait-a-while}.
 */
public final class Calm {

    private static final long SLICE_MILLIS = 1_000;

    /** Whether a mailbox is not to be begun yet. */
    public boolean isHeldUp(MailboxTurn turn) {
        return !turn.task().isSkipped() && turn.run().ending() == null && pauseMillis(turn) > 0;
    }

    /** How long to wait now, in milliseconds; at most a second, then it is asked again. */
    public long pauseMillis(MailboxTurn turn) {
        Instant now = now(turn.run());
        Duration pause = Duration.between(now, turn.run().budget().notBefore(now));
        return Math.max(0, Math.min(SLICE_MILLIS, pause.toMillis()));
    }

    /** How long a dispatch waits now, in milliseconds; at most a second, so that a stop is noticed. */
    public long waitMillis(MailboxStep at) {
        return slice(at.turn(), at.step().waitUntil());
    }

    /** As much of a wait as is taken at once, in milliseconds; there may be none. */
    static long slice(MailboxTurn turn, Instant until) {
        if (until == null) {
            return 1;
        }
        turn.run().tidings().progress().waits(turn.mailbox(), until);
        return Math.max(1, Math.min(SLICE_MILLIS, Duration.between(now(turn.run()), until).toMillis()));
    }

    /** Whether whoever asks is to put one small question to Graph: all wait for what becomes of it. */
    public boolean isToProbe(MailboxTurn turn) {
        return turn.run().ending() == null && turn.run().budget().isToProbe();
    }

    /** Graph has answered it. */
    public void answered(MailboxTurn turn) {
        turn.run().budget().probed(true);
    }

    /** Graph has not, or not well. */
    public void unanswered(MailboxTurn turn) {
        turn.run().budget().probed(false);
    }

    /** What is about to leave waits while most calls fail; a repetition that is one too many waits too, or is left. */
    static MailboxStep of(MailboxStep at) {
        Step step = at.step();
        if (!step.isSending() && !step.isLooking() && !step.isListing()) {
            return at;
        }
        Instant notBefore = notBefore(at.turn(), step.isRepeated());
        Instant now = now(at.turn().run());
        if (notBefore != null && !notBefore.isAfter(now)) {
            return at;
        }
        Dispatch state = step.state();
        return at.then(step.instead(notBefore != null ? state.on(new Event.Postponed(notBefore), now)
                : state.on(new Event.Stop(RetryBudget.SPENT), now).state().on(new Event.Postponed(now), now)));
    }

    /**
     * Not before then may a mailbox send what it is about to; null if it may not at all.
     *
     * @param isRepeated whether that was sent before: if it may be now, it counts
     */
    static Instant notBefore(MailboxTurn turn, boolean isRepeated) {
        Run run = turn.run();
        Instant now = now(run);
        Instant notBefore = later(run.budget().notBefore(now), now.plus(turn.pause()));
        if (notBefore.isAfter(now) || !isRepeated) {
            return notBefore;
        }
        boolean told = run.tidings().quarantine().isTold(turn.mailbox());
        return run.budget().repeat(told ? After.TOLD : After.ANSWER, now);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant now(Run run) {
        return run.time().clock().instant();
    }
}
