package io.contactsync.run;

/** Long texts of which many begin alike, as ids of the contacts of one folder: the last one of each length. */
final class AlikeTexts {

    private static final int LONG = 32;
    private static final int LONGEST = 256;
    private static final int LEAST = 8;

    private final String[] last = new String[LONGEST];

    /** How many characters a text shares with the one before; 0 if that is not worth it. From now on it is the last. */
    int with(String text) {
        int length = text.length();
        if (length < LONG || length >= LONGEST) {
            return 0;
        }
        String before = last[length];
        last[length] = text;
        int same = 0;
        while (before != null && same < length && before.charAt(same) == text.charAt(same)) {
            same++;
        }
        return same < LEAST || Character.isHighSurrogate(text.charAt(same - 1)) ? 0 : same;
    }

    /**
     * The text of which that is the rest.
     *
     * @throws IndexOutOfBoundsException if there is none
     * @throws NullPointerException      the same
     */
    String whole(int same, String rest) {
        String text = last[same + rest.length()].substring(0, same) + rest;
        last[text.length()] = text;
        return text;
    }
}
