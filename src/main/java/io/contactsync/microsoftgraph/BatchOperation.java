package io.contactsync.microsoftgraph;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Operation {@code batch}: up to 20 requests in one POST, the outcome as a value.
 *
 * @see <a href="https://learn.microsoft.com/graph/json-batching">JSON batching, the limit of 20</a>
 */
final class BatchOperation {

    private static final String WHAT = "POST /$batch";

    private final GraphClient client;
    private final String path;
    private final long timeoutMillis;
    private final String prefer;

    BatchOperation(GraphClient client, String basePath, long timeoutMillis, String prefer) {
        this.client = client;
        this.path = basePath + "/$batch";
        this.timeoutMillis = timeoutMillis;
        this.prefer = prefer;
    }

    /**
     * @throws IllegalArgumentException     if these requests are not a batch
     * @throws GraphAuthenticationException if no token can be had with this configuration
     */
    GraphBatchResponse send(List<GraphRequest> requests) {
        check(requests);
        BatchWriter body = BatchWriter.write(requests, prefer);
        GraphCall call =
                new GraphCall(MicrosoftGraphOperation.batch, WHAT, "POST", path, Map.of(), body.buffer(), body.length(),
                MailboxPaths.count(requests), requests.size(), timeoutMillis);
        try {
            return client.call(call, answer -> read(answer, requests));
        } catch (GraphAuthenticationException e) {
            throw e;
        } catch (GraphException e) {
            return GraphBatchResponse.failed(e);
        }
    }

    /** Ids are compared as the service does: case aside. */
    static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    /**
     * The envelope's statuses under which single answers can be found; 424 has been seen where inner requests were
     * throttled.
     */
    static boolean readable(int status) {
        return status == 200 || status == 424;
    }

    private GraphBatchResponse read(WireAnswer answer, List<GraphRequest> requests) throws IOException {
        int status = answer.status();
        if (!readable(status)) {
            throw GraphErrors.of(WHAT, answer);
        }
        BatchReading reading = BatchReader.read(answer, requests);
        Map<String, Duration> waits = MailboxWaits.of(reading, requests, client.pace().longest());
        waits.forEach((mailbox, wait) -> client.fence(Set.of(mailbox), wait));
        if (waits.size() * 2 > MailboxPaths.count(requests).size()) {
            client.flight().refused(requests.size());
        }
        if (reading.items().isEmpty() && reading.damage() != null) {
            throw reading.cause() == null
                    ? new InvalidAnswerException("was answered with a batch that " + reading.damage())
                    : reading.cause();
        }
        count(reading.items(), requests.size());
        return response(answer, reading, waits.values().stream().reduce(reading.waitOfAll(), BatchReading::longer));
    }

    private static GraphBatchResponse response(WireAnswer answer, BatchReading reading, Duration wait) {
        boolean clear = reading.damage() == null;
        return new GraphBatchResponse(answer.status(), true, clear ? null : GraphFailure.INVALID_RESPONSE,
                clear ? null : "The answer to the batch " + reading.damage(), wait, reading.items(),
                answer.clientRequestId(), answer.requestId());
    }

    private void count(Map<String, GraphItemResponse> items, int all) {
        items.values().forEach(item -> client.meters().answered(MicrosoftGraphOperation.batch, item.status(), 1));
        client.meters().answered(MicrosoftGraphOperation.batch, 0, all - items.size());
    }

    private static void check(List<GraphRequest> requests) {
        if (requests.isEmpty() || requests.size() > GraphRequest.MOST_IN_BATCH) {
            throw new IllegalArgumentException("A batch holds 1 to " + GraphRequest.MOST_IN_BATCH + " requests - was "
                    + requests.size());
        }
        Set<String> ids = new HashSet<>();
        for (GraphRequest request : requests) {
            if (!ids.add(key(request.id()))) {
                throw new IllegalArgumentException("The id " + request.id() + " occurs twice in the batch");
            }
        }
    }
}
