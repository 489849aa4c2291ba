package io.contactsync.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Guards a run before the first mailbox is read: one source's contacts now against its contacts at the last accepted complete reading.
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
     * Judges one source.
     *
     * @param source its name
     * @param complete whether it was read completely
     * @param now content hash by key, as read now
     * @param before content hash by key at the last accepted reading, empty if there was none
     * @param approvals ids of holds that a human let through
     */
    public static Verdict judge(String source, boolean complete, Map<ContactKey, String> now, Map<ContactKey, String> before, Limits limits,
            Set<String> approvals) {
        Hold changed = changed(source, complete, now, before, limits).filter(hold -> !approvals.contains(hold.id())).orElse(null);
        if (!complete) {
            return new Verdict(SourceState.INCOMPLETE, null, changed, Set.of());
        }
        Optional<Hold> vanished = vanished(source, now, before, limits);
        boolean approved = vanished.filter(hold -> approvals.contains(hold.id())).isPresent();
        boolean held = vanished.isPresent() && !approved;
        return new Verdict(held ? SourceState.HELD : SourceState.COMPLETE, held ? vanished.get() : null, changed, approved ? gone(now, before) : Set.of());
    }

    private static Optional<Hold> vanished(String source, Map<ContactKey, String> now, Map<ContactKey, String> before, Limits limits) {
        List<String> gone = gone(now, before).stream().map(ContactKey::text).toList();
        if (!Limits.exceeds(gone.size(), before.size(), limits.vanishedMin(), limits.vanishedPercent())) {
            return Optional.empty();
        }
        return Optional.of(Hold.of("vanished", gone, sentence(source, gone.size(), before.size(), "contacts vanished", limits.vanishedPercent())));
    }

    private static Optional<Hold> changed(String source, boolean complete, Map<ContactKey, String> now, Map<ContactKey, String> before, Limits limits) {
        List<String> other = new ArrayList<>();
        before.forEach((key, hash) -> {
            if (now.containsKey(key) ? !hash.equals(now.get(key)) : complete) {
                other.add(key.text() + " " + now.get(key));
            }
        });
        if (before.size() < Limits.CHANGED_FROM || !Limits.exceeds(other.size(), before.size(), 0, limits.changedPercent())) {
            return Optional.empty();
        }
        return Optional.of(Hold.of("changed", other, sentence(source, other.size(), before.size(), "contacts changed or vanished", limits.changedPercent())));
    }

    private static Set<ContactKey> gone(Map<ContactKey, String> now, Map<ContactKey, String> before) {
        return before.keySet().stream().filter(key -> !now.containsKey(key)).collect(Collectors.toSet());
    }

    static String sentence(String who, int part, int whole, String what, int percent) {
        return "%s: %d of %d %s (%d %%) over %d %%".formatted(who, part, whole, what, whole == 0 ? 100 : Math.round(100.0 * part / whole), percent);
    }
}
