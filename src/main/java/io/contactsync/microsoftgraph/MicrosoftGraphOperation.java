package io.contactsync.microsoftgraph;

/** What a {@code microsoft-graph:} endpoint does with a message. */
public enum MicrosoftGraphOperation {

    /** One HTTP call; the answer's JSON becomes the body. */
    request,

    /** Follows the pages of a collection; the body becomes an iterator over its rows. */
    list,

    /** Sends 1 to 20 requests in one {@code $batch}; the body becomes a {@link GraphBatchResponse}. */
    batch;

    static MicrosoftGraphOperation of(String name) {
        for (MicrosoftGraphOperation operation : values()) {
            if (operation.name().equals(name)) {
                return operation;
            }
        }
        throw new IllegalArgumentException("The operation must be request, list or batch - was '" + name + "'");
    }
}
