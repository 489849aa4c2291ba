package io.contactsync.run;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.contactsync.journal.DamagedStateException;
import io.contactsync.journal.DataPlaces;
import io.contactsync.journal.NoticesFile;

/**
 * Other installations whose contacts stand where ours would: each leaves the other's alone. That is said when one comes
 * or goes, and not in every run; {@code status} says it as long as it is so.
 */
public final class Neighbours {

    private static final String CHANNEL = "neighbour";

    private final NoticesFile file;

    /** Those that this data folder knows of. */
    public Neighbours(Path data) {
        this.file = new NoticesFile(new DataPlaces(data).neighbours());
    }

    /** Their names; none if that is damaged, and then it is said again. */
    public Set<String> known() {
        try {
            return Set.copyOf(file.read().getOrDefault(CHANNEL, Set.of()));
        } catch (DamagedStateException damaged) {
            return Set.of();
        }
    }

    /**
     * Remembers those that are there now.
     *
     * @throws io.contactsync.journal.JournalException if that cannot be written
     */
    void now(Set<String> names) {
        if (!known().equals(names)) {
            file.write(names.isEmpty() ? Map.of() : Map.of(CHANNEL, new TreeSet<>(names)));
        }
    }
}
