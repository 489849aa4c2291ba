package io.contactsync.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/**
 * Reads a journal line by line, each one checked. The last line may be torn, anywhere: what it speaks of was never
 * sent. Anything else that is no line of a journal is damage, and an error with its place.
 */
final class JournalLines implements AutoCloseable {

    private static final byte[] START = "{\"at\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final int TIME_LENGTH = "2026-11-23T01:20:39.123Z".length();
    private static final int BLOCK = 16_384;

    private final Path file;
    private final InputStream in;
    private final boolean last;
    private byte[] buffer;
    private int filled;
    private int begin;
    private int from;
    private int to;
    private long number;
    private boolean ended;
    private boolean summed;

    /**
     * Lines of that file, from wherever its stream stands.
     *
     * @param last whether it is the last file of its journal: only there a line may be torn
     */
    JournalLines(Path file, InputStream in, boolean last) {
        this.file = file;
        this.in = in;
        this.last = last;
        this.buffer = new byte[BLOCK];
    }

    /** Lines that are in memory already; nobody else uses these bytes from that place on. */
    JournalLines(Path file, byte[] bytes, int from, int to) {
        this(file, InputStream.nullInputStream(), true);
        this.buffer = bytes;
        this.filled = to;
        this.begin = from;
    }

    /** From the beginning of the file. */
    static JournalLines open(Path file, boolean last) throws IOException {
        return new JournalLines(file, JournalFiles.open(file), last);
    }

    /**
     * Goes to the next line; false if there is none.
     *
     * @throws JournalException if it is damaged
     */
    boolean next() throws IOException {
        if (number > 0 && !ended) {
            return false;
        }
        seek(number++ == 0 ? begin : to + 1);
        return (from < filled || ended) && check();
    }

    /** Finds the line that begins at that place of the buffer, filling it as needed. */
    private void seek(int start) throws IOException {
        from = start;
        int place = start;
        while (true) {
            while (place < filled && buffer[place] != '\n') {
                place++;
            }
            if (place < filled) {
                to = place;
                ended = true;
                return;
            }
            place -= from;
            if (!fill()) {
                to = filled;
                ended = false;
                return;
            }
        }
    }

    /** Reads on; what is before the present line makes room. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, filled - from);
        filled -= from;
        from = 0;
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(0, read);
        return read > 0;
    }

    private boolean check() {
        boolean line = isLine();
        if (!line && (ended || !last)) {
            throw damaged(null);
        }
        return line || isWholeBeforeItsEnd();
    }

    /** All lines of a file have a sum or, in those of older versions, none has. */
    private boolean isLine() {
        boolean isSummed = LineSum.isThere(buffer, from, to);
        boolean isLikeOthers = isSummed == summed || number == 1;
        summed = isSummed;
        return isLikeOthers && (isSummed ? LineSum.isRight(buffer, from, to) : isDatedObject());
    }

    /** The last line is torn, unless all of it is there and only its end is wrong. */
    private boolean isWholeBeforeItsEnd() {
        while (to > from && buffer[to - 1] != '}') {
            to--;
        }
        return LineSum.isRight(buffer, from, to);
    }

    private boolean isDatedObject() {
        try {
            return to - from > START.length + TIME_LENGTH && BytePattern.startsWith(buffer, from, to, START)
                    && buffer[to - 1] == '}' && at() != null;
        } catch (DateTimeException noTime) {
            return false;
        }
    }

    /** Whether the end of the last line is missing: it is torn, or as good as that. */
    boolean isTorn() {
        return !ended && number > 0 && filled > from;
    }

    /** What somebody sees in the present line. */
    boolean is(LineLook look) {
        return look.at(buffer, from, to);
    }

    /** Its hash; empty if it has none. */
    String hash() {
        return LineHash.of(buffer, from, to);
    }

    /** Counted from 1. */
    long number() {
        return number;
    }

    /** Whether the present line holds that text. */
    boolean contains(byte[] part) {
        return BytePattern.contains(buffer, from, to, part);
    }

    /** When the present line was written, by the clock of that machine. */
    Instant at() {
        return Instant.parse(new String(buffer, from + START.length, TIME_LENGTH, StandardCharsets.US_ASCII));
    }

    /** The bytes of the present line, to be kept. */
    byte[] bytes() {
        return Arrays.copyOfRange(buffer, from, to);
    }

    /** The present line, to be kept. */
    JournalLine line() {
        return new JournalLine(JournalReader.run(file), at(), members());
    }

    /** The texts, numbers and truth values of the present line; empty if it is the last one and torn. */
    Map<String, String> members() {
        try {
            return JournalLine.members(buffer, from, to);
        } catch (IOException torn) {
            if (ended) {
                throw damaged(torn);
            }
            return Map.of();
        }
    }

    private DamagedJournalException damaged(Exception cause) {
        return DamagedJournalException.inLine(file, number, cause);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
