package io.contactsync.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What people do at the source: the central mailbox, whose contacts everybody gets. */
final class CentralContacts {

    private final BenchTenant tenant;
    private final String place;
    private final List<String> ids = new ArrayList<>();
    private int made;

    CentralContacts(BenchTenant tenant) throws IOException {
        this.tenant = tenant;
        this.place = "mailboxes/" + tenant.text("centralMailbox");
        JsonNode state = tenant.above("GET", place, "");
        JsonNode folder = state.path("folders").path(0).path("id");
        state.path("contacts").forEach(contact -> {
            if (contact.path("parentFolderId").equals(folder)) {
                ids.add(contact.path("id").asText());
            }
        });
    }

    /** So many have another number each time. */
    void change(int contacts) throws IOException {
        for (int number = 0; number < contacts; number++) {
            tenant.above("PATCH", place + "/contacts/" + ids.get(number), "{\"mobilePhone\":\"" + phone() + "\"}");
        }
    }

    /** So many more. */
    void add(int contacts) throws IOException {
        for (int number = 0; number < contacts; number++) {
            tenant.above("POST", place + "/contacts", "{\"givenName\":\"Bench\",\"surname\":\"Number " + made
                    + "\",\"displayName\":\"Bench Number " + made + "\",\"companyName\":\"Contoso\",\"mobilePhone\":\""
                    + phone() + "\"}");
        }
    }

    private String phone() {
        made++;
        return "+1 202 555 " + String.format("%04d", made % 10_000);
    }
}
