package io.contactsync.sandbox.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the lists of one mailbox have not heard of yet: contacts made that are not shown, contacts deleted that still are. Times in seconds since 1970. */
final class ListLag {
    private final Map<Integer, Long> hidden = new HashMap<>();
    private final Map<StoredContact, Long> kept = new HashMap<>();

    void hide(int number, long until) {
        hidden.put(number, until);
    }

    void keep(StoredContact deleted, long until) {
        kept.put(deleted, until);
    }

    /** The contacts of a folder as a list shows them. */
    List<StoredContact> seen(List<StoredContact> all, Folder folder, long now) {
        hidden.values().removeIf(until -> until <= now);
        kept.values().removeIf(until -> until <= now);
        if (hidden.isEmpty() && kept.isEmpty()) {
            return all;
        }
        List<StoredContact> seen = new ArrayList<>(all);
        seen.removeIf(each -> hidden.containsKey(each.number()));
        kept.keySet().stream().filter(each -> each.folder() == folder && !hidden.containsKey(each.number())).forEach(seen::add);
        seen.sort(Comparator.comparingInt(StoredContact::number));
        return seen;
    }
}
