package io.contactsync.journal;

import java.nio.file.Path;

/** A turn with what machines share: what this process writes meanwhile, the next machine finds. */
public interface SharedTurn extends AutoCloseable {

    /**
     * Whether it is still this process's turn.
     *
     * @throws JournalException if it is not, or nobody can say so: nothing more may be sent
     */
    void check();

    /** A file has another content, or is new: it goes to the others with what is kept next. */
    void changed(Path file);

    /** A file has grown to that size and is what it was before that: the same. */
    void grown(Path file, long size);

    /**
     * All that has changed before is with the others when this returns.
     *
     * @throws JournalException if it is not, or the turn is another's: nothing may be sent that rests on it
     */
    void keep();

    /** Whether it is still this process's turn, by what is known here: asked right before a request leaves. */
    boolean isOurs();

    /**
     * Ends it: what has changed, grown or gone is with the others.
     *
     * @throws JournalException if it is not
     */
    @Override
    void close();
}
