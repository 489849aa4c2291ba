package io.contactsync.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** One file of a journal while it is written, in the place that the folder still shows. */
final class JournalSegment implements AutoCloseable {

    /** Those whose names a run may have made: its own, that of the runs, that of the data, and what is around it. */
    private static final int FOLDERS = 4;

    private final FileChannel channel;
    private final FilePlace place;
    private volatile long size;

    private JournalSegment(FileChannel channel, FilePlace place) {
        this.channel = channel;
        this.place = place;
    }

    /** A new file, readable by its owner only where the file system can say so; its name survives a crash. */
    static JournalSegment create(Path file) throws IOException {
        Path folder = file.getParent();
        FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PrivateFiles.ownerOnly(folder));
        PrivateFiles.syncNames(file, FOLDERS);
        return new JournalSegment(channel, FilePlace.of(file));
    }

    /** The file that follows this one, which is on the disk then. */
    JournalSegment next(Path file) throws IOException {
        force();
        close();
        return create(file);
    }

    void write(byte[] lines) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(lines);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        size += lines.length;
    }

    long size() {
        return size;
    }

    /** What was written before is on the disk, in the file that has its name. */
    void force() throws IOException {
        long covered = size;
        channel.force(false);
        place.check(covered);
        Followed.of(place.file()).grown(place.file(), covered);
    }

    /** Ends it; what was written is on the disk, unless it could not be written anyway. */
    void end(boolean broken) throws IOException {
        try (channel) {
            if (!broken) {
                channel.force(true);
                Followed.of(place.file()).grown(place.file(), size);
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
