package io.contactsync.simulation;

import io.contactsync.journal.JournalException;
import io.contactsync.journal.SharedState;
import io.contactsync.journal.SharedTurn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What several machines share of their data folders, kept where no disk and no process can harm it. */
final class KeptFiles implements SharedState, SharedTurn {

    private final boolean atOnce;
    private final Map<String, byte[]> kept = new TreeMap<>();
    private final Set<Path> changed = new TreeSet<>(Comparator.comparing(Path::toString));
    private final Map<Path, Long> longer = new HashMap<>();
    private Path data;
    private boolean elsewhere;
    private boolean dead;

    /** @param atOnce whether a turn's files are kept when they should be, and not only at its end */
    KeptFiles(boolean atOnce) {
        this.atOnce = atOnce;
    }

    /** What the machines of that engine share, if it is on several. */
    static Optional<KeptFiles> of(EngineVariant variant) {
        return switch (variant) {
            case ON_TWO_MACHINES, WAKES_AND_SENDS -> Optional.of(new KeptFiles(true));
            case SHARES_AFTERWARDS -> Optional.of(new KeptFiles(false));
            default -> Optional.empty();
        };
    }

    /** The process is gone, and keeps nothing more. */
    void die() {
        dead = true;
    }

    /** The next turn is another machine's. */
    void goElsewhere() {
        elsewhere = true;
    }

    @Override
    public SharedTurn take(Path folder) {
        data = folder;
        dead = false;
        changed.clear();
        longer.clear();
        try {
            if (elsewhere) {
                restore();
            }
            elsewhere = false;
            keepAll();
            return this;
        } catch (IOException failed) {
            throw new JournalException("what machines share cannot be read or written", failed);
        }
    }

    private void restore() throws IOException {
        for (Path file : files()) {
            Files.delete(file);
        }
        for (Map.Entry<String, byte[]> each : kept.entrySet()) {
            Path file = data.resolve(each.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, each.getValue());
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(Files::isRegularFile).filter(file -> !file.toString().endsWith("lock")).toList();
        }
    }

    private void keepAll() throws IOException {
        kept.clear();
        for (Path file : files()) {
            kept.put(data.relativize(file).toString(), Files.readAllBytes(file));
        }
    }

    @Override
    public void check() {
        // two processes at once are not played
    }

    @Override
    public boolean isOurs() {
        return true;
    }

    @Override
    public void changed(Path file) {
        changed.add(file);
    }

    @Override
    public void grown(Path file, long size) {
        longer.merge(file, size, Math::max);
    }

    @Override
    public void keep() {
        if (dead || !atOnce) {
            return;
        }
        try {
            for (Path file : changed) {
                kept.put(data.relativize(file).toString(), Files.readAllBytes(file));
            }
            for (Map.Entry<Path, Long> each : longer.entrySet()) {
                byte[] whole = Files.readAllBytes(each.getKey());
                kept.put(data.relativize(each.getKey()).toString(), Arrays.copyOf(whole, each.getValue().intValue()));
            }
            changed.clear();
            longer.clear();
        } catch (IOException failed) {
            throw new JournalException("what machines share cannot be read or written", failed);
        }
    }

    @Override
    public void close() {
        try {
            if (!dead) {
                keepAll();
            }
        } catch (IOException failed) {
            throw new JournalException("what machines share cannot be read or written", failed);
        }
    }
}
