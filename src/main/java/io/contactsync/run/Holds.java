package io.contactsync.run;

import io.contactsync.journal.DamagedStateException;
import io.contactsync.journal.HoldsFile;
import io.contactsync.journal.KnownHold;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What waits for a person in a data folder, and what a person decides. May be asked while a run is in progress
 * elsewhere.
 */
public final class Holds {

    /** A beginning of an id of at least so many characters is enough, if no other id begins with it. */
    static final int LEAST = 4;

    private static final Comparator<KnownHold> OLDEST_FIRST =
            Comparator.comparing(KnownHold::since).thenComparing(KnownHold::id);

    private final HoldsFile file;

    public Holds(Path data) {
        this.file = new HoldsFile(data);
    }

    /**
     * All of them, the oldest first.
     *
     * @throws io.contactsync.journal.DamagedStateException if the file is damaged: the next run begins afresh with it
     */
    public List<KnownHold> all() {
        return file.read().stream().sorted(OLDEST_FIRST).toList();
    }

    /**
     * All of them as people see them, the oldest first; none where the file is damaged, as the next run begins afresh.
     */
    public List<OpenHold> told() {
        try {
            return all().stream().map(OpenHold::of).toList();
        } catch (DamagedStateException damaged) {
            return List.of();
        }
    }

    /** What is wrong with the file, if anything is, and what to do. */
    public Optional<String> damage() {
        try {
            file.read();
            return Optional.empty();
        } catch (DamagedStateException damaged) {
            return Optional.of(damaged.getMessage());
        }
    }

    /**
     * The hold of that id, or whose id begins so, in small letters or capitals.
     *
     * @throws UnknownHoldException if there is none, or more than one
     */
    public KnownHold get(String id) {
        return find(all(), id);
    }

    /**
     * Keeps what a person decided: the next run heeds it.
     *
     * @param id an id, or a beginning of one
     * @param by name of the operating system's user
     * @return the hold, decided
     * @throws UnknownHoldException if there is no such hold, or more than one
     */
    public KnownHold decide(String id, KnownHold.Word word, String by, Instant now) {
        get(id);
        KnownHold.Decision decision = new KnownHold.Decision(word, by, now);
        List<KnownHold> after = file.update(known -> {
            KnownHold meant = find(known, id);
            return known.stream().map(hold -> hold == meant ? hold.decided(decision) : hold).toList();
        });
        return find(after, id);
    }

    static KnownHold find(List<KnownHold> known, String id) {
        String meant = id.toLowerCase(Locale.ROOT);
        List<KnownHold> found = known.stream().filter(hold -> hold.id().equals(meant)
                || meant.length() >= LEAST && hold.id().startsWith(meant)).toList();
        if (found.size() != 1) {
            throw new UnknownHoldException(id, found, known);
        }
        return found.get(0);
    }

    /** How many characters of their ids tell those apart. */
    public static int distinct(List<KnownHold> holds) {
        int length = LEAST;
        while (isAmbiguous(holds, length)) {
            length++;
        }
        return length;
    }

    private static boolean isAmbiguous(List<KnownHold> holds, int length) {
        return holds.stream().anyMatch(hold -> hold.id().length() > length)
                && holds.stream().map(hold -> hold.id().substring(0, Math.min(length, hold.id().length()))).distinct()
                        .count() < holds.size();
    }
}
