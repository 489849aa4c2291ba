package io.contactsync.journal;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The turns of this process, by their data folders: whoever writes a file tells the turn that it belongs to. */
final class Followed {

    private static final Map<Path, SharedTurn> TURNS = new ConcurrentHashMap<>();

    private Followed() {
    }

    static void follow(Path data, SharedTurn turn) {
        if (turn != FilesAlone.INSTANCE) {
            TURNS.put(plain(data), turn);
        }
    }

    static void end(Path data) {
        TURNS.remove(plain(data));
    }

    /** The turn that the file belongs to. */
    static SharedTurn of(Path file) {
        Path place = plain(file);
        return TURNS.entrySet().stream().filter(each -> place.startsWith(each.getKey())).map(Map.Entry::getValue)
                .findFirst().orElse(FilesAlone.INSTANCE);
    }

    private static Path plain(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
