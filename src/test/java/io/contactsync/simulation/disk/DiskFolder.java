package io.contactsync.simulation.disk;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** A folder: its names, and those of them that are certain to survive. */
final class DiskFolder {

    final Map<String, Object> names = new TreeMap<>();
    private Map<String, Object> synced = Map.of();

    void sync() {
        synced = new TreeMap<>(names);
    }

    Object synced(String name) {
        return synced.get(name);
    }

    /** The power is gone: each name that came, went or changed since the last sync is as it was, or as it is. */
    void lose(RandomGenerator random) {
        TreeSet<String> all = new TreeSet<>(names.keySet());
        all.addAll(synced.keySet());
        for (String name : all) {
            if (names.get(name) != synced.get(name) && random.nextBoolean()) {
                names.compute(name, (same, now) -> synced.get(name));
            }
        }
        sync();
        names.values().forEach(child -> {
            if (child instanceof DiskFolder folder) {
                folder.lose(random);
            } else {
                ((DiskFile) child).lose(random);
            }
        });
    }
}
