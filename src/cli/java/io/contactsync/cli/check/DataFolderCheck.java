package io.contactsync.cli.check;

import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.cli.status.DataFolderSize;
import io.contactsync.cli.words.Amounts;
import io.contactsync.cli.words.Bytes;
import io.contactsync.journal.DataPlaces;
import io.contactsync.journal.JournalArchive;
import io.contactsync.journal.SourceMemory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether the data folder can be used: it may be written to, has room, and what is in it is sound. Leaves nothing
 * behind.
 */
final class DataFolderCheck {

    /** Less than that is soon used up by journals. */
    private static final long LEAST_MB = 100;

    private final Configuration configuration;
    private final Path folder;
    private final Instant now;

    DataFolderCheck(Configuration configuration, Instant now) {
        this.configuration = configuration;
        this.folder = Path.of(configuration.get("sync.data")).toAbsolutePath();
        this.now = now;
    }

    /**
     * What there is to say of it.
     *
     * @throws RuntimeException in one sentence that says what is wrong with it
     */
    String told() throws IOException {
        Path existing = folder;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing == null || !Files.isDirectory(existing) || !Files.isWritable(existing)) {
            throw new ConfigurationException("sync.data must be a folder that may be written to - was '" + folder
                    + "'");
        }
        long free = Files.getFileStore(existing).getUsableSpace();
        if (free < LEAST_MB << 20) {
            throw new ConfigurationException("sync.data: only " + Bytes.told(free) + " are free where '" + folder
                    + "' is: make room, or set another folder");
        }
        return existing.equals(folder) ? sound() + ", " + Bytes.told(free) + " free"
                : folder + ", which the first run makes, " + Bytes.told(free) + " free";
    }

    private String sound() {
        JournalArchive archive = new JournalArchive(folder);
        archive.requireSound(now, Duration.ofMinutes(configuration.number("sync.settle-minutes", 1,
                Integer.MAX_VALUE)));
        SourceMemory memory = new SourceMemory(new DataPlaces(folder).sources());
        memory.sources().forEach(memory::read);
        return folder + ", " + Amounts.of(archive.runs().size(), "run", "runs") + ", "
                + Amounts.of(memory.sources().size(), "source", "sources") + " remembered, "
                + Bytes.told(DataFolderSize.of(folder).all())
                + ", sound";
    }
}
