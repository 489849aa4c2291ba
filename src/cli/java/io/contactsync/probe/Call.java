package io.contactsync.probe;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Map;

/**
 * One request to Graph.
 *
 * @param url     relative to the version, such as {@code /users/{id}/contacts?$top=1}, encoded
 * @param headers beside those every request has
 * @param body    JSON, or null
 */
public record Call(String method, String url, Map<String, String> headers, JsonNode body) {

    static Call get(String url) {
        return new Call("GET", url, Map.of(), null);
    }

    @Override
    public String toString() {
        return "Call[" + method + "]";
    }
}
