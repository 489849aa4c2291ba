package io.contactsync.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many calls a run may repeat: a value that is asked before each repetition. Two limits, and both must agree, so
 * that a storm is not fed by those who wait it out.
 *
 * <pre>
 *  limit  | allowed
 * --------+-------------------------------------------------------------------------------------------
 *  tokens | 500 a run: a repetition costs 5, after no answer 10, after a told wait 1; each call that
 *         | is no repetition gives 1 back
 *  share  | in any 60 s at most 10 % of the calls are repetitions; 10 may always be
 * </pre>
 *
 * @param tokens that are left
 * @param calls that were made when it was asked last, the one that was granted then included
 * @param granted when repetitions were or will be made, in order, those before the last minute aside
 */
public record RetryBudget(long tokens, long calls, List<Instant> granted) {

    /** Why changes are left whose next call would be a repetition, and may not be. */
    public static final String SPENT = "too many calls of this run were repeated";

    static final long MOST_TOKENS = 500;
    static final int PERCENT = 10;
    static final int ALWAYS = 10;
    /** What the share is measured over. */
    public static final Duration WINDOW = Duration.ofSeconds(60);

    /** After what a call is repeated. */
    public enum After {
        /** Graph said how long to wait. */
        TOLD(1),
        /** Graph said no. */
        ANSWER(5),
        /** No answer came. */
        NO_ANSWER(10);

        private final int costs;

        After(int costs) {
            this.costs = costs;
        }
    }

    public RetryBudget {
        granted = List.copyOf(granted);
    }

    /** Of a run that begins, after so many calls of others. */
    public static RetryBudget full(long calls) {
        return new RetryBudget(MOST_TOKENS, calls, List.of());
    }

    /**
     * When a call may be repeated.
     *
     * @param at not before then; null if it may not be
     * @param rest what is left if it is
     */
    public record Repetition(Instant at, RetryBudget rest) {
    }

    /**
     * Asks for one more repetition. Where the share of this minute is used up, it is for a later one: no 60 s have
     * more.
     *
     * @param made calls so far, repetitions included
     * @param lately those of the last {@link #WINDOW}
     */
    public Repetition ask(After after, long made, long lately, Instant now) {
        List<Instant> recent = granted.stream().filter(at -> at.plus(WINDOW).isAfter(now)).toList();
        long full = Math.min(MOST_TOKENS, tokens + Math.max(0, made - calls));
        long share = Math.max(ALWAYS, lately * PERCENT / 100);
        if (full < after.costs) {
            return new Repetition(null, new RetryBudget(full, Math.max(made, calls), recent));
        }
        Instant at = free(recent, share, now);
        List<Instant> more = new ArrayList<>(recent);
        more.add(at);
        more.sort(Comparator.naturalOrder());
        return new Repetition(at, new RetryBudget(full - after.costs, Math.max(made, calls) + 1, more));
    }

    /** A minute after the last one but so many, so that no minute holds more. */
    private static Instant free(List<Instant> recent, long share, Instant now) {
        if (recent.size() < share) {
            return now;
        }
        Instant next = recent.get((int) (recent.size() - share)).plus(WINDOW);
        return next.isAfter(now) ? next : now;
    }
}
