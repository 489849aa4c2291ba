package io.contactsync.cli.process;

import io.contactsync.core.Printable;

/** Who types the commands. */
public final class Operator {

    private static final int LONGEST = 64;

    private Operator() {
    }

    /** Name of the operating system's user. */
    public static String name() {
        String user = Printable.line(System.getProperty("user.name", "somebody"));
        return user.substring(0, Math.min(LONGEST, user.length()));
    }
}
