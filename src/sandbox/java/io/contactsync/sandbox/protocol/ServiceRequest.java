package io.contactsync.sandbox.protocol;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** One request to the service, whether it came alone or inside a batch. */
public final class ServiceRequest {
    private final String method;
    private final String target;
    private final List<String> segments;
    private final String query;
    private final Map<String, String> headers;
    private final byte[] body;
    private final boolean inBatch;
    private final Caller caller;

    /**
     * Who asks and how they reached the service: base address with version, the roles of their token, and what Exchange
     * lets them do.
     */
    public record Caller(String base, Set<String> roles, ExchangeAccess exchange) {

        /** A caller of whom Exchange knows nothing. */
        public Caller(String base, Set<String> roles) {
            this(base, roles, ExchangeAccess.NONE);
        }
    }

    /**
     * @param method  HTTP method in capitals
     * @param target  path behind the version, and query, as sent
     * @param headers by lower-case name
     * @param body    the request's own bytes, empty if it has none
     */
    public ServiceRequest(String method, String target, Map<String, String> headers, byte[] body, boolean inBatch,
            Caller caller) {
        int mark = target.indexOf('?');
        this.method = method;
        this.target = target;
        this.segments = PathSegments.of(mark < 0 ? target : target.substring(0, mark));
        this.query = mark < 0 ? "" : target.substring(mark + 1);
        this.headers = headers;
        this.body = body;
        this.inBatch = inBatch;
        this.caller = caller;
    }

    /** The same request with another body. */
    public ServiceRequest withBody(byte[] other) {
        return new ServiceRequest(method, target, headers, other, inBatch, caller);
    }

    public String method() {
        return method;
    }

    /** Path behind the version, and query, as sent. */
    public String target() {
        return target;
    }

    /** Decoded parts of the path. */
    public List<String> segments() {
        return segments;
    }

    /** True for a request inside a batch, false for a single one and for the batch itself. */
    public boolean inBatch() {
        return inBatch;
    }

    public boolean isBatch() {
        return segments.size() == 1 && segments.get(0).equals("$batch");
    }

    public String body() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The user whose mailbox is asked, by id or name as sent, or null if no mailbox is concerned. */
    public String mailbox() {
        boolean outlook = segments.size() > 2 && segment(0).equals("users") && OUTLOOK.contains(segment(2));
        return outlook ? segment(1) : null;
    }

    private static final Set<String> OUTLOOK =
        Set.of("contacts", "contactFolders", "outlook", "mailboxSettings", "translateExchangeIds", "photo", "photos");

    public String segment(int index) {
        return segments.get(index);
    }

    public int depth() {
        return segments.size();
    }

    String query() {
        return query;
    }

    /** Path behind the version, as sent. */
    public String path() {
        int mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }

    /** By lower-case name. */
    public Map<String, String> headers() {
        return headers;
    }

    public String header(String lowerCaseName) {
        return headers.get(lowerCaseName);
    }

    public byte[] bytes() {
        return body;
    }

    public Caller caller() {
        return caller;
    }

    public String base() {
        return caller.base();
    }

    /** Address of the metadata of something: the context of an answer. */
    public String context(String resource) {
        return base() + "/$metadata#" + resource;
    }

    /** How contexts and locations name what lies below the user whom the path names. */
    public String below(String resource) {
        return "users('" + segment(1) + "')/" + resource;
    }

    /** @throws GraphRefusal 405 if the method is another */
    public void require(String allowed) {
        if (!method.equals(allowed)) {
            throw GraphRefusal.methodNotAllowed();
        }
    }

    /** @throws GraphRefusal 400 if the path goes on behind so many segments */
    public void endAt(int depth) {
        if (depth() > depth) {
            throw GraphRefusal.unknownSegment(segment(depth));
        }
    }

    /**
     * Compares If-Match, which * and its absence satisfy.
     *
     * @param etag of the resource as it is; asked for only if it matters
     * @throws GraphRefusal 412 if the client knows another state of the resource
     */
    public void requireMatch(Supplier<String> etag) {
        String expected = header("if-match");
        if (expected != null && !expected.equals("*") && !expected.equals(etag.get())) {
            throw GraphRefusal.conflict();
        }
    }
}
