package io.contactsync.probe;

/** How far an answer can be relied on. */
enum Sureness {
    /** The service said so by status, code or content. */
    CERTAIN("certain"),
    /** Seen in a few tries; another day may show something else. */
    SAMPLED("sampled"),
    /** Tried, but what came back answers nothing. */
    UNCLEAR("unclear"),
    /** Not asked; the reason is given. */
    NOT_TRIED("not tried");

    private final String word;

    Sureness(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
