package io.contactsync.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The runs of a data folder, and the way out where one of their journals is damaged. */
public final class JournalArchive {

    private static final String ASIDE = "set-aside";

    private final Path data;

    /** Of that data folder. */
    public JournalArchive(Path data) {
        this.data = data;
    }

    /** Ids of the runs whose folders are there, sorted. */
    public List<String> runs() {
        return ids(new DataPlaces(data).runs());
    }

    /** Ids of all journals, those of what was done by hand included, sorted. */
    List<String> all() {
        return Stream.of(runs(), ids(new DataPlaces(data).audit())).flatMap(List::stream).sorted().toList();
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
     * Moves a run's folder out of the way. What its journal knew is lost for the runs to come: that is noted first, so
     * that a crash in between costs time and nothing else.
     *
     * @return where it is now
     * @throws JournalException if it cannot be moved
     */
    public Path setAside(String run) {
        FolderAge.settleFromNextRun(data);
        Path aside = data.resolve(ASIDE);
        try {
            PrivateFiles.createFolder(aside);
            Path target = aside.resolve(run);
            for (int number = 2; Files.exists(target, LinkOption.NOFOLLOW_LINKS); number++) {
                target = aside.resolve(run + "-" + number);
            }
            return Files.move(new DataPlaces(data).runs().resolve(run), target);
        } catch (IOException unmovable) {
            throw new JournalException("the journal of the run " + run + " cannot be set aside", unmovable);
        }
    }
}
