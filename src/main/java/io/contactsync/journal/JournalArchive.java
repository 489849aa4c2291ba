package io.contactsync.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The runs of a data folder, and the way out where one of their journals is damaged. */
public final class JournalArchive {


    private final Path data;
    private final DataPlaces places;

    /** Of that data folder. */
    public JournalArchive(Path data) {
        this.data = data;
        this.places = new DataPlaces(data);
    }

    /**
     * What was set aside.
     *
     * @param run whose journal
     * @param why what was wrong with it
     * @param to where it is now; null if it was missing
     */
    public record Aside(String run, String why, Path to) {
    }

    /** Ids of the runs whose folders are there, sorted. */
    public List<String> runs() {
        return ids(places.runs());
    }

    /** Ids of all journals, those of what was done by hand included, sorted. */
    List<String> all() {
        return Stream.of(runs(), ids(places.audit())).flatMap(List::stream).sorted().toList();
    }

    private static List<String> ids(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory).map(each -> each.getFileName().toString()).sorted().toList();
        } catch (IOException unreadable) {
            throw new JournalException("the journals below '" + folder + "' cannot be read", unreadable);
        }
    }

    /**
     * Whether the next run could begin here: the folder is safe, and what it needs of earlier journals can be read.
     * Writes nothing.
     *
     * @param now by this machine's clock
     * @param settle how long a create stays recent
     * @throws JournalException in one sentence that says what is wrong
     */
    public void requireSound(Instant now, Duration settle) {
        try {
            DataFolder.check(data);
        } catch (IOException unreadable) {
            throw new JournalException("the data folder '" + data + "' cannot be used", unreadable);
        }
        RecentCreates.of(data, now, settle);
    }

    /**
     * Moves every journal that is not as it was written out of the way, and notes those that are missing. What they
     * knew is lost for the runs to come: that is noted first, so that a crash in between costs time and nothing else.
     * The lock of the data folder is taken.
     *
     * @param by name of the operating system's user, for the journal of it
     * @throws JournalException if one cannot be moved, or something else is wrong with the data folder
     */
    public List<Aside> rebuild(String by, Clock clock, Duration settle) {
        List<Aside> aside = new ArrayList<>();
        Map<String, String> bad = bad(clock.instant(), settle);
        if (!bad.isEmpty()) {
            FolderAge.settleFromNextRun(data);
            try (HandJournal hand = HandJournal.begin(data, "rebuild", by, clock)) {
                bad.forEach((run, why) -> aside.add(new Aside(run, why, setAside(run, hand))));
                hand.end();
            }
        }
        requireSound(clock.instant(), settle);
        return aside;
    }

    /** What is wrong, by run; the first damage of a journal that readers cannot even look at is one of them. */
    private Map<String, String> bad(Instant now, Duration settle) {
        Map<String, String> bad = new LinkedHashMap<>();
        for (AuditCheck.Bad each : AuditCheck.of(data).bad()) {
            if (!each.run().isEmpty()) {
                bad.putIfAbsent(each.run(), each.sentence());
            }
        }
        try {
            RecentCreates.of(data, now, settle);
        } catch (DamagedJournalException damaged) {
            bad.putIfAbsent(damaged.run(), damaged.getMessage());
        }
        return bad;
    }

    private Path setAside(String run, HandJournal hand) {
        Path folder = places.journal(run);
        JournalEntry entry = JournalEntry.of(Grammar.SET_ASIDE).with("of", run);
        if (folder == null) {
            hand.say(entry.with("missing", true));
            return null;
        }
        CheckedJournal journal = CheckedJournal.of(folder);
        hand.say(entry.with("lines", journal.lines()).with("previous", journal.previous())
                .with("previousHash", journal.previousHash()));
        return move(run, folder);
    }

    private Path move(String run, Path folder) {
        Path aside = new DataPlaces(data).aside();
        try {
            PrivateFiles.createFolder(aside);
            Path target = aside.resolve(run);
            for (int number = 2; Files.exists(target, LinkOption.NOFOLLOW_LINKS); number++) {
                target = aside.resolve(run + "-" + number);
            }
            return Files.move(folder, target);
        } catch (IOException unmovable) {
            throw new JournalException("the journal of the run " + run + " cannot be set aside", unmovable);
        }
    }
}
