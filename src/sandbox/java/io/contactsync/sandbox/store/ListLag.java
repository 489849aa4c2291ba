package io.contactsync.sandbox.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the lists of one mailbox have not heard of yet: contacts made that are not shown, contacts deleted that still
 * are. Times in seconds since 1970.
 */
final class ListLag {
    private final Map<Integer, Unheard> hidden = new HashMap<>();
    private final Map<StoredContact, Unheard> kept = new HashMap<>();

    /** @param change number of the change that lists hear of at that time */
    record Unheard(int change, long until) {
    }

    void hide(StoredContact made, long until) {
        hidden.put(made.number(), new Unheard(made.change(), until));
    }

    /** @param change number of the change that deleted it */
    void keep(StoredContact deleted, int change, long until) {
        kept.put(deleted, new Unheard(change, until));
    }

    /** Number of the last change before the first unheard one. */
    int heard(int lastChange, long now) {
        forget(now);
        return Stream.concat(hidden.values().stream(), kept.values().stream()).mapToInt(each -> each.change() - 1)
                .reduce(lastChange, Math::min);
    }

    /** The contacts of a folder as a list shows them. */
    List<StoredContact> seen(List<StoredContact> all, Folder folder, long now) {
        forget(now);
        if (hidden.isEmpty() && kept.isEmpty()) {
            return all;
        }
        List<StoredContact> seen = new ArrayList<>(all);
        seen.removeIf(each -> hidden.containsKey(each.number()));
        kept.keySet().stream().filter(each -> each.folder() == folder && !hidden.containsKey(each.number()))
                .forEach(seen::add);
        seen.sort(Comparator.comparingInt(StoredContact::number));
        return seen;
    }

    private void forget(long now) {
        hidden.values().removeIf(each -> each.until() <= now);
        kept.values().removeIf(each -> each.until() <= now);
    }
}
