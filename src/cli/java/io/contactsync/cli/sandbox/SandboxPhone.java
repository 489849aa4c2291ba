package io.contactsync.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.store.User;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a person of the sandbox sees on the phone after the runs: a few of the contacts in their mailbox, private ones
 * among them.
 */
final class SandboxPhone {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 6;

    private SandboxPhone() {
    }

    /** Shows the phone of the first person whose mailbox was synchronised. */
    static void show(Sandbox sandbox, PrintStream out) throws IOException {
        Set<String> mailboxes = sandbox.tenant().mailboxes();
        Optional<User> person = sandbox.tenant().group(sandbox.address().targetGroup()).stream()
                .flatMap(group -> sandbox.tenant().members(group, true).stream())
                .filter(User.class::isInstance).map(User.class::cast)
                .filter(user -> user.member() && user.licensed() && user.accountEnabled()
                        && mailboxes.contains(user.id()))
                .findFirst();
        if (person.isPresent()) {
            show(person.get(), sandbox.tenant().snapshot(person.get().id()), out);
        }
    }

    private static void show(User person, Map<String, byte[]> mailbox, PrintStream out) throws IOException {
        List<JsonNode> contacts = new ArrayList<>();
        for (byte[] contact : mailbox.values()) {
            contacts.add(JSON.readTree(contact));
        }
        contacts.sort(Comparator.comparing(contact -> contact.path("displayName").asText()));
        out.printf("%n%s's phone now knows %d people. Among them:%n", person.displayName(), contacts.size());
        int shown = Math.min(SHOWN, contacts.size());
        for (int line = 0; line < shown; line++) {
            JsonNode contact = contacts.get(line * contacts.size() / shown);
            String phone = contact.path("businessPhones").path(0).asText(contact.path("mobilePhone").asText(""));
            out.printf("  %-32.32s %-17.17s %.27s%n", contact.path("displayName").asText(), phone,
                    contact.path("companyName").asText(""));
        }
    }
}
