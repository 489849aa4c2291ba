package io.contactsync.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps two runs on one data folder apart, in one process or in two. The file's first byte decides between runs; its
 * second only shows whoever looks that a run is there, so that no look stands in a run's way.
 */
public final class RunLock implements AutoCloseable {

    /** The lock's file in the data folder. */
    public static final String FILE = "lock";

    private static final long RUN = 0;
    private static final long SHOWN = 1;

    /**
     * Folders locked by this process. A POSIX lock is lost when its process closes any handle of the file: a second one
     * is never opened.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;
    private final FilePlace place;
    private final Path data;
    private final SharedTurn turn;

    private RunLock(Path folder, FileChannel channel, FilePlace place, Path data, SharedTurn turn) {
        this.folder = folder;
        this.channel = channel;
        this.place = place;
        this.data = data;
        this.turn = turn;
        Followed.follow(data, turn);
    }

    /**
     * Takes the lock, and the turn with what other machines share.
     *
     * @throws JournalException if another run has it, or the folder cannot be written, or others could change what is
     * in it, or another machine has the turn
     */
    public static RunLock take(Path folder, SharedState shared) {
        try {
            PrivateFiles.createFolder(folder);
            DataFolder.check(folder);
            Path real = folder.toRealPath();
            FileChannel channel = lock(real);
            if (channel != null) {
                return held(real, channel, folder, shared);
            }
        } catch (IOException unwritable) {
            throw new JournalException("the data folder '" + folder + "' cannot be written", unwritable);
        }
        throw new JournalException("another run is in progress: it holds '" + folder.resolve(FILE) + "'");
    }

    /**
     * Whether a run has the lock now. Leaves nothing behind, makes nothing, and keeps no run from beginning.
     *
     * @throws JournalException if that cannot be seen
     */
    public static boolean isTaken(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try {
            return isShown(folder.toRealPath(), file);
        } catch (IOException unreadable) {
            throw new JournalException("the lock '" + file + "' cannot be looked at", unreadable);
        }
    }

    private static boolean isShown(Path folder, Path file) throws IOException {
        synchronized (HELD) {
            if (HELD.contains(folder)) {
                return true;
            }
            try (FileChannel channel =
                    FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
                return channel.tryLock(SHOWN, 1, true) == null;
            }
        }
    }

    private static RunLock held(Path folder, FileChannel channel, Path data, SharedState shared) throws IOException {
        boolean held = false;
        try {
            FilePlace place = FilePlace.of(folder.resolve(FILE));
            RunLock lock = new RunLock(folder, channel, place, data, shared.take(data));
            held = true;
            return lock;
        } finally {
            if (!held) {
                closeQuietly(channel);
                HELD.remove(folder);
            }
        }
    }

    /** The channel that holds the lock; null if another run has it. */
    private static FileChannel lock(Path folder) throws IOException {
        synchronized (HELD) {
            return HELD.add(folder) ? locked(folder) : null;
        }
    }

    private static FileChannel locked(Path folder) throws IOException {
        FileChannel channel = null;
        boolean locked = false;
        try {
            channel = FileChannel.open(folder.resolve(FILE),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                    PrivateFiles.ownerOnly(folder));
            locked = channel.tryLock(RUN, 1, false) != null && channel.lock(SHOWN, 1, false) != null;
            return locked ? channel : null;
        } finally {
            if (!locked) {
                closeQuietly(channel);
                HELD.remove(folder);
            }
        }
    }

    /**
     * Whether the lock still keeps others out, without its file another run could begin beside this one, and whether
     * the turn is still ours.
     *
     * @throws JournalException if it does not
     */
    public void check() {
        turn.check();
        try {
            place.check(0);
        } catch (IOException gone) {
            throw new JournalException(
                    "the lock '" + place.file() + "' of this run is lost, and another run might begin", gone);
        }
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException ignored) {
            // nothing was written through it
        }
    }

    /** The same as far as it is known here, at no cost; afterwards there is nothing to keep others out of. */
    public boolean isOurs() {
        return !channel.isOpen() || turn.isOurs();
    }

    @Override
    public void close() {
        if (channel.isOpen()) {
            Followed.end(data);
            try {
                turn.close();
            } finally {
                closeQuietly(channel);
                HELD.remove(folder);
            }
        }
    }
}
