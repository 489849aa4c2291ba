package io.contactsync.cli.screen;

import org.jline.utils.WCWidth;

/**
 * Text measured as a terminal shows it: a Chinese character takes two columns, an accent that stands for itself takes
 * none.
 */
public final class Columns {

    private static final String MORE = "…";

    private Columns() {
    }

    /** How many columns it takes. */
    public static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    private static int width(int point) {
        return Math.max(0, WCWidth.wcwidth(point));
    }

    /** Its begin, at most that many columns wide; what was cut off is an ellipsis. */
    public static String cut(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        StringBuilder begin = new StringBuilder();
        int room = columns - width(MORE);
        for (int place = 0; place < text.length() && room >= width(text.codePointAt(place)); place +=
                Character.charCount(text.codePointAt(place))) {
            room -= width(text.codePointAt(place));
            begin.appendCodePoint(text.codePointAt(place));
        }
        return columns < 1 ? "" : begin + MORE;
    }

    /** Exactly that many columns, cut or with spaces after it. */
    public static String left(String text, int columns) {
        String cut = cut(text, columns);
        return cut + " ".repeat(columns - width(cut));
    }

    /** Exactly that many columns, cut or with spaces before it. */
    public static String right(String text, int columns) {
        String cut = cut(text, columns);
        return " ".repeat(columns - width(cut)) + cut;
    }

    /**
     * Two texts at the two ends of a line; on two lines' worth of text they are joined by three spaces, and whoever
     * prints it wraps.
     */
    public static String ends(String first, String last, int columns) {
        int gap = columns - width(first) - width(last);
        return first + " ".repeat(Math.max(3, gap)) + last;
    }
}
