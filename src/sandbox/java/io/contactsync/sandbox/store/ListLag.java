package io.contactsync.sandbox.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * What the lists of one mailbox have not heard of yet: contacts made that are not shown, contacts deleted that still
 * are. Times in seconds since 1970.
 */
public final class ListLag {
    private final ChangeLog log;
    private final LongSupplier seconds;
    private final Map<Integer, Unheard> hidden = new HashMap<>(0);
    private final Map<StoredContact, Unheard> kept = new HashMap<>(0);

    /** @param change number of the change that lists hear of at that time */
    private record Unheard(int change, long until) {
    }

    ListLag(ChangeLog log, LongSupplier seconds) {
        this.log = log;
        this.seconds = seconds;
    }

    /** Leaves a contact out of lists for that time, as if they had not heard of it yet. */
    public void hide(StoredContact made, Duration time) {
        hidden.put(made.number(), new Unheard(made.change(), after(time)));
    }

    /** Keeps a contact that was deleted in lists for that time. */
    public void keep(StoredContact deleted, Duration time) {
        kept.put(deleted, new Unheard(log.removal(deleted), after(time)));
    }

    /** Number of the last change that lists and delta queries have heard of with all before it. */
    public int lastChangeHeard() {
        return isNone() ? log.last()
                : Stream.concat(hidden.values().stream(), kept.values().stream()).mapToInt(each -> each.change() - 1)
                        .reduce(log.last(), Math::min);
    }

    /** The contacts of a folder as a list shows them. */
    List<StoredContact> seen(List<StoredContact> all, Folder folder) {
        if (isNone()) {
            return all;
        }
        List<StoredContact> seen = new ArrayList<>(all);
        seen.removeIf(each -> hidden.containsKey(each.number()));
        kept.keySet().stream().filter(each -> each.folder() == folder && !hidden.containsKey(each.number()))
                .forEach(seen::add);
        seen.sort(Comparator.comparingInt(StoredContact::number));
        return seen;
    }

    private long after(Duration time) {
        return seconds.getAsLong() + time.plusMillis(999).toSeconds();
    }

    /** Whether lists know everything, as they nearly always do. */
    private boolean isNone() {
        if (!hidden.isEmpty() || !kept.isEmpty()) {
            long now = seconds.getAsLong();
            hidden.values().removeIf(each -> each.until() <= now);
            kept.values().removeIf(each -> each.until() <= now);
        }
        return hidden.isEmpty() && kept.isEmpty();
    }
}
