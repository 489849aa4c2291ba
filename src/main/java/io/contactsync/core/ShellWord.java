package io.contactsync.core;

import java.util.regex.Pattern;

/**
 * An argument of a command that people copy into a shell: whatever it holds, the shell takes it as one word and runs
 * nothing of it.
 */
public final class ShellWord {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@.+:/=-]+");

    private ShellWord() {
    }

    /** As it is if no shell reads anything into it, else in single quotes; in one line, as a terminal shows it. */
    public static String of(String text) {
        String line = Printable.line(text);
        return PLAIN.matcher(line).matches() ? line : "'" + line.replace("'", "'\\''") + "'";
    }
}
