package io.contactsync.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Some megabytes of a journal, whole lines.
 *
 * @param from place of its first byte
 * @param to place after its last byte
 */
record JournalPart(Path file, long from, long to) {

    private static final int SIZE = 4 << 20;
    private static final int PEEK = 4_096;

    /** A journal in parts, in their order. */
    static List<JournalPart> of(Path file) throws IOException {
        List<JournalPart> parts = new ArrayList<>();
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

    byte[] read() throws IOException {
        try (FileChannel channel = open(file)) {
            return read(channel, from, Math.toIntExact(to - from));
        }
    }

    /** The number, from 1, of the line of the file that begins at that byte of this part. */
    long lineAt(int place) throws IOException {
        long number = 1;
        try (FileChannel channel = open(file)) {
            for (long at = 0; at < from + place; at += SIZE) {
                for (byte each : read(channel, at, (int) Math.min(SIZE, from + place - at))) {
                    number += each == '\n' ? 1 : 0;
                }
            }
        }
        return number;
    }
}
