package io.contactsync.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Contacts of a mailbox that are to be read, at most a batch at a time: a value without a clock.
 *
 * <pre>
 *  a portion was answered                                  | what happens
 * ---------------------------------------------------------+----------------------------------------------------
 *  a contact, or that there will be none                   | it is through
 *  a contact may be answered later                         | it is asked for again, when all others were
 *  that is so, or a wait is told                           | nothing more is asked until that wait is over
 *  the wait is longer than the mailbox waits               | what is not through is left
 *  not one contact of it is through, for the fifth time    | the same
 * </pre>
 *
 * @param open those that were not asked for yet
 * @param again those that are asked for once more
 * @param left those that are not read in this run
 * @param vain how many portions in a row not one contact came out of
 * @param waitUntil nothing is asked before; null if the next portion may be
 */
public record Portions<T>(List<T> open, List<T> again, List<T> left, int vain, Instant waitUntil) {

    static final int TRIES = 5;

    public Portions {
        open = List.copyOf(open);
        again = List.copyOf(again);
        left = List.copyOf(left);
    }

    /** Begins with those. */
    public static <T> Portions<T> of(List<T> contacts) {
        return new Portions<>(contacts, List.of(), List.of(), 0, null);
    }

    /** Whether a contact that was answered so may be answered later. */
    public static boolean isAgain(Answer answer) {
        return Judgement.of(Action.UPDATE, answer) == Judgement.AGAIN;
    }

    /** Whether anything is still to be read. */
    public boolean isRunning() {
        return !open.isEmpty() || !again.isEmpty();
    }

    /** What is asked for next. */
    public List<T> portion() {
        return next().subList(0, Math.min(Batch.MAX, next().size()));
    }

    private List<T> next() {
        return open.isEmpty() ? again : open;
    }

    /** Whether that was asked for before. */
    public boolean isRepeated() {
        return open.isEmpty() && !again.isEmpty();
    }

    /**
     * The portion was answered.
     *
     * @param answers one a contact, in its order
     * @param longest the mailbox waits no longer
     * @param random 0 (inclusive) to 1 (exclusive), spreads the waits
     */
    public Portions<T> answered(List<Answer> answers, Duration longest, Instant now, double random) {
        List<T> asked = portion();
        List<T> rest = new ArrayList<>();
        Duration told = null;
        for (int place = 0; place < asked.size(); place++) {
            Answer answer = answers.get(place);
            told = longer(told, answer.retryAfter());
            if (isAgain(answer)) {
                rest.add(asked.get(place));
            }
        }
        int vainly = rest.size() < asked.size() ? 0 : vain + 1;
        Portions<T> next = without(asked.size(), rest, vainly);
        if (rest.isEmpty() && told == null) {
            return next.until(null);
        }
        Duration wait = Waiting.before(Math.max(1, vainly), told, random);
        return vainly >= TRIES || wait.compareTo(longest) > 0 ? next.stopped() : next.until(now.plus(wait));
    }

    private static Duration longer(Duration one, Duration other) {
        return one == null || other != null && other.compareTo(one) > 0 ? other : one;
    }

    private Portions<T> without(int asked, List<T> rest, int vainly) {
        int fresh = Math.min(asked, open.size());
        List<T> later = Stream.concat(again.stream().skip(asked - fresh), rest.stream()).toList();
        return new Portions<>(open.subList(fresh, open.size()), later, left, vainly, waitUntil);
    }

    /** The next portion must not be asked for before that; null if it may be. */
    public Portions<T> until(Instant then) {
        return new Portions<>(open, again, left, vain, then);
    }

    /** Nothing more is asked for. */
    public Portions<T> stopped() {
        return new Portions<>(List.of(), List.of(),
                Stream.of(left, again, open).flatMap(List::stream).toList(), vain, null);
    }
}
