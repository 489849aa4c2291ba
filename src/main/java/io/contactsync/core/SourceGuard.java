package io.contactsync.core;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Guards a run before the first mailbox is read: one source's contacts now against its contacts at the last accepted
 * complete reading.
 *
 * <pre>
 *  reading    | vanished keys        | changed or vanished      | verdict
 * ------------+----------------------+--------------------------+------------------------------------
 *  incomplete | any                  | any                      | INCOMPLETE: no deletions of this source
 *  complete   | within the limit     | within the limit         | COMPLETE
 *  complete   | over, not approved   | any                      | HELD: no deletions of this source
 *  any        | any                  | over, not approved       | the whole run waits
 * </pre>
 */
public final class SourceGuard {

    /**
     * What became of one source.
     *
     * @param state what may be concluded from a missing contact
     * @param deletions the hold on its deletions; null if there is none
     * @param everything the hold on the whole run; null if there is none
     * @param approved vanished keys over the limit whose deletion was approved
     */
    public record Verdict(SourceState state, Hold deletions, Hold everything, Set<ContactKey> approved) {
        public Verdict {
            approved = Set.copyOf(approved);
        }
    }

    private SourceGuard() {
    }

    /**
     * Judges one source. If the whole run waits for what changed, nothing is asked about what vanished: an approval of
     * the whole is one of its part.
     *
     * @param source its name
     * @param complete whether it was read completely
     * @param now content hash by key, as read now
     * @param before content hash by key at the last accepted reading, empty if there was none
     * @param approvals ids of holds that a human let through
     */
    public static Verdict judge(String source, boolean complete, Map<ContactKey, String> now,
            Map<ContactKey, String> before, Limits limits, Set<String> approvals) {
        Optional<Hold> changed = changed(source, complete, now, before, limits.changed());
        boolean whole = changed.filter(hold -> approvals.contains(hold.id())).isPresent();
        Hold everything = whole ? null : changed.orElse(null);
        if (!complete) {
            return new Verdict(SourceState.INCOMPLETE, null, everything, Set.of());
        }
        Optional<Hold> vanished = vanished(source, now, before, limits.vanished());
        boolean approved = whole || vanished.filter(hold -> approvals.contains(hold.id())).isPresent();
        boolean held = vanished.isPresent() && !approved;
        return new Verdict(held ? SourceState.HELD : SourceState.COMPLETE,
                held && everything == null ? vanished.get() : null, everything,
                approved ? gone(now, before) : Set.of());
    }

    private static Optional<Hold> vanished(String source, Map<ContactKey, String> now, Map<ContactKey, String> before,
            Limit limit) {
        Set<ContactKey> gone = gone(now, before);
        if (!limit.isExceededBy(gone.size(), before.size())) {
            return Optional.empty();
        }
        String sentence = String.format(Locale.ROOT, "%d of %d people of %s vanished (%s)",
                gone.size(), before.size(), source, limit.words(gone.size(), before.size()));
        return Optional
                .of(Hold.ofSource(Hold.Kind.VANISHED, source, texts(gone), before.size(), limit, gone, sentence));
    }

    private static Optional<Hold> changed(String source, boolean complete, Map<ContactKey, String> now,
            Map<ContactKey, String> before, Limit limit) {
        Set<ContactKey> other = before.keySet().stream()
                .filter(key -> now.containsKey(key) ? !before.get(key).equals(now.get(key)) : complete)
                .collect(Collectors.toSet());
        if (before.size() < Limits.CHANGED_FROM || !limit.isExceededBy(other.size(), before.size())) {
            return Optional.empty();
        }
        long gone = other.stream().filter(key -> !now.containsKey(key)).count();
        boolean all = gone == other.size();
        String sentence =
                String.format(Locale.ROOT, "%d of %d people of %s %s (%s)%s", other.size(), before.size(), source,
                all ? "vanished" : "changed or vanished", limit.words(other.size(), before.size()),
                gone == 0 || all ? "" : ", " + gone + " of them vanished");
        List<String> items = other.stream().map(key -> key.text() + " " + now.get(key)).toList();
        return Optional.of(Hold.ofSource(Hold.Kind.CHANGED, source, items, before.size(), limit, other, sentence));
    }

    private static List<String> texts(Set<ContactKey> keys) {
        return keys.stream().map(ContactKey::text).toList();
    }

    private static Set<ContactKey> gone(Map<ContactKey, String> now, Map<ContactKey, String> before) {
        return before.keySet().stream().filter(key -> !now.containsKey(key)).collect(Collectors.toSet());
    }
}
