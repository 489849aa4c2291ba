package io.contactsync.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Some megabytes of a journal's file, whole lines; all of a file that is compressed, for nobody finds a place in that.
 *
 * @param from place of its first byte
 * @param to place after its last byte
 */
record JournalPart(Path file, long from, long to) {

    private static final int SIZE = 4 << 20;
    private static final int PEEK = 4_096;

    /** Takes what a part holds. */
    interface Blocks {
        /**
         * Some of it, whole lines.
         *
         * @param line the number in the file, from 1, of the line that begins at a place of the block
         */
        void take(byte[] block, LineNumber line) throws IOException;
    }

    /** Counts lines. */
    interface LineNumber {
        long at(int place) throws IOException;
    }

    /** A journal's file in parts, in their order. */
    static List<JournalPart> of(Path file) throws IOException {
        List<JournalPart> parts = new ArrayList<>();
        if (JournalFiles.isCompressed(file)) {
            PrivateFiles.requireFile(file);
            return List.of(new JournalPart(file, 0, 0));
        }
        try (FileChannel channel = open(file)) {
            long size = channel.size();
            for (long from = 0; from < size;) {
                long to = afterLine(channel, Math.min(size, from + SIZE), size);
                parts.add(new JournalPart(file, from, to));
                from = to;
            }
        }
        return parts;
    }

    private static FileChannel open(Path file) throws IOException {
        PrivateFiles.requireFile(file);
        return FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    /** Where the line has ended that the byte before that place is of. */
    private static long afterLine(FileChannel channel, long place, long size) throws IOException {
        for (long at = place - 1; at < size; at += PEEK) {
            byte[] some = read(channel, at, (int) Math.min(PEEK, size - at));
            for (int offset = 0; offset < some.length; offset++) {
                if (some[offset] == '\n') {
                    return at + offset + 1;
                }
            }
        }
        return size;
    }

    /** Those bytes of a file. */
    static byte[] read(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            // until it is full; a file that was cut meanwhile ends in zeros, which are no line
        }
        return bytes.array();
    }

    /** Gives all of it. */
    void read(Blocks blocks) throws IOException {
        if (JournalFiles.isCompressed(file)) {
            unzip(blocks);
        } else {
            try (FileChannel channel = open(file)) {
                blocks.take(read(channel, from, Math.toIntExact(to - from)), this::lineAt);
            }
        }
    }

    private void unzip(Blocks blocks) throws IOException {
        try (InputStream in = JournalFiles.open(file)) {
            byte[] rest = {};
            long before = 0;
            for (byte[] more = in.readNBytes(SIZE); more.length > 0; more = in.readNBytes(SIZE)) {
                byte[] all = Arrays.copyOf(rest, rest.length + more.length);
                System.arraycopy(more, 0, all, rest.length, more.length);
                int end = all.length;
                while (end > 0 && all[end - 1] != '\n') {
                    end--;
                }
                byte[] block = Arrays.copyOf(all, end);
                rest = Arrays.copyOfRange(all, end, all.length);
                long lines = before;
                blocks.take(block, place -> lines + 1 + ends(block, place));
                before += ends(block, end);
            }
        }
    }

    /** How many lines end before that place. */
    private static long ends(byte[] bytes, int to) {
        long ends = 0;
        for (int place = 0; place < to; place++) {
            ends += bytes[place] == '\n' ? 1 : 0;
        }
        return ends;
    }

    private long lineAt(int place) throws IOException {
        long number = 1;
        try (FileChannel channel = open(file)) {
            for (long at = 0; at < from + place; at += SIZE) {
                byte[] some = read(channel, at, (int) Math.min(SIZE, from + place - at));
                number += ends(some, some.length);
            }
        }
        return number;
    }
}
