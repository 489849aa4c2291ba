package io.contactsync.core;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Who waits after an answer, and how long: changes their own time, or the mailbox as a whole.
 *
 * <pre>
 *  told                                              | who waits
 * ---------------------------------------------------+-----------------------------
 *  to the mailbox                                    | the mailbox
 *  to any change, longer than this run waits         | the mailbox, which is left
 *  to more than half of what was in flight, or these | the mailbox, the longest
 *   are to be tried again without being told         |
 *  to any other change that is to be tried again     | that change
 * </pre>
 */
final class LandingWaits {

    private final DispatchRules rules;
    private final double random;
    private final Instant now;
    private Duration mailbox = Duration.ZERO;
    private Duration longest = Duration.ZERO;

    /** @param random 0 (inclusive) to 1 (exclusive), spreads the waits */
    LandingWaits(DispatchRules rules, double random, Instant now) {
        this.rules = rules;
        this.random = random;
        this.now = now;
    }

    /** The mailbox is told to wait; null = it is not. */
    void told(Duration retryAfter) {
        if (retryAfter != null) {
            mailbox(Waiting.before(1, retryAfter, random));
        }
    }

    /** A question was answered: what is told beside a success, is told to the mailbox. */
    void seen(Answer answer) {
        if (answer.isSuccess()) {
            told(answer.retryAfter());
        } else {
            toldOne(answer.retryAfter());
        }
    }

    /** A change is told to wait: so long that no run does is no stray refusal. */
    void toldOne(Duration retryAfter) {
        told(retryAfter != null && retryAfter.compareTo(rules.longestWait()) > 0 ? retryAfter : null);
    }

    /** It waits out its own time, not longer than told, for it comes back with a batch of the others, which go on. */
    Pending later(Pending next, Answer answer) {
        Duration spread = Waiting.before(next.vain(), answer.retryAfter(), random);
        longest = spread.compareTo(longest) > 0 ? spread : longest;
        return next.until(now.plus(answer.retryAfter() == null ? spread : answer.retryAfter()));
    }

    /** Where most of them wait, the mailbox does; what is sent again then is a repetition. */
    void ifMostDo(List<Pending> again, int flying) {
        if (again.size() * 2 > flying) {
            mailbox(longest);
        }
        if (!isNone()) {
            again.replaceAll(Pending::repeating);
        }
    }

    private void mailbox(Duration own) {
        mailbox = own.compareTo(mailbox) > 0 ? own : mailbox;
    }

    /** Whether the mailbox goes on at once. */
    boolean isNone() {
        return mailbox.isZero();
    }

    /** When the mailbox goes on, if it could before that instant. */
    Instant over(Instant before) {
        return isNone() ? before : now.plus(mailbox);
    }
}
