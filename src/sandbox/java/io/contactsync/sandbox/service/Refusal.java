package io.contactsync.sandbox.service;

import io.contactsync.sandbox.protocol.ErrorResponses;
import io.contactsync.sandbox.protocol.ServiceResponse;

/**
 * A request that is throttled.
 *
 * @param why     the limit it met
 * @param seconds Retry-After
 */
record Refusal(Why why, long seconds) {

    enum Why { CONCURRENCY, UPLOAD, REQUESTS, UNITS }

    static Refusal after(Why why, long millis) {
        return new Refusal(why, (millis + 999) / 1000);
    }

    /**
     * The words of the Outlook service where some were seen, else those of Graph's own gateway.
     *
     * @see <a href="https://github.com/O365/python-o365/issues/500">python-o365, issue 500: over its IncomingBytes
     * limit</a>
     */
    ServiceResponse response() {
        return switch (why) {
            case CONCURRENCY -> ErrorResponses.applicationThrottled("MailboxConcurrency", seconds);
            case UPLOAD -> ErrorResponses.applicationThrottled("IncomingBytes", seconds);
            default -> ErrorResponses.tooManyRequests(seconds);
        };
    }
}
