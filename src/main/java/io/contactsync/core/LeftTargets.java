package io.contactsync.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Guards mailboxes that have left the targets, before contacts of ours are taken out of them.
 *
 * <pre>
 *  known mailbox that may hold contacts of ours        | what becomes of it
 * -----------------------------------------------------+----------------------------------------------------
 *  is a target, be it skipped or not                   | stays
 *  is none for the first time, or for less than an hour| waits: a licence that comes back, a filter's glitch
 *  is none, and they are no more than the limit        | is cleaned
 *  is none, and they are over the limit                | one hold for all of them; nothing is deleted in them
 * </pre>
 */
public final class LeftTargets {

    /** In the place of a source's name, where a hold names mailboxes. */
    private static final String KEYS = "targets";

    /** A mailbox must be missing in two listings at least so far apart. */
    static final Duration APART = Duration.ofHours(1);

    /**
     * What becomes of those that are no targets any more.
     *
     * @param waiting missing for the first time, or not for long
     * @param going object ids of those to clean now
     * @param hold on all that would go; null if there is none
     */
    public record Verdict(int waiting, Set<String> going, Hold hold) {

        /** Nobody has left. */
        public static final Verdict NONE = new Verdict(0, Set.of(), null);

        public Verdict {
            going = Set.copyOf(going);
        }
    }

    private LeftTargets() {
    }

    /**
     * Judges a complete listing of the targets.
     *
     * @param known all mailboxes that are or were targets
     * @param targets object ids of those that are, by this run's listing
     * @param now by Graph's clock, as are the times of the known ones
     */
    public static Verdict judge(Collection<KnownTarget> known, Set<String> targets, Instant now, Limits limits,
            Approvals approvals) {
        List<KnownTarget> holding = known.stream().filter(KnownTarget::mayHold).toList();
        List<KnownTarget> left = holding.stream().filter(mailbox -> !targets.contains(mailbox.id())).toList();
        Set<String> twice = left.stream().filter(mailbox -> isMissedTwice(mailbox, now)).map(KnownTarget::id)
                .collect(Collectors.toCollection(TreeSet::new));
        Optional<Hold> hold = over(twice, holding.size(), limits.left());
        boolean through = hold.isEmpty() || approvals.ids().contains(hold.get().id());
        Set<String> going = through ? twice : begun(twice, approvals);
        boolean waits = !through && going.size() < twice.size();
        return new Verdict(left.size() - twice.size(), going, waits ? hold.get() : null);
    }

    private static boolean isMissedTwice(KnownTarget mailbox, Instant now) {
        return mailbox.missed() != null && !now.isBefore(mailbox.missed().plus(APART));
    }

    /** Those whose cleaning was approved and has begun: the hold on them had another id as long as there were more. */
    private static Set<String> begun(Set<String> twice, Approvals approvals) {
        Set<String> begun = new HashSet<>(twice);
        begun.removeIf(mailbox -> !approvals.begun().contains(key(mailbox)));
        return begun;
    }

    private static Optional<Hold> over(Set<String> left, int whole, Limit limit) {
        if (!limit.isExceededBy(left.size(), whole)) {
            return Optional.empty();
        }
        String sentence = String.format(Locale.ROOT, "%d of %d mailboxes are no targets any more (%s)", left.size(),
                whole, limit.words(left.size(), whole));
        return Optional.of(Hold.ofSource(Hold.Kind.LEFT, "former targets", left, whole, limit,
                left.stream().map(LeftTargets::key).collect(Collectors.toSet()), sentence));
    }

    /** How a hold names a mailbox. */
    public static ContactKey key(String mailbox) {
        return new ContactKey(KEYS, mailbox).shown();
    }
}
