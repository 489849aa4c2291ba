package io.contactsync.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps two runs on one data folder apart, in one process or in two. */
public final class RunLock implements AutoCloseable {

    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws JournalException if another run has it, or the folder cannot be written
     */
    public static RunLock take(Path folder) {
        Path file = folder.resolve("lock");
        FileChannel channel = null;
        try {
            PrivateFiles.createFolder(folder);
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new RunLock(channel);
            }
        } catch (OverlappingFileLockException sameProcess) {
            // said below, as for another process
        } catch (IOException unwritable) {
            throw new JournalException("the data folder '" + folder + "' cannot be written", unwritable);
        }
        closeQuietly(channel);
        throw new JournalException("another run is in progress: it holds '" + file + "'");
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException ignored) {
            // nothing was written through it
        }
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }
}
