package io.contactsync.core;

/**
 * Text from outside, made fit for a terminal or a log: what moves the cursor, hides text or turns its direction is
 * taken out. Everything else, names in every script among it, stays as it is.
 */
public final class Printable {

    private static final int HIDDEN = -1;
    private static final int REPLACEMENT = 0xFFFD;

    private Printable() {
    }

    /**
     * In one line: every control character and line separator is a space, what is invisible by intent is gone. Null
     * stays null.
     */
    public static String line(String text) {
        return text == null ? null : cleaned(text, false);
    }

    /** The same in lines: line feeds stay. */
    public static String lines(String text) {
        return text == null ? null : cleaned(text, true);
    }

    /** Whether a terminal only shows it, and obeys nothing. */
    public static boolean isPrintable(int point) {
        return printable(point, false) == point;
    }

    private static String cleaned(String text, boolean lines) {
        if (isPlain(text) || text.codePoints().allMatch(point -> point == printable(point, lines))) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().map(point -> printable(point, lines)).filter(point -> point != HIDDEN)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** Whether it is of ASCII alone and all of it shows, as most texts do. */
    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) < ' ' || text.charAt(at) > '~') {
                return false;
            }
        }
        return true;
    }

    private static int printable(int point, boolean lines) {
        if (point == '\n' && lines) {
            return point;
        }
        if (Character.isISOControl(point) || point == 0x2028 || point == 0x2029) {
            return ' ';
        }
        if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            return REPLACEMENT;
        }
        return isHidden(point) ? HIDDEN : point;
    }

    /**
     * Marks, embeddings, overrides and isolates of direction; byte order mark, annotations, tags. Joiners stay: names
     * need them.
     */
    private static boolean isHidden(int point) {
        return point == 0x061C || point == 0x200E || point == 0x200F || isIn(point, 0x202A, 0x202E)
                || isIn(point, 0x2066, 0x206F)
                || point == 0xFEFF || isIn(point, 0xFFF9, 0xFFFB) || isIn(point, 0xE0000, 0xE007F);
    }

    private static boolean isIn(int point, int first, int last) {
        return point >= first && point <= last;
    }
}
