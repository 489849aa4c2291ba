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

/**
 * The answer to one HTTP call while its connection is open: status, headers, and the body as a limited, inflated
 * stream.
 */
final class WireAnswer {

    /** Reads an answer; runs while the connection is leased, so it must not wait for anything else. */
    @FunctionalInterface
    interface Reader<T> {
        T read(WireAnswer answer) throws IOException;
    }

    private static final int DRAIN = 256 * 1024;

    private final ClassicHttpResponse response;
    private final String clientRequestId;
    private final boolean sent;
    private final long maxSize;
    private final long deadline;
    private InputStream body;
    private Instant time;

    WireAnswer(ClassicHttpResponse response, String clientRequestId, boolean sent, long maxSize, long deadline) {
        this.response = response;
        this.sent = sent;
        this.clientRequestId = clientRequestId;
        this.maxSize = maxSize;
        this.deadline = deadline;
    }

    int status() {
        return response.getCode();
    }

    /** False if a proxy answered in the server's place: the request itself has not been sent. */
    boolean sent() {
        return sent;
    }

    /** The body; empty if there is none. Opened when asked for: status and waits count also if it cannot be. */
    InputStream body() throws IOException {
        if (body == null) {
            body = open(response.getEntity(), maxSize, deadline);
        }
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
        if (time == null) {
            Instant date = HttpDate.parse(header("Date"));
            time = date == null ? Instant.now() : date;
        }
        return time;
    }

    Duration retryAfter() {
        if (!response.containsHeader(RetryAfter.HEADER)) {
            return null;
        }
        List<String> values = new ArrayList<>();
        for (Header header : response.getHeaders(RetryAfter.HEADER)) {
            values.add(header.getValue());
        }
        return RetryAfter.parse(values, time());
    }

    /**
     * Reads the rest, so that the connection can be used again; false if there is no end to it, or too late: the result
     * stands all the same.
     */
    boolean isDrained() {
        byte[] buffer = new byte[4096];
        try {
            int rest = 0;
            for (int n; rest <= DRAIN && (n = body().read(buffer)) >= 0;) {
                rest += n;
            }
            return rest <= DRAIN;
        } catch (IOException e) {
            return false;
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
