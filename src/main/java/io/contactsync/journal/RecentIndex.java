package io.contactsync.journal;

import io.contactsync.core.Fnv;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * Beside a run's journal, what its lines mean for {@link RecentCreates}, in about nine bytes each, so that the next run
 * need not read that journal: the file {@code recent}. It grows under another name while the journal does and gets its
 * own when that has come to its end; a run that was killed has none. It only saves time: where there is none, the
 * journal is read.
 */
final class RecentIndex implements AutoCloseable {

    static final String FILE = "recent";
    static final int MAGIC = 0x63730001;
    /** What a record begins with: that, or a {@link CreateNews}. */
    static final int TIME = 'T';
    static final int NEW_MAILBOX = 'N';
    static final int MAILBOX = 'M';
    static final int END = 'E';

    private static final int BLOCK = 16_384;

    private final Path folder;
    private final Map<String, Integer> mailboxes = new HashMap<>();
    private final CRC32C sum = new CRC32C();
    private FileChannel channel;
    private DataOutputStream out;
    private boolean failed;
    private long at;
    private String mailbox = "";

    /** That of a journal, in its folder. */
    RecentIndex(Path folder) {
        this.folder = folder;
    }

    /** Lines were written. */
    void add(List<JournalEntry> entries, Instant time) {
        try {
            for (JournalEntry entry : entries) {
                if (!failed && entry.text("mailbox") != null) {
                    open();
                    add(entry, time.toEpochMilli());
                }
            }
        } catch (IOException unwritable) {
            failed = true;
        }
    }

    private void open() throws IOException {
        if (out == null) {
            channel = FileChannel.open(unfinished(), Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PrivateFiles.ownerOnly(folder));
            out = new DataOutputStream(new CheckedOutputStream(
                    new BufferedOutputStream(Channels.newOutputStream(channel), BLOCK), sum));
            out.writeInt(MAGIC);
        }
    }

    private void add(JournalEntry entry, long time) throws IOException {
        CreateNews news = CreateNews.of(entry.event(), entry::text);
        if (news == null) {
            return;
        }
        if (time != at) {
            at = time;
            out.write(TIME);
            out.writeLong(at);
        }
        in(entry.text("mailbox"));
        out.write(news.ordinal());
        if (news.hasKey()) {
            out.writeLong(Fnv.hash(entry.text("key")));
        }
    }

    private void in(String next) throws IOException {
        if (mailboxes.isEmpty() || !mailbox.equals(next)) {
            mailbox = next;
            Integer number = mailboxes.putIfAbsent(mailbox, mailboxes.size());
            out.write(number == null ? NEW_MAILBOX : MAILBOX);
            if (number == null) {
                out.writeUTF(mailbox);
            } else {
                out.writeInt(number);
            }
        }
    }

    /** The journal has come to its end, and is on the disk. */
    void end() {
        if (out == null || failed) {
            return;
        }
        try {
            out.write(END);
            out.writeLong(size(folder));
            out.writeLong(sum.getValue());
            out.flush();
            channel.force(true);
            Files.move(unfinished(), folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
            PrivateFiles.sync(folder);
            Followed.of(folder).changed(folder.resolve(FILE));
        } catch (IOException unwritable) {
            failed = true;
        }
    }

    /** Whatever of it has not come to its end is none. */
    @Override
    public void close() {
        try (FileChannel file = channel) {
            Files.deleteIfExists(unfinished());
        } catch (IOException left) {
            failed = true;
        }
    }

    /** Of files that are half written no other machine gets a copy. */
    private Path unfinished() {
        return folder.resolve(FILE + ".new");
    }

    /** Forgets what it says of a journal. */
    static void forget(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }

    /** Bytes of a journal. */
    static long size(Path folder) throws IOException {
        long size = 0;
        for (Path file : JournalFiles.of(folder)) {
            size += Files.size(file);
        }
        return size;
    }
}
