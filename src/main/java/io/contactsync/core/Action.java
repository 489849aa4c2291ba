package io.contactsync.core;

/** What a change does. The order is the order of dispatch: deletions last. */
public enum Action {
    CREATE, UPDATE, DELETE;

    private final String word = name().toLowerCase(java.util.Locale.ROOT);

    /** The word in the journal and in metrics. */
    public String word() {
        return word;
    }
}
