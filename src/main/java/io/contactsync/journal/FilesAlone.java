package io.contactsync.journal;

import java.nio.file.Path;

/** One machine, and files on its disk: its turn is always, and nobody else is to have anything. */
public final class FilesAlone implements SharedState, SharedTurn {

    /** It has nothing to remember. */
    public static final FilesAlone INSTANCE = new FilesAlone();

    private FilesAlone() {
    }

    @Override
    public SharedTurn take(Path data) {
        return this;
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public void check() {
        // the lock's file is all there is
    }

    @Override
    public void changed(Path file) {
        // nobody else is to have it
    }

    @Override
    public void grown(Path file, long size) {
        // the same
    }

    @Override
    public void keep() {
        // it is on the disk
    }

    @Override
    public boolean isOurs() {
        return true;
    }

    @Override
    public void close() {
        // nobody waits for it
    }
}
