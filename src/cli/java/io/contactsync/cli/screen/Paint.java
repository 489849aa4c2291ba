package io.contactsync.cli.screen;

import io.contactsync.core.Printable;

import java.util.Map;

/**
 * Colours for a terminal: a line of a plan has that of the sign it begins with. Whatever else is in the line is made
 * printable first.
 */
public final class Paint {

    private static final String END = "\u001b[0m";
    private static final Map<String, String> COLOURS = Map.of(Signs.JOIN, "\u001b[32m", Signs.LEAVE, "\u001b[31m",
            Signs.CHANGE, "\u001b[33m", Signs.CATCH_UP, "\u001b[36m", Signs.WAIT, "\u001b[1;31m");

    private Paint() {
    }

    /** The line, printable and in its colour; without one if it begins with no sign. */
    public static String line(String text) {
        String line = Printable.line(text);
        String colour = line.length() < 2 ? null : COLOURS.get(line.substring(0, 2));
        return colour == null ? line : colour + line + END;
    }
}
