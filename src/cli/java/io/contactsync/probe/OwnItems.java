package io.contactsync.probe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the probe has made, by id. Whoever wants to change or delete something asks here first, and is refused for
 * everything else: this is what keeps a person's own contacts safe. May be used from any thread.
 */
final class OwnItems {

    /** What can be made: contacts in the probe's own folder, those outside it, folders, master categories. */
    enum Kind {
        CONTACT, STRAY_CONTACT, FOLDER, CATEGORY;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private final Map<Kind, Set<String>> ids = new EnumMap<>(Kind.class);
    private final Set<Kind> unclear = EnumSet.noneOf(Kind.class);

    OwnItems() {
        for (Kind kind : Kind.values()) {
            ids.put(kind, new LinkedHashSet<>());
        }
    }

    synchronized void add(Kind kind, String id) {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a " + kind.word() + " without id");
        }
        ids.get(kind).add(id);
    }

    /** @throws IllegalStateException if the probe has not made it */
    synchronized String require(Kind kind, String id) {
        if (!ids.get(kind).contains(id) && !(kind == Kind.CONTACT && ids.get(Kind.STRAY_CONTACT).contains(id))) {
            throw new IllegalStateException("the probe has not made this " + kind.word() + ", and leaves it alone");
        }
        return id;
    }

    synchronized void gone(String id) {
        ids.values().forEach(known -> known.remove(id));
    }

    /** The newest first: what lies in something goes before it. */
    synchronized List<String> all(Kind kind) {
        List<String> reversed = new ArrayList<>(ids.get(kind));
        Collections.reverse(reversed);
        return reversed;
    }

    /** Something may have been made whose id is not known. */
    synchronized void doubt(Kind kind) {
        unclear.add(kind);
    }

    synchronized boolean inDoubt(Kind kind) {
        return unclear.contains(kind);
    }
}
