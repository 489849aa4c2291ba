package io.contactsync.microsoftgraph;

import java.io.IOException;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

/** The application permissions named in an access token. For a check before work begins: Graph alone decides. */
final class TokenRoles {

    private TokenRoles() {
    }

    /** The claim "roles", sorted; empty if the token is not a readable JWT. */
    static Set<String> of(String token) {
        Set<String> roles = new TreeSet<>();
        String[] parts = token.split("\\.");
        if (parts.length == 3) {
            claims(parts[1]).path("roles").forEach(role -> roles.add(role.asText()));
        }
        return roles;
    }

    private static JsonNode claims(String part) {
        try {
            return GraphJson.MAPPER.readTree(Base64.getUrlDecoder().decode(part));
        } catch (IOException | IllegalArgumentException e) {
            return GraphJson.MAPPER.createObjectNode();
        }
    }
}
