package io.contactsync.microsoftgraph;

/**
 * What the component has done since it was started.
 *
 * @param requests  as Graph counts them: each single request and each request inside a batch
 * @param httpCalls calls on the wire, token calls aside
 * @param throttled answers 429, those inside batches included
 * @param troubled  requests that ended in 429, 5xx but 507, or without an answer, those inside batches included
 */
public record GraphStatistics(long requests, long httpCalls, long throttled, long troubled) {

    /** Nothing yet. */
    public static final GraphStatistics NONE = new GraphStatistics(0, 0, 0, 0);

    /** What came to it since then. */
    public GraphStatistics since(GraphStatistics before) {
        return new GraphStatistics(requests - before.requests, httpCalls - before.httpCalls,
                throttled - before.throttled, troubled - before.troubled);
    }

    /** It and what others have done. */
    public GraphStatistics and(GraphStatistics more) {
        return new GraphStatistics(requests + more.requests, httpCalls + more.httpCalls, throttled + more.throttled,
                troubled + more.troubled);
    }
}
