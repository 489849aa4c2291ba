package io.contactsync.sandbox.service;

import java.util.Map;

/**
 * A request at the moment it arrives, and how things stood then.
 *
 * @param number  place among all requests of this sandbox, batches and those inside them, from 1
 * @param outer   the batch it came in, or null
 * @param at      nanoseconds since the sandbox started; inside a batch, when the service began with it
 * @param target  path behind the version, and query, as sent
 * @param headers by lower-case name
 * @param mailbox id of the mailbox concerned, or null
 * @param before  the contact it is about to change or delete, as a snapshot holds it, or null
 */
public record Arrival(long number, Arrival outer, long at, String method, String target, Map<String, String> headers,
        byte[] body, String mailbox, Standing standing, byte[] before) {

    /**
     * How things stood at the arrival, this request not counted.
     *
     * @param mailboxInFlight requests under way for the same mailbox
     * @param appInFlight     requests under way for the app, batches not counted but what is in them
     * @param otherBatches    batches under way that concern the same mailbox
     * @param tooEarly        nanoseconds left of an earlier Retry-After, 0 if none
     * @param warnedFor       nanoseconds from that Retry-After to the sending of this request or its batch; below 0 if
     *                        it was sent before
     */
    public record Standing(int mailboxInFlight, int appInFlight, int otherBatches, long tooEarly, long warnedFor) {
    }

    public boolean isBatch() {
        return outer == null && target.equals("/$batch");
    }

    /** A header of the request, or of the batch it came in; null if neither has it. */
    public String header(String lowerCaseName) {
        String own = headers.get(lowerCaseName);
        return own != null || outer == null ? own : outer.header(lowerCaseName);
    }
}
