package io.contactsync.contact;

import io.contactsync.microsoftgraph.GraphException;

import java.io.IOException;

/**
 * Why something is not as it should be.
 *
 * @param sentence for the screen of the one who asked: place, reason, and what was found
 * @param safe the same for journal and log, without what was found: it may be personal
 */
public record Problem(String sentence, String safe) {

    private static final String FOUND = "'[^']*'$";

    /** A problem in words that hold nothing personal. */
    public static Problem of(String sentence) {
        return new Problem(sentence, sentence);
    }

    /** A failure of the whole. */
    public static Problem of(Throwable failure) {
        return of("", failure);
    }

    /** A failure at a place, for example {@code offices.csv, line 17}; the place may be empty. */
    static Problem of(String place, Throwable failure) {
        String before = place.isEmpty() ? "" : place + ": ";
        Throwable cause = Sentences.cause(failure);
        boolean known = cause instanceof GraphException || cause instanceof IOException || cause instanceof IllegalArgumentException;
        String reason = known ? Sentences.of(failure).replaceFirst(FOUND, "'...'") : "failed with " + cause.getClass().getSimpleName();
        return new Problem(before + Sentences.of(failure), before + reason);
    }

    /** The same, said of a source. */
    public Problem in(String source) {
        return new Problem(source + ": " + sentence, source + ": " + safe);
    }
}
