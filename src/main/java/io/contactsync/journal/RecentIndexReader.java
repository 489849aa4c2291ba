package io.contactsync.journal;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/** Reads a {@link RecentIndex}, if it is whole and the journal is still what it was at its end. */
final class RecentIndexReader {

    private static final int BLOCK = 65_536;
    private static final int HEAD = Integer.BYTES;
    /** The length of its journal, and its sum. */
    private static final int END = 2 * Long.BYTES;
    private static final CreateNews[] NEWS = CreateNews.values();

    private final List<String> mailboxes = new ArrayList<>();
    private final Taker taker;
    private Instant at;
    private String mailbox;

    /** Takes what it says, in the order of the journal. */
    @FunctionalInterface
    interface Taker {
        /** @param key the hash of a key; 0 where it is about none */
        void take(CreateNews news, String mailbox, long key, Instant at);
    }

    private RecentIndexReader(Taker taker) {
        this.taker = taker;
    }

    /** Hands over all of it; false, and nothing handed over, where the journal itself has to be read. */
    static boolean read(Path folder, Taker taker) {
        Path file = folder.resolve(RecentIndex.FILE);
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !isYoungest(file) || !isWhole(file)) {
                return false;
            }
            new RecentIndexReader(taker).read(file);
            return true;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Whoever changes a journal makes it younger than what was written after it. */
    private static boolean isYoungest(Path file) throws IOException {
        FileTime own = Files.getLastModifiedTime(file);
        for (Path part : JournalFiles.of(file.getParent())) {
            if (Files.getLastModifiedTime(part).compareTo(own) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** Its sum is right, and it is that of so many bytes of journal. */
    private static boolean isWhole(Path file) throws IOException {
        CRC32C sum = new CRC32C();
        try (DataInputStream in = new DataInputStream(new CheckedInputStream(open(file), sum))) {
            boolean known = in.readInt() == RecentIndex.MAGIC;
            in.skipNBytes(Files.size(file) - HEAD - END);
            long journal = in.readLong();
            long summed = sum.getValue();
            return known && in.readLong() == summed && in.read() < 0
                    && journal == RecentIndex.size(file.getParent());
        }
    }

    private static InputStream open(Path file) throws IOException {
        return new BufferedInputStream(PrivateFiles.readOwn(file), BLOCK);
    }

    private void read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(open(file))) {
            in.readInt();
            for (int next = in.read(); next != RecentIndex.END; next = in.read()) {
                record(next, in);
            }
        }
    }

    private void record(int next, DataInputStream in) throws IOException {
        switch (next) {
            case RecentIndex.TIME -> at = Instant.ofEpochMilli(in.readLong());
            case RecentIndex.MAILBOX -> mailbox = mailboxes.get(in.readInt());
            case RecentIndex.NEW_MAILBOX -> {
                mailbox = in.readUTF();
                mailboxes.add(mailbox);
            }
            default -> taker.take(NEWS[next], mailbox, NEWS[next].hasKey() ? in.readLong() : 0, at);
        }
    }
}
