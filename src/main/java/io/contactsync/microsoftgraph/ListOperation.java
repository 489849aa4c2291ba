package io.contactsync.microsoftgraph;

import java.util.Map;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.core.JsonParser;

/** Operation {@code list}: an iterator over all rows of a collection. */
final class ListOperation {

    private static final GraphItemReader<?> TREE = JsonParser::readValueAsTree;

    private final GraphClient client;
    private final GraphAddress address;
    private final CallTemplate template;
    private final GraphEndpointOptions options;
    private final GraphRetryPolicy retries;
    private final long timeoutMillis;
    private final String what;
    private final GraphItemReader<?> reader;

    ListOperation(GraphClient client, GraphAddress address, GraphEndpointOptions options, CallTemplate template,
            GraphRetryPolicy retries, long timeoutMillis) {
        this.client = client;
        this.address = address;
        this.options = options;
        this.template = template;
        this.retries = retries;
        this.timeoutMillis = timeoutMillis;
        this.what = "GET " + options.getPath();
        this.reader = options.getItemReader() == null ? TREE : options.getItemReader();
    }

    /**
     * @param values what the places of the templates stand for
     * @param link   where to start instead of the path, or null
     */
    GraphPages<?> list(UnaryOperator<String> values, String link) {
        String path = template.path(values);
        String first = link == null ? template.full(path, values) : checked(link);
        return pages(reader, first, MailboxPaths.once(path));
    }

    private <T> GraphPages<T> pages(GraphItemReader<T> rows, String first, Map<String, Integer> mailboxes) {
        return new GraphPages<>(what, address, first, path -> client.read(call(path, mailboxes), retries, answer -> {
            if (answer.status() != 200) {
                throw GraphErrors.of(what, answer);
            }
            return PageReader.read(answer, rows);
        }), options.getMaxPages(), options.isVerifyCount());
    }

    private GraphCall call(String path, Map<String, Integer> mailboxes) {
        return new GraphCall(MicrosoftGraphOperation.list, what, "GET", path, template.headers(), null, 0, mailboxes, 1,
                timeoutMillis);
    }

    private String checked(String link) {
        String path = address.pathOf(link);
        if (path == null) {
            throw new GraphException(GraphFailure.local(what, GraphFailure.INVALID_LINK,
                    "was given a link to a foreign address: not followed", false));
        }
        return path;
    }
}
