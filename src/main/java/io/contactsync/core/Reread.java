package io.contactsync.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Settles a mailbox's plan: reads the contacts that somebody has touched, portion by portion, and decides each.
 *
 * <pre>
 *  touched, and read as                                   | what happens
 * --------------------------------------------------------+--------------------------------------------------------
 *  as we want it                                          | unchanged; its version is remembered
 *  different, at the version at which we wrote it         | unchanged: Exchange makes that of it; told
 *  different, and mended twice before                     | the same
 *  different                                              | by drift.policy: updated, or left; told
 *  released meanwhile, or gone                            | nothing: a later run lists it so
 *  released, and asked to be given back                   | updated, its category with it
 *  not read                                               | nothing: unread, it stays touched
 * </pre>
 *
 * <p>By the policy {@code respect} an update of a version that is not known is read too, and leaves alone what its
 * owner changed and the source did not. Whatever the policy, a contact that was touched since it was seen last is read
 * before it is updated or deleted, so that an undo can bring back what stood there. What cannot be read waits for the
 * next run. For one thread.
 */
public final class Reread {

    private static final int TRIES = 3;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Settling settling;
    private final Deque<Change> open = new ArrayDeque<>();
    private Instant notBefore = Instant.MIN;
    private int tries;

    /**
     * Begins with a plan that is not settled.
     *
     * @param category the visible mark, which a contact that is given back carries again
     * @param moved finds the properties that the source itself has changed; null where that is not known
     */
    public Reread(Plan plan, DriftRules rules, Acquaintance acquaintance, String category,
            Function<Change, Set<String>> moved) {
        this.settling = new Settling(plan, rules, acquaintance, category, moved);
        open.addAll(settling.unknown());
    }

    /** Whether something is still to be read. */
    public boolean isRunning() {
        return !open.isEmpty();
    }

    /** What is to be read now, at most as much as fits into one batch. */
    public List<Change> portion() {
        return open.stream().limit(Batch.MAX).toList();
    }

    /** How long to wait before that. */
    public Duration waitFrom(Instant now) {
        return notBefore.isAfter(now) ? Duration.between(now, notBefore) : Duration.ZERO;
    }

    /** Nothing more is read: what was not stays touched. */
    public void stop() {
        while (!open.isEmpty()) {
            settling.unread(open.remove());
        }
    }

    /**
     * The portion was read.
     *
     * @param contacts in its order
     * @param random 0 (inclusive) to 1 (exclusive), spreads the waits
     */
    public void came(List<ReadContact> contacts, Instant now, double random) {
        List<Change> again = new ArrayList<>();
        Duration told = null;
        for (ReadContact contact : contacts) {
            Change change = open.remove();
            told = longer(told, contact.answer().retryAfter());
            Judgement judgement = contact.isRead() ? Judgement.APPLIED
                    : Judgement.of(Action.UPDATE, contact.answer());
            if (judgement == Judgement.AGAIN) {
                again.add(change);
            } else {
                settling.decide(change, contact);
            }
        }
        again.forEach(open::addLast);
        tries = again.isEmpty() ? 0 : tries + 1;
        if (!again.isEmpty() || told != null) {
            waits(Waiting.before(Math.max(1, tries), told, random), now);
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one == null || other != null && other.compareTo(one) > 0 ? other : one;
    }

    private void waits(Duration wait, Instant now) {
        notBefore = now.plus(wait);
        if (tries >= TRIES || wait.compareTo(LONGEST_WAIT) > 0) {
            stop();
        }
    }

    /** What contacts held that were read and are about to be changed. */
    public List<SeenContent> seen() {
        return settling.seen();
    }

    /**
     * The plan, once nothing is left to be read.
     *
     * @param plan the one it began with, perhaps with less or more in it by now
     */
    public Plan settled(Plan plan) {
        return settling.settled(plan);
    }
}
