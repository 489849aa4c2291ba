package io.contactsync.sandbox.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The directory objects of one kind, those deleted but restorable, and what changed since somebody first asked for
 * changes: before that nothing is recorded. Guarded by its tenant's lock.
 */
public final class DirectoryObjects<T extends DirectoryObject> {
    private final Map<String, T> present = new LinkedHashMap<>();
    private final Map<String, T> restorable = new HashMap<>();
    private List<Change<T>> changes;
    private List<T> heldIndex;

    /** @param before what the object was, null if it was not there */
    private record Change<T>(String id, T before) {
    }

    /** The object of that id, or null. */
    public T get(String id) {
        return present.get(id);
    }

    /** All of them in the order of their making. */
    public Collection<T> all() {
        return present.values();
    }

    /** What advanced queries see: all, or those of the moment the index was held. */
    public Collection<T> indexed() {
        return heldIndex == null ? all() : heldIndex;
    }

    void holdIndex(boolean hold) {
        heldIndex = hold ? List.copyOf(present.values()) : null;
    }

    void put(T object) {
        record(object.id());
        present.put(object.id(), object);
        restorable.remove(object.id());
    }

    /** Removes and returns the object, or returns null if there is none. */
    T remove(String id, boolean canBeRestored) {
        record(id);
        T removed = present.remove(id);
        if (canBeRestored && removed != null) {
            restorable.put(id, removed);
        }
        return removed;
    }

    /** Brings a deleted object back and returns it, or returns null if there is none. */
    T restore(String id) {
        T object = restorable.get(id);
        if (object != null) {
            put(object);
        }
        return object;
    }

    /** Whether the object is deleted, but can be brought back. */
    public boolean isRestorable(String id) {
        return restorable.containsKey(id);
    }

    /** The point in the history of changes reached so far; recording begins with the first call. */
    public int position() {
        if (changes == null) {
            changes = new ArrayList<>();
        }
        return changes.size();
    }

    /** Ids of those changed since a point, each with what it was at that point, null if it was not there. */
    public Map<String, T> changedSince(int position) {
        Map<String, T> before = new HashMap<>();
        for (Change<T> each : changes.subList(position, changes.size())) {
            if (!before.containsKey(each.id())) {
                before.put(each.id(), each.before());
            }
        }
        return before;
    }

    private void record(String id) {
        if (changes != null) {
            changes.add(new Change<>(id, present.get(id)));
        }
    }
}
