package io.contactsync.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.store.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** What owners and their phones do to contacts of a mailbox, played over HTTP: bodies are those of Graph. */
record OwnersControl(Tenant tenant) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COPY = "copy";

    /**
     * Does it.
     *
     * @param mailbox object id or user principal name of the owner
     * @param rest what follows {@code contacts} in the path: nothing, a contact, or a contact and {@code copy}
     * @return what to answer, an object; null if there is no such thing to do
     * @throws GraphRefusal if there is no such mailbox or contact, or the body is none
     */
    Map<String, String> act(String method, String mailbox, List<String> rest, String body) {
        if (rest.isEmpty()) {
            return method.equals("POST") ? id(tenant.createContact(mailbox, body)) : null;
        }
        boolean copies = rest.size() == 2 && rest.get(1).equals(COPY) && method.equals("POST");
        boolean touches = rest.size() == 1 && List.of("PATCH", "DELETE").contains(method);
        if (!copies && !touches) {
            return null;
        }
        String contact = contact(mailbox, rest.get(0));
        if (copies) {
            return id(tenant.copyContact(mailbox, contact));
        }
        if (method.equals("PATCH")) {
            tenant.changeContact(mailbox, contact, body);
        } else {
            tenant.deleteContact(mailbox, contact);
        }
        return id(contact);
    }

    private static Map<String, String> id(String contact) {
        return Map.of("id", contact);
    }

    /** By its id, or by its name if no other contact of the mailbox has the same. */
    private String contact(String mailbox, String idOrName) {
        List<String> named = tenant.snapshot(mailbox).entrySet().stream()
                .filter(entry -> read(entry.getValue()).path("displayName").asText().equals(idOrName))
                .map(Map.Entry::getKey).toList();
        return named.size() == 1 ? named.get(0) : idOrName;
    }

    private static JsonNode read(byte[] contact) {
        try {
            return JSON.readTree(contact);
        } catch (IOException damaged) {
            throw new UncheckedIOException("own JSON cannot be read", damaged);
        }
    }
}
