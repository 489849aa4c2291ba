package io.contactsync.contact;

import io.contactsync.core.Characters;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Text in the one form that is compared and written: NFC, no characters that nobody sees and no mailbox keeps, no space
 * at its ends. Every other character stays, also one that this JDK does not know: NFC leaves those alone (Unicode's
 * stability policy).
 */
final class Lines {

    /**
     * Zero width space, word joiner, byte order mark, and what turns the direction of writing. Not the joiners that
     * names and emoji are made with.
     */
    private static final String UNSEEN = "\u200B\u2060\uFEFF\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";
    private static final Pattern SPACES = Pattern.compile("[\\s\\u0085\\p{Z}]+");
    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?|\\u2028|\\u2029");

    private Lines() {
    }

    /**
     * One line. Spaces before and after what is unseen: a lone line end parts words, and two spaces may meet where
     * something stood between them.
     */
    static String one(String text) {
        String spaced = visible(SPACES.matcher(text).replaceAll(" "));
        return SPACES.matcher(spaced).replaceAll(" ").strip();
    }

    /** Many lines, parted by line feeds; tabs stay. */
    static String many(String text) {
        return visible(LINE_ENDS.matcher(text).replaceAll("\n")).strip();
    }

    /** The beginning of a text, at most so many characters, never half of one. */
    static String cut(String text, int most) {
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end).strip();
    }

    private static String visible(String text) {
        StringBuilder seen = new StringBuilder(text.length());
        text.codePoints().filter(Lines::isKept).forEach(seen::appendCodePoint);
        return Normalizer.normalize(seen, Normalizer.Form.NFC);
    }

    private static boolean isKept(int character) {
        return character == '\n' || character == '\t' || UNSEEN.indexOf(character) < 0
                && !Characters.isUnwritable(character);
    }
}
