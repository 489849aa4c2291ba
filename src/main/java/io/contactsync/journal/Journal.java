package io.contactsync.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The journal of one run: a file of JSON lines, each with its time in UTC (ISO 8601, milliseconds) and a check sum,
 * written by all mailboxes at once. Which line may follow which says {@link Grammar}.
 *
 * <p>A durable write returns when the line is on the disk, in the file that the folder still shows; mailboxes that
 * write at the same time share one sync of the disk. After the first failure nothing is written any more and every
 * later write fails too, so that nothing is sent without a journal.
 */
public final class Journal implements AutoCloseable {

    /** The file's name in a run's folder. */
    public static final String FILE = "journal.jsonl";

    /** Those that a run may have made around its own: that of the runs, that of the data, and one more. */
    private static final int FOLDERS = 3;

    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final JsonFactory JSON = new ObjectMapper().getFactory().setCharacterEscapes(new JournalEscapes());

    private final Path file;
    private final Clock clock;
    private final FileChannel channel;
    private final FilePlace place;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock forcing = new ReentrantLock();
    private final AtomicReference<JournalException> broken = new AtomicReference<>();
    private volatile long written;
    private long forced;

    private Journal(Path file, FileChannel channel, Clock clock, FilePlace place) {
        this.file = file;
        this.channel = channel;
        this.clock = clock;
        this.place = place;
    }

    /**
     * Begins the journal of a run in a folder of its own, readable by its owner only where the file system can say so.
     *
     * @throws JournalException if it cannot be written
     */
    public static Journal begin(Path folder, Clock clock) {
        Path file = folder.resolve(FILE);
        try {
            PrivateFiles.createFolder(folder);
            FileChannel channel =
                    FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PrivateFiles.ownerOnly(folder));
            PrivateFiles.sync(folder);
            PrivateFiles.syncNames(folder, FOLDERS);
            return new Journal(file, channel, clock, FilePlace.of(file));
        } catch (IOException unwritable) {
            throw new JournalException("the journal '" + file + "' cannot be written", unwritable);
        }
    }

    /** A time as journals write it. */
    public static String time(Instant time) {
        return TIME.format(time);
    }

    /** Where it is. */
    public Path file() {
        return file;
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

    private byte[] lines(List<JournalEntry> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 * entries.size());
        String now = TIME.format(Instant.now(clock));
        try {
            for (JournalEntry entry : entries) {
                line(bytes, now, entry);
            }
        } catch (IOException impossible) {
            throw new JournalException("a journal entry cannot be rendered", impossible);
        }
        return bytes.toByteArray();
    }

    private static void line(ByteArrayOutputStream bytes, String now, JournalEntry entry) throws IOException {
        ByteArrayOutputStream object = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(object)) {
            json.writeStartObject();
            json.writeStringField("at", now);
            json.writeStringField("event", entry.event().word());
            for (Map.Entry<String, Object> member : entry.members().entrySet()) {
                json.writeObjectField(member.getKey(), member.getValue());
            }
            json.writeEndObject();
        }
        LineSum.write(object.toByteArray(), bytes);
    }

    /** Rendered inside the lock: the times of a journal never go back. */
    private long append(List<JournalEntry> entries) {
        writing.lock();
        try {
            check();
            ByteBuffer buffer = ByteBuffer.wrap(lines(entries));
            int length = buffer.remaining();
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            written += length;
            return written;
        } catch (IOException failed) {
            throw fail(failed);
        } finally {
            writing.unlock();
        }
    }

    /**
     * One sync covers all that was written before it: whoever waited for the lock finds its lines already on the disk.
     */
    private void force(long end) {
        forcing.lock();
        try {
            check();
            if (forced < end) {
                long covered = written;
                channel.force(false);
                place.check(covered);
                forced = covered;
            }
        } catch (IOException failed) {
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

    private JournalException fail(IOException cause) {
        broken.compareAndSet(null, new JournalException("the journal '" + file + "' cannot be written", cause));
        return broken.get();
    }

    /** Ends it; what was written is on the disk. */
    @Override
    public void close() {
        try (channel) {
            if (broken.get() == null) {
                channel.force(true);
            }
        } catch (IOException failed) {
            throw fail(failed);
        }
    }
}
