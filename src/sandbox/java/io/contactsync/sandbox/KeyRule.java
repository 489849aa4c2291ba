package io.contactsync.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.sandbox.Finding.Rule;
import io.contactsync.sandbox.store.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks through all mailboxes for a hidden key that is there more than once. */
record KeyRule(Marks marks) {
    private static final ObjectMapper JSON = new ObjectMapper();

    List<Finding> findings(Tenant tenant) {
        List<Finding> findings = new ArrayList<>();
        for (String mailbox : tenant.mailboxes()) {
            look(mailbox, tenant.snapshot(mailbox), findings);
        }
        return findings;
    }

    private void look(String mailbox, Map<String, byte[]> contacts, List<Finding> findings) {
        Map<String, String> byKey = new HashMap<>();
        contacts.forEach((id, json) -> {
            String key = marks.key(read(json));
            String other = key == null ? null : byKey.putIfAbsent(key, id);
            if (other != null) {
                findings.add(new Finding(Rule.KEY_TWICE,
                        "mailbox " + mailbox + " holds " + key + " twice, in " + other + " and " + id));
            }
        });
    }

    private static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox holds a contact that is no JSON", e);
        }
    }
}
