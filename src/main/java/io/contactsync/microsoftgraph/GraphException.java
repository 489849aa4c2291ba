package io.contactsync.microsoftgraph;

import java.time.Duration;

import org.apache.camel.RuntimeCamelException;

/**
 * A call to Graph that failed. The message is one sentence without query values, bodies or anything else personal.
 * <p>
 * Sort failures by status first, code second, and never by message.
 */
public class GraphException extends RuntimeCamelException {

    private static final long serialVersionUID = 1L;

    private final GraphFailure failure;

    GraphException(GraphFailure failure, Throwable cause) {
        super(failure.sentence(), cause);
        this.failure = failure;
    }

    GraphException(GraphFailure failure) {
        this(failure, null);
    }

    /** The HTTP status, or 0 if there was no (readable) answer. */
    public int status() {
        return failure.status();
    }

    /**
     * Graph's error code, or the component's own word (such as Timeout, InvalidResponse, Loop) if the status is 0;
     * never null.
     */
    public String code() {
        return failure.code();
    }

    /** What failed and how, without what differs from call to call: failures of one kind have one text. */
    public String kind() {
        return failure.kind();
    }

    /** How long Graph wants us to wait, or null. */
    public Duration retryAfter() {
        return failure.retryAfter();
    }

    /** The request-id of the answer, or null. */
    public String requestId() {
        return failure.requestId();
    }

    /** The id this call carried, or null if it never became a call. */
    public String clientRequestId() {
        return failure.clientRequestId();
    }

    /** False only if it is certain that no byte of the request left: DNS, connect, TLS, pool, pace, token. */
    public boolean sent() {
        return failure.sent();
    }

    /** Graph's own words, which may hold personal data: not for logs. Null if there were none. */
    public String serverMessage() {
        return failure.serverMessage();
    }

    /** Whether the same request may do better later: 429, 500, 502, 503, 504, or no readable answer at all. */
    public boolean retryable() {
        return failure.retryable();
    }

    /** Whether nothing failed but that the application is about to stop: the request was not sent. */
    public boolean stopping() {
        return failure.code().equals(GraphFailure.STOPPING);
    }
}
