package io.contactsync.sandbox.people.card;

import java.nio.file.Path;

/**
 * What people take of the memory that Java may use, as measured: whoever asks for too many is told before it is full.
 */
public final class Room {
    private static final long EMPLOYEE = 6 << 10;
    private static final long CENTRAL_CONTACT = 1536;
    /** A contact's content is shared with others. */
    private static final long OWN_CONTACT = 64;
    private static final long ALL_ELSE = 100L << 20;
    /** Bytes, characters and what is made of them. */
    private static final long FILE_BYTE = 6;

    private Room() {
    }

    /**
     * @param what    who asks for them, as the sentence begins
     * @param central contacts in the central mailbox
     * @param own     contacts of people's own, in all mailboxes together
     * @throws IllegalArgumentException in one sentence, if there is no room for them
     */
    public static void require(String what, long employees, long central, long own) {
        require(what, employees * EMPLOYEE + central * CENTRAL_CONTACT + own * OWN_CONTACT + ALL_ELSE);
    }

    static void requireFile(Path file, long bytes) {
        require(file + ", of " + (bytes >> 20) + " MB,", bytes * FILE_BYTE + ALL_ELSE);
    }

    private static void require(String what, long needed) {
        long most = Runtime.getRuntime().maxMemory();
        if (needed > most) {
            throw new IllegalArgumentException(
                    what + " takes about " + (needed >> 20) + " MB of memory, Java may use " + (most >> 20)
                + " MB - choose less, or set CONTACT_SYNC_JAVA_OPTS=-Xmx" + (needed >> 19) + "m");
        }
    }
}
