package io.contactsync.schema;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request or an answer, as the schema's checks want it.
 *
 * @param target  path behind the version, and query
 * @param status  0 for a request
 * @param headers by lower-case name
 * @param body    never null
 */
record Message(String method, String target, int status, Map<String, String> headers, byte[] body) {

    String path() {
        String path = target.split("\\?", 2)[0];
        return Allowed.spelling(path.startsWith("/") ? path : "/" + path);
    }

    /** The query's parameters, decoded. */
    Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        int mark = target.indexOf('?');
        for (String each : mark < 0 ? new String[0] : target.substring(mark + 1).split("&")) {
            String[] parts = each.split("=", 2);
            query.put(decode(parts[0]), parts.length < 2 ? "" : decode(parts[1]));
        }
        return query;
    }

    boolean isJson() {
        return contentType().startsWith("application/json");
    }

    String contentType() {
        return headers.getOrDefault("content-type", "");
    }

    @Override
    public String toString() {
        return (status == 0 ? "request " : "answer " + status + " to ") + method + " " + target;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
