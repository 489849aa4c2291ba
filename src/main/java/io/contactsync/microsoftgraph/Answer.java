package io.contactsync.microsoftgraph;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;

/** The answer to one HTTP call while its connection is open: status, headers, and the body as a limited, inflated stream. */
final class Answer {

    /** Reads an answer; runs while the connection is leased, so it must not wait for anything else. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Answer answer) throws IOException;
    }

    private static final int DRAIN = 256 * 1024;

    private final ClassicHttpResponse response;
    private final String clientRequestId;
    private final boolean sent;
    private final InputStream body;

    Answer(ClassicHttpResponse response, String clientRequestId, boolean sent, long maxSize, long deadline) throws IOException {
        this.response = response;
        this.sent = sent;
        this.clientRequestId = clientRequestId;
        this.body = open(response.getEntity(), maxSize, deadline);
    }

    int status() {
        return response.getCode();
    }

    /** False if a proxy answered in the server's place: the request itself has not been sent. */
    boolean sent() {
        return sent;
    }

    /** The body; empty if there is none. */
    InputStream body() {
        return body;
    }

    String header(String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    String requestId() {
        return header("request-id");
    }

    String clientRequestId() {
        return clientRequestId;
    }

    /** The server's time, so that its dates are compared with its own clock. */
    Instant time() {
        Instant date = HttpDate.parse(header("Date"));
        return date == null ? Instant.now() : date;
    }

    Duration retryAfter() {
        if (!response.containsHeader("Retry-After")) {
            return null;
        }
        List<String> values = new ArrayList<>();
        for (Header header : response.getHeaders("Retry-After")) {
            values.add(header.getValue());
        }
        return RetryAfter.parse(values, time());
    }

    /** Reads the rest, so that the connection can be used again; a long rest is an error. */
    void drain() throws IOException {
        byte[] buffer = new byte[4096];
        int rest = 0;
        for (int n; (n = body.read(buffer)) >= 0;) {
            rest += n;
            if (rest > DRAIN) {
                throw new InvalidAnswerException("was answered with too long a rest");
            }
        }
    }

    private static InputStream open(HttpEntity entity, long maxSize, long deadline) throws IOException {
        InputStream content = entity == null ? null : entity.getContent();
        if (content == null) {
            return InputStream.nullInputStream();
        }
        InputStream wire = new LimitedStream(content, maxSize, deadline);
        String encoding = entity.getContentEncoding();
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return wire;
        }
        if (!encoding.equalsIgnoreCase("gzip")) {
            throw new InvalidAnswerException("was answered in an encoding nobody asked for");
        }
        return new LimitedStream(new GZIPInputStream(wire, 8192), maxSize, deadline);
    }
}
