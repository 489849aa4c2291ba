package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.contact.CurrentContactReader;
import io.contactsync.contact.FormerContacts;
import io.contactsync.contact.FormerContents;
import io.contactsync.contact.FormerMarks;
import io.contactsync.core.Candidate;
import io.contactsync.core.Plan;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphItemResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A former tool's contacts in a mailbox: all of them are read, or none is adopted. */
class FormerSearchTest extends RunTestBase {

    private final ContactReading reading = new ContactReading();
    private final List<String> matched = new ArrayList<>();
    private FormerContacts former;

    private static ObjectNode contact(String id, String category) {
        ObjectNode contact = JsonNodeFactory.instance.objectNode().put("id", id).put("displayName", "Ann");
        contact.putArray("categories").add(category);
        return contact;
    }

    @BeforeEach
    void list() {
        former = new FormerContacts("alice", new FormerMarks("Old", "", "", ""), new CurrentContactReader("Company"),
                new FormerContents(List.of()));
        FormerContacts.add(former, Stream.of(contact("a", "Old"), contact("b", "Friends"), contact("c", "old"))
                .map(JsonNode.class::cast).iterator(), Collections.emptyIterator());
    }

    private MailboxPlan searched(Run run) {
        take(run, people(0, 3));
        MailboxTurn turn = turns(run, "alice").get(0);
        return reading.next(mailboxes.searched(turn, new FormerSearch(turn, former, this::planned)));
    }

    private Plan planned(FormerContacts found) {
        found.found().stream().map(Candidate::id).forEach(matched::add);
        return AdoptPlanning.NOTHING;
    }

    private MailboxPlan answered(MailboxPlan planned, int second, String code) {
        Map<String, GraphItemResponse> items = new HashMap<>();
        items.put("1", new GraphItemResponse("1", 200, null, null, null, "a", null, contact("a", "Old")));
        items.put("2", new GraphItemResponse("2", second, null, code, null, null, null));
        return reading.answered(planned, new GraphBatchResponse(200, true, null, null, null, items, "c", "r"));
    }

    @Test
    void whatCarriesItsMarksIsReadAndMatched() {
        try (Run run = begin(false)) {
            MailboxPlan planned = searched(run);
            assertThat(reading.requests(planned)).hasSize(2).allMatch(request -> request.method().equals("GET"));
            mailboxes.guard(answered(planned, 404, "ErrorItemNotFound"));
            assertThat(matched).as("the other one is gone").containsExactly("a");
        }
    }

    @Test
    void whereOneIsNotReadNoneIs() {
        try (Run run = begin(false)) {
            MailboxPlan planned = answered(searched(run), 403, "ErrorAccessDenied");
            assertThat(reading.isRunning(planned)).isFalse();
            assertThatThrownBy(() -> mailboxes.guard(planned))
                    .hasMessage("contacts of the former tool could not be read, so none is adopted");
            assertThat(matched).isEmpty();
        }
    }

    @Test
    void norAfterAStop() {
        try (Run run = begin(false)) {
            MailboxPlan planned = answered(searched(run), 503, "");
            assertThat(reading.isRunning(planned)).isTrue();
            runs.stop();
            assertThatThrownBy(() -> mailboxes.guard(reading.next(planned)))
                    .hasMessage("the run was stopped before it");
            assertThat(matched).isEmpty();
        }
    }
}
