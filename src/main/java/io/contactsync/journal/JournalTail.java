package io.contactsync.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/**
 * The end of a journal that its run could not bring to an end: its process was killed, or the machine stopped.
 *
 * @param hash that of the last whole line; empty if it has none
 * @param end place after the last whole line; all that follows was torn
 * @param size of the file, in bytes
 * @param broken how many lines after the last whole one have an end and are not whole
 */
record JournalTail(Path file, String hash, long end, long size, int broken) {

    private static final int BLOCK = 65_536;
    private static final int GROWTH = 8;

    /** Of a run's journal; null if no file of it is there, or nothing in it. */
    static JournalTail of(Path folder) throws IOException {
        List<Path> files = JournalFiles.of(folder);
        JournalTail tail = null;
        for (int place = files.size() - 1; place >= 0 && (tail == null || tail.size == 0); place--) {
            Path file = files.get(place);
            tail = JournalFiles.isCompressed(file) ? compressed(file) : plain(file);
        }
        return tail == null || tail.size == 0 ? null : tail;
    }

    /** It was whole when it was compressed. */
    private static JournalTail compressed(Path file) throws IOException {
        String hash = "";
        try (JournalLines lines = JournalLines.open(file, false)) {
            while (lines.next()) {
                hash = lines.hash();
            }
            return new JournalTail(file, hash, 1, 1, 0);
        }
    }

    private static JournalTail plain(Path file) throws IOException {
        PrivateFiles.requireFile(file);
        try (FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            long size = channel.size();
            JournalTail tail = new JournalTail(file, "", 0, size, 0);
            long most = GROWTH * Math.max(BLOCK, size);
            for (long length = BLOCK; tail.hash.isEmpty() && length < most; length *= GROWTH) {
                long from = Math.max(0, size - length);
                tail = in(file, from, JournalPart.read(channel, from, (int) (size - from)));
            }
            return tail;
        }
    }

    /** Before the first end of a line in the block is the rest of one, unless the block is the whole file. */
    private static JournalTail in(Path file, long offset, byte[] block) {
        String hash = "";
        int end = offset == 0 ? 0 : after(block, 0);
        int broken = 0;
        for (int from = end; from < block.length;) {
            int next = after(block, from);
            int to = whole(block, from, next);
            if (to > from) {
                hash = LineHash.of(block, from, to);
                end = block[next - 1] == '\n' ? next : to;
                broken = 0;
            } else if (block[next - 1] == '\n') {
                broken++;
            }
            from = next;
        }
        return new JournalTail(file, hash, offset + end, offset + block.length, broken);
    }

    /** The place after the line's end. */
    private static int after(byte[] block, int from) {
        int place = from;
        while (place < block.length && block[place] != '\n') {
            place++;
        }
        return Math.min(block.length, place + 1);
    }

    /** Where a whole line ends, before its end; 0 if it is not whole. Only a line without its end may go on wrong. */
    private static int whole(byte[] block, int from, int next) {
        int to = next;
        if (block[next - 1] == '\n') {
            to--;
        } else {
            while (to > from && block[to - 1] != '}') {
                to--;
            }
        }
        return to > from && LineSum.isRight(block, from, to) ? to : 0;
    }

    /** Whether no more than one line was torn, after lines of this version. */
    boolean isCuttable() {
        return broken <= 1 && !hash.isEmpty();
    }

    /** Whether its end is as it was written. */
    boolean isWhole() throws IOException {
        return JournalFiles.isCompressed(file) || end == size && size > 0 && endsLine(end - 1);
    }

    private boolean endsLine(long place) throws IOException {
        try (FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            return JournalPart.read(channel, place, 1)[0] == '\n';
        }
    }

    /** Cuts what was torn, so that the last line ends as a line does. */
    void cut() throws IOException {
        try (FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS))) {
            channel.truncate(end);
            if (end > 0 && JournalPart.read(channel, end - 1, 1)[0] != '\n') {
                channel.write(ByteBuffer.wrap(new byte[] {'\n'}), end);
            }
            channel.force(true);
        }
    }
}
