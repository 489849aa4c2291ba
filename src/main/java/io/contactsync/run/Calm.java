package io.contactsync.run;

import io.contactsync.core.Dispatch;
import io.contactsync.core.EarlyEnd;
import io.contactsync.core.Event;
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
        Step step = at.step();
        Duration wait = step.waitFrom(now(at.turn().run()));
        if (step.waitUntil() != null) {
            at.turn().run().tidings().progress().waits(at.turn().mailbox(), step.waitUntil());
        }
        return Math.max(1, Math.min(SLICE_MILLIS, wait.toMillis()));
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
        Run run = at.turn().run();
        Instant now = now(run);
        Instant notBefore = later(run.budget().notBefore(now), now.plus(at.turn().pause()));
        if (!notBefore.isAfter(now) && step.isRepeated()) {
            boolean told = run.tidings().quarantine().isTold(at.turn().mailbox());
            notBefore = run.budget().repeat(told ? After.TOLD : After.ANSWER, now);
        }
        if (notBefore != null && !notBefore.isAfter(now)) {
            return at;
        }
        Dispatch state = step.state();
        return at.then(step.instead(notBefore != null ? state.on(new Event.Postponed(notBefore), now)
                : state.on(new Event.Stop(EarlyEnd.RETRIES), now).state().on(new Event.Postponed(now), now)));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant now(Run run) {
        return run.time().clock().instant();
    }
}
