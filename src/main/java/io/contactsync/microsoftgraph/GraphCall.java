package io.contactsync.microsoftgraph;

import java.util.Map;

/**
 * One call to Graph before it has a token.
 *
 * @param what      the call as it may be logged, such as {@code GET /users/{mailbox}/contacts}
 * @param path      path and query from the root, encoded
 * @param mailboxes how many requests of this call go to which mailbox
 * @param requests  how many requests Graph will count
 */
record GraphCall(MicrosoftGraphOperation operation, String what, String method, String path,
        Map<String, String> headers, byte[] body, int length, Map<String, Integer> mailboxes, int requests,
        long timeoutMillis) {

    @Override
    public String toString() {
        return what;
    }

    /** A batch or a directory call: being throttled there concerns the whole application. */
    boolean concernsAll() {
        return operation == MicrosoftGraphOperation.batch || mailboxes.isEmpty();
    }
}
