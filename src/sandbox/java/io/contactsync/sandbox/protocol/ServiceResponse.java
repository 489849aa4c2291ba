package io.contactsync.sandbox.protocol;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer of the service, not yet on the wire.
 *
 * @param status   HTTP status
 * @param headers  headers beside those every answer has
 * @param body     body in UTF-8, or null for none
 * @param delivery what becomes of the answer on its way
 * @param fault    true if a fault on request made it, not the service
 */
public record ServiceResponse(int status, Map<String, String> headers, byte[] body, Delivery delivery, boolean fault) {

    public static final String CONTENT_TYPE = "Content-Type";
    public static final String LOCATION = "Location";
    /** In seconds; throttling is told by it (Learn: Microsoft Graph throttling guidance). */
    public static final String RETRY_AFTER = "Retry-After";
    /** The type of errors, and of what faults make. */
    public static final String PLAIN_JSON = "application/json";
    private static final String JSON =
            "application/json; odata.metadata=minimal; odata.streaming=true; IEEE754Compatible=false; charset=utf-8";
    private static final Map<String, String> JSON_HEADERS = Map.of(CONTENT_TYPE, JSON);

    /**
     * How an answer travels: as it should, in one of several ways over a faulty connection, or, inside a batch, in one
     * of several wrong ways.
     */
    public enum Delivery {
        ANSWER,
        /** Nothing is said and the connection is closed. */
        DROP_CONNECTION,
        /** Nothing is said and the connection is reset. */
        RESET,
        /** Nothing is said, and the connection stays open. */
        SILENCE,
        /** Half of the body, then the connection is closed. */
        TRUNCATED,
        /** The body never ends. */
        ENDLESS,
        /** Left out of its batch's answers. */
        OMIT,
        /** There twice among its batch's answers. */
        TWICE,
        /** There under an id nobody sent. */
        UNKNOWN_ID,
        /** There with its id in capitals. */
        UPPER_CASE_ID;

        /** Whether the connection is concerned, and so a whole batch. */
        public boolean ofConnection() {
            return this != ANSWER && compareTo(OMIT) < 0;
        }
    }

    public static ServiceResponse of(int status, Map<String, String> headers, byte[] body) {
        return new ServiceResponse(status, headers, body, Delivery.ANSWER, false);
    }

    /** With no other header than its type. */
    public static ServiceResponse typed(int status, String type, byte[] body) {
        return of(status, Map.of(CONTENT_TYPE, type), body);
    }

    public static ServiceResponse ok(JsonBytes body) {
        return of(200, JSON_HEADERS, body.toBytes());
    }

    public static ServiceResponse created(JsonBytes body, String location, String etag) {
        Map<String, String> headers = new LinkedHashMap<>(JSON_HEADERS);
        headers.put(LOCATION, location);
        if (etag != null) {
            headers.put("ETag", etag);
        }
        return of(201, headers, body.toBytes());
    }

    public static ServiceResponse noContent() {
        return of(204, Map.of(), null);
    }

    public static ServiceResponse text(String text) {
        return typed(200, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    public ServiceResponse with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ServiceResponse(status, more, body, delivery, fault);
    }

    public ServiceResponse withRetryAfter(long seconds) {
        return with(RETRY_AFTER, Long.toString(seconds));
    }

    public ServiceResponse with(byte[] other) {
        return new ServiceResponse(status, headers, other, delivery, fault);
    }

    public ServiceResponse with(Delivery other) {
        return new ServiceResponse(status, headers, body, other, fault);
    }

    /** The same, made by a fault on request. */
    public ServiceResponse asFault() {
        return new ServiceResponse(status, headers, body, delivery, true);
    }
}
