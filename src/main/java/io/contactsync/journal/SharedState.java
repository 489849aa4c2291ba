package io.contactsync.journal;

import java.nio.file.Path;

/**
 * Who else may have the data folder's contents: with {@link FilesAlone} nobody; where several machines share them, one
 * of them has its turn at a time.
 */
@FunctionalInterface
public interface SharedState {

    /**
     * Takes the turn, and brings the folder to what the last turn of any machine has left.
     *
     * @param data the data folder, whose lock this process has
     * @throws JournalException if another machine has the turn, or what it left cannot be had
     */
    SharedTurn take(Path data);

    /** Whether anybody else has them. */
    default boolean isShared() {
        return true;
    }
}
