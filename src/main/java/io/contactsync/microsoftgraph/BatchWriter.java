package io.contactsync.microsoftgraph;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/**
 * Writes the envelope of a {@code $batch} into one buffer. The bodies are copied as they are: they must be JSON in
 * UTF-8.
 *
 * @see <a href="https://learn.microsoft.com/graph/json-batching">JSON batching</a>
 */
final class BatchWriter {

    private static final byte[] START = ascii("{\"requests\":[");
    private static final byte[] END = ascii("]}");
    private static final byte[] ID = ascii("{\"id\":\"");
    private static final byte[] METHOD = ascii("\",\"method\":\"");
    private static final byte[] URL = ascii("\",\"url\":\"");
    private static final byte[] HEADERS = ascii("\",\"headers\":{");
    private static final byte[] BODY = ascii("},\"body\":");
    private static final byte[] JSON_TYPE = ascii("\"Content-Type\":\"application/json\"");

    private byte[] buffer;
    private int length;

    private BatchWriter(int size) {
        this.buffer = new byte[size];
    }

    /** @param prefer value of the Prefer header for every request that has none, or null */
    static BatchWriter write(List<GraphRequest> requests, String prefer) {
        BatchWriter writer = new BatchWriter(size(requests));
        writer.raw(START);
        for (int i = 0; i < requests.size(); i++) {
            if (i > 0) {
                writer.raw(',');
            }
            writer.request(requests.get(i), prefer);
        }
        writer.raw(END);
        return writer;
    }

    byte[] buffer() {
        return buffer;
    }

    int length() {
        return length;
    }

    private void request(GraphRequest request, String prefer) {
        raw(ID);
        text(request.id());
        raw(METHOD);
        text(request.method());
        raw(URL);
        text(request.url());
        raw(HEADERS);
        headers(request, prefer);
        if (request.body() != null) {
            raw(BODY);
            raw(request.body());
        } else {
            raw('}');
        }
        raw('}');
    }

    private void headers(GraphRequest request, String prefer) {
        boolean first = true;
        if (request.body() != null && !has(request.headers(), "Content-Type")) {
            raw(JSON_TYPE);
            first = false;
        }
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            first = header(first, header.getKey(), header.getValue());
        }
        if (prefer != null && !has(request.headers(), CallTemplate.PREFER)) {
            header(first, CallTemplate.PREFER, prefer);
        }
    }

    private boolean header(boolean first, String name, String value) {
        if (!first) {
            raw(',');
        }
        raw('"');
        text(name);
        raw('"');
        raw(':');
        raw('"');
        text(value);
        raw('"');
        return false;
    }

    private static boolean has(Map<String, String> headers, String name) {
        return headers.containsKey(name) || headers.keySet().stream().anyMatch(name::equalsIgnoreCase);
    }

    private void text(String value) {
        raw(JsonStringEncoder.getInstance().quoteAsUTF8(value));
    }

    private void raw(char c) {
        ensure(1);
        buffer[length++] = (byte) c;
    }

    private void raw(byte[] bytes) {
        ensure(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    private void ensure(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(length + more, buffer.length * 2));
        }
    }

    private static int size(List<GraphRequest> requests) {
        int size = 64;
        for (GraphRequest request : requests) {
            size += 320 + request.url().length() + (request.body() == null ? 0 : request.body().length);
        }
        return size;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
