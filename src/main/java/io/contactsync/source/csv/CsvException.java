package io.contactsync.source.csv;

/** A CSV file, or what was said about it, cannot be used. One sentence: where, what was found, what is allowed. */
public final class CsvException extends IllegalArgumentException {

    public CsvException(String sentence) {
        super(sentence);
    }

    public CsvException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
