package io.contactsync.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The journal of one run, written by all mailboxes at once: files of JSON lines, each with its time in UTC (ISO 8601,
 * milliseconds), a hash over the line before and itself, and a check sum. Which line may follow which says
 * {@link Grammar}; the first one names the journal before. After {@value #SEGMENT} bytes another file follows.
 *
 * <p>A durable write returns when the line is on the disk, in the file that the folder still shows; mailboxes that
 * write at the same time share one sync of the disk. After the first failure every later write fails too, so that
 * nothing is sent without a journal.
 */
public final class Journal implements AutoCloseable {

    /** The first file's name in a run's folder. */
    public static final String FILE = "journal.jsonl";

    static final long SEGMENT = 64 << 20;
    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Clock clock;
    private final long longest;
    private final ChainHead head;
    private final JournalText text;
    private final RecentIndex index;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock forcing = new ReentrantLock();
    private final AtomicReference<JournalException> broken = new AtomicReference<>();
    private JournalSegment segment;
    private int number = 1;
    private volatile long written;
    private long forced;

    private Journal(Path data, Path folder, Clock clock, long longest) throws IOException {
        this.folder = folder;
        this.clock = clock;
        this.longest = longest;
        PrivateFiles.createFolder(folder);
        this.segment = JournalSegment.create(file());
        this.head = ChainHead.of(data);
        this.text = new JournalText(link());
        this.index = new RecentIndex(folder);
    }

    private ChainHead.Link link() throws IOException {
        try {
            return head.begin(folder.getFileName().toString());
        } catch (RuntimeException failed) {
            segment.close();
            throw failed;
        }
    }

    /**
     * Begins the journal of a run in a folder of its own, for its owner's eyes only, linked to the journal before.
     *
     * @param data the data folder, which remembers that one
     * @throws JournalException if it cannot be written
     */
    public static Journal begin(Path data, Path folder, Clock clock) {
        return begin(data, folder, clock, SEGMENT);
    }

    /** @param longest bytes after which a file of it is followed by another one */
    static Journal begin(Path data, Path folder, Clock clock, long longest) {
        try {
            return new Journal(data, folder, clock, longest);
        } catch (IOException unwritable) {
            throw new JournalException("the journal '" + folder.resolve(FILE) + "' cannot be written", unwritable);
        }
    }

    /** A time as journals write it. */
    public static String time(Instant time) {
        return TIME.format(time);
    }

    /** Where its first file is. */
    public Path file() {
        return folder.resolve(FILE);
    }

    /** The hash of its last line, which vouches for all before it. */
    public String hash() {
        writing.lock();
        try {
            return text.hash();
        } finally {
            writing.unlock();
        }
    }

    /**
     * Appends entries, one line each, together.
     *
     * @param durable whether to return only when they are on the disk
     * @throws JournalException if they cannot be written; nothing more is written from then on
     */
    public void write(List<JournalEntry> entries, boolean durable) {
        if (!entries.isEmpty()) {
            long end = append(entries);
            if (durable) {
                force(end);
            }
        }
    }

    /** Appends one durable entry. */
    public void write(JournalEntry entry) {
        write(List.of(entry), true);
    }

    /** The time is told inside the lock: those of a journal never go back. */
    private long append(List<JournalEntry> entries) {
        JournalDraft draft = JournalDraft.of(entries);
        writing.lock();
        try {
            check();
            roll();
            Instant now = Instant.now(clock);
            byte[] lines = text.of(entries, draft, TIME.format(now));
            segment.write(lines);
            index.add(entries, now);
            written += lines.length;
            return written;
        } catch (IOException failed) {
            throw fail(failed);
        } finally {
            writing.unlock();
        }
    }

    /** Nobody syncs a file while another takes its place; the full one is on the disk then. */
    private void roll() throws IOException {
        if (segment.size() < longest) {
            return;
        }
        forcing.lock();
        try {
            segment = segment.next(folder.resolve(JournalFiles.name(++number)));
        } finally {
            forcing.unlock();
        }
    }

    /** One sync covers all that was written before it: whoever waited for the lock finds its lines on the disk. */
    private void force(long end) {
        forcing.lock();
        try {
            check();
            if (forced < end) {
                long covered = written;
                segment.force();
                Followed.of(folder).keep();
                forced = covered;
            }
        } catch (IOException | JournalException failed) {
            throw fail(failed);
        } finally {
            forcing.unlock();
        }
    }

    private void check() {
        if (broken.get() != null) {
            throw broken.get();
        }
    }

    private JournalException fail(Exception cause) {
        broken.compareAndSet(null, cause instanceof JournalException told ? told
                : new JournalException("the journal '" + file() + "' cannot be written", cause));
        return broken.get();
    }

    /** Ends it; what was written is on the disk, and how it ended is remembered for the next one. */
    @Override
    public void close() {
        try (index) {
            segment.end(broken.get() != null);
            if (broken.get() == null && text.lines() > 0) {
                head.end(text.hash(), text.lines());
                index.end();
            }
        } catch (IOException failed) {
            throw fail(failed);
        }
    }
}
