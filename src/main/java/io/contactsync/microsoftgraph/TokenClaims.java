package io.contactsync.microsoftgraph;

import java.io.IOException;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a token says of itself. For a check before work begins: whoever the token is for decides.
 *
 * @param json an object without fields if the token is not a readable JWT
 */
record TokenClaims(JsonNode json) {

    static TokenClaims of(String token) {
        String[] parts = token.split("\\.");
        return new TokenClaims(parts.length == 3 ? claims(parts[1]) : GraphJson.MAPPER.createObjectNode());
    }

    /** The application permissions named in an access token, sorted. */
    Set<String> roles() {
        Set<String> roles = new TreeSet<>();
        json.path("roles").forEach(role -> roles.add(role.asText()));
        return roles;
    }

    /** A claim, empty if it is not there. */
    String text(String claim) {
        return json.path(claim).asText();
    }

    private static JsonNode claims(String part) {
        try {
            JsonNode claims = GraphJson.MAPPER.readTree(Base64.getUrlDecoder().decode(part));
            return claims.isObject() ? claims : GraphJson.MAPPER.createObjectNode();
        } catch (IOException | IllegalArgumentException e) {
            return GraphJson.MAPPER.createObjectNode();
        }
    }
}
