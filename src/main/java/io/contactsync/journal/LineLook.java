package io.contactsync.journal;

/** Looks at the bytes of a line, which stay where they are. */
@FunctionalInterface
interface LineLook {

    /** From the first place to before the last, without the line's end. */
    boolean at(byte[] bytes, int from, int to);
}
