package io.contactsync.problem;

import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Why something is not as it should be.
 *
 * @param sentence for the screen of the one who asked: place, reason, and what was found
 * @param safe the same for journal and log, without what was found: it may be personal
 */
public record Problem(String sentence, String safe) {

    private static final String OURS = "io.contactsync.";

    /** What was found, or an id: both may be personal. Greedy, for a value may hold quotes itself. */
    private static final Pattern FOUND = Pattern.compile("\\b(was|id) '.*'");

    /** A problem in words that hold nothing personal. */
    public static Problem of(String sentence) {
        return new Problem(sentence, sentence);
    }

    /** A failure of the whole. */
    public static Problem of(Throwable failure) {
        return of("", failure);
    }

    /** A failure at a place, for example {@code offices.csv, line 17}; the place may be empty. */
    public static Problem of(String place, Throwable failure) {
        String before = place.isEmpty() ? "" : place + ": ";
        Throwable cause = Sentences.cause(failure);
        String reason = isDiscreet(cause) ? FOUND.matcher(Sentences.of(failure)).replaceFirst("$1 '...'")
                : "failed with " + cause.getClass().getSimpleName();
        return new Problem(before + Sentences.of(failure), before + reason);
    }

    /**
     * Whether its message holds nothing of a row but, at its end, what was found: ours do and the JDK's; jq's quote the
     * row.
     */
    private static boolean isDiscreet(Throwable cause) {
        return cause.getClass().getName().startsWith(OURS)
                || cause instanceof IOException && cause.getClass().getName().startsWith("java.")
                || cause.getClass() == IllegalArgumentException.class;
    }

    /** The same, said of a source. */
    public Problem in(String source) {
        return new Problem(source + ": " + sentence, source + ": " + safe);
    }
}
