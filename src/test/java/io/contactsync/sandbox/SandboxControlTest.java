package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.contactsync.sandbox.store.MailboxState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The view from above over HTTP, and the states it shows. */
class SandboxControlTest {
    private final Sandbox sandbox =
            Sandbox.start(SandboxOptions.defaults().withLog(50, null)
                    .withMarks(new Marks("Ours", "String 0x3001", "")));
    private final SandboxClient client = new SandboxClient(sandbox.address()).signIn();
    private final String mailbox = sandbox.tenant().mailboxes().iterator().next();
    private final SandboxClient above = new SandboxClient(sandbox.address()).as(sandbox.address().controlToken());
    private final String control = URI.create(sandbox.address().authority()).resolve("/sandbox/").toString();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aMailboxIsShownWhole() {
        sandbox.tenant().createContact(mailbox,
                "{\"displayName\":\"Ann Other\",\"singleValueExtendedProperties\":[{\"id\":\"String "
                        + "0x3001\",\"value\":\"hidden\"}]}");
        sandbox.tenant().administration().refuseMailbox(mailbox, "MailboxNotEnabledForRESTAPI");
        JsonNode state = above.get(control + "mailboxes/" + mailbox).json();
        assertThat(state.path("folders").findValuesAsText("displayName")).containsExactly("Contacts");
        assertThat(state.path("categories").findValuesAsText("displayName")).contains("Red category");
        assertThat(state.path("contacts")).hasSize(sandbox.tenant().snapshot(mailbox).size());
        assertThat(state.path("contacts").findValuesAsText("displayName")).contains("Ann Other");
        assertThat(state.path("contacts").toString()).contains("hidden");
    }

    @Test
    void requestsAndFindingsAreShown() {
        client.post("/users/" + mailbox + "/contacts", "{\"displayName\":\"Ann Other\"}");
        JsonNode requests = above.get(control + "requests").json();
        assertThat(requests.path("total").asInt()).isEqualTo(1);
        assertThat(requests.at("/requests/0/target").asText()).isEqualTo("/users/" + mailbox + "/contacts");
        assertThat(above.get(control + "findings").json().at("/findings/0/rule").asText()).isEqualTo("FOREIGN_CONTACT");
    }

    @Test
    void whoDoesNotKnowTheControlTokenSeesAndChangesNothing() {
        for (String token : new String[] {"", "x", sandbox.address().controlToken() + "0",
                sandbox.address().clientSecret()}) {
            SandboxClient stranger = new SandboxClient(sandbox.address()).as(token);
            assertThat(stranger.get(control + "requests").status()).isEqualTo(401);
            assertThat(stranger.get(control + "mailboxes/" + mailbox).text()).doesNotContain("displayName");
            assertThat(stranger.post(control + "next-day", "").status()).isEqualTo(401);
        }
        assertThat(client.get(control + "findings").status()).as("Graph's token is none").isEqualTo(401);
        assertThat(sandbox.lastDay()).isNull();
    }

    @Test
    void aDayPasses() {
        JsonNode day = above.post(control + "next-day", "").json();
        assertThat(sandbox.lastDay().joinerIds()).hasSameSizeAs(day.path("joined"));
        assertThat(day.path("joined").path(0).asText()).isEqualTo(sandbox.lastDay().joinerIds().get(0));
    }

    private String contacts(String rest) {
        return control + "mailboxes/" + mailbox + "/contacts" + rest;
    }

    private JsonNode contact(String id) {
        for (JsonNode each : above.get(control + "mailboxes/" + mailbox).json().path("contacts")) {
            if (each.path("id").asText().equals(id)) {
                return each;
            }
        }
        return MissingNode.getInstance();
    }

    @Test
    void anOwnerIsPlayed() {
        String id = above.post(contacts(""), "{\"displayName\":\"Ann Other\",\"categories\":[\"Ours\"],"
                + "\"singleValueExtendedProperties\":[{\"id\":\"String 0x3001\",\"value\":\"k\"}]}").json()
                .path("id").asText();
        assertThat(above.patch(contacts("/" + id), "{\"title\":\"Dr\"}").status()).isEqualTo(200);
        assertThat(contact(id).path("title").asText()).isEqualTo("Dr");
        assertThat(above.patch(contacts("/Ann%20Other"), "{\"categories\":[]}").status()).as("by name").isEqualTo(200);
        assertThat(contact(id).path("categories")).isEmpty();
        String copy = above.post(contacts("/" + id + "/copy"), "").json().path("id").asText();
        assertThat(contact(copy).path("displayName").asText()).isEqualTo("Ann Other");
        assertThat(above.delete(contacts("/" + id)).status()).isEqualTo(200);
        assertThat(contact(id).isMissingNode()).isTrue();
        assertThat(above.delete(contacts("/nobody")).status()).isIn(400, 404);
        assertThat(above.patch(contacts("/" + copy), "no json").status()).isEqualTo(400);
        assertThat(above.patch(contacts(""), "{}").status()).isEqualTo(405);
        assertThat(sandbox.findings()).as("owners may do so").isEmpty();
    }

    @Test
    void faultsAreSetAndEndedWhileItServes() {
        JsonNode set = above.post(control + "faults", "faults:\n  - fault: refuse\n    status: 503\n    method: GET\n")
                .json();
        assertThat(set.toString()).isEqualTo("{\"faults\":[\"refuse\"]}");
        assertThat(client.get("/users").status()).isEqualTo(503);
        assertThat(above.post(control + "faults", "faults: nonsense").json().path("error").asText())
                .contains("the plan that was sent");
        assertThat(client.get("/users").status()).as("the plan before stands").isEqualTo(503);
        assertThat(above.delete(control + "faults").json().toString()).isEqualTo("{\"faults\":[]}");
        assertThat(client.get("/users").status()).isEqualTo(200);
    }

    @Test
    void theClockIsPutForward() {
        String id = sandbox.tenant().createContact(mailbox, "{\"displayName\":\"Old\"}");
        assertThat(above.post(control + "clock", "PT20M").json().path("passed").asText()).isEqualTo("PT20M");
        String later = sandbox.tenant().createContact(mailbox, "{\"displayName\":\"New\"}");
        assertThat(Duration.between(created(id), created(later))).isGreaterThanOrEqualTo(Duration.ofMinutes(20));
        for (String wrong : new String[] {"20", "-PT1M", ""}) {
            assertThat(above.post(control + "clock", wrong).json().path("error").asText())
                    .isEqualTo("/sandbox/clock takes how far it is put forward, such as PT20M or P1D, and not '" + wrong
                            + "'");
        }
    }

    @Test
    void requestsAreCountedWithoutALog() {
        long before = above.get(control + "counts").json().path("requests").asLong();
        client.get("/users");
        JsonNode counts = above.get(control + "counts").json();
        assertThat(counts.path("requests").asLong()).isEqualTo(before + 1);
        assertThat(counts.path("throttled").asLong()).isZero();
    }

    @Test
    void contactsBecomeOlder() {
        String id = sandbox.tenant().createContact(mailbox, "{\"displayName\":\"Aged\"}");
        Instant before = created(id);
        assertThat(above.post(control + "age", "P1D").json().path("older").asText()).isEqualTo("PT24H");
        assertThat(created(id)).isEqualTo(before.minus(Duration.ofDays(1)));
        assertThat(above.post(control + "age", "a day").json().path("error").asText())
                .isEqualTo("/sandbox/age takes how much earlier all contacts were made, such as P1D, and not 'a day'");
    }

    private Instant created(String id) {
        return Instant.parse(contact(id).path("createdDateTime").asText());
    }

    @Test
    void aMailboxIsShownByItsNameToo() {
        String name = sandbox.tenant().user(mailbox).orElseThrow().userPrincipalName();
        JsonNode byId = above.get(control + "mailboxes/" + mailbox).json();
        assertThat(above.get(control + "mailboxes/" + name).json()).isEqualTo(byId);
        assertThat(above.get(control + "mailboxes/" + name.replace("@", "%40")).json()).isEqualTo(byId);
    }

    @Test
    void anythingElseIsRefused() {
        assertThat(above.get(control + "other").status()).isEqualTo(404);
        assertThat(above.get(control + "mailboxes/nobody").status()).isEqualTo(404);
        assertThat(above.get(control + "next-day").status()).isEqualTo(405);
        assertThat(above.post(control + "requests", "").status()).isEqualTo(405);
        assertThat(above.delete(control + "mailboxes/" + mailbox).status()).isEqualTo(405);
        assertThat(sandbox.lastDay()).isNull();
    }

    @Test
    void aDifferenceNamesWhatWasAddedRemovedAndChanged() {
        String kept = sandbox.tenant().createContact(mailbox, "{\"displayName\":\"Kept\"}");
        String changed = sandbox.tenant().createContact(mailbox, "{\"displayName\":\"Changed\"}");
        String removed = sandbox.tenant().createContact(mailbox, "{\"displayName\":\"Removed\"}");
        MailboxState before = sandbox.tenant().state(mailbox);
        assertThat(before.to(sandbox.tenant().state(mailbox)).isEmpty()).isTrue();
        sandbox.tenant().changeContact(mailbox, changed, "{\"title\":\"Dr\"}");
        sandbox.tenant().deleteContact(mailbox, removed);
        String added = sandbox.tenant().createContact(mailbox, "{\"displayName\":\"Added\"}");
        client.post("/users/" + mailbox + "/outlook/masterCategories", "{\"displayName\":\"New\"}");
        MailboxState.Difference difference = before.to(sandbox.tenant().state(mailbox));
        assertThat(difference.changed()).containsExactly("contacts/" + changed);
        assertThat(difference.removed()).containsExactly("contacts/" + removed);
        assertThat(difference.added()).hasSize(3).contains("contacts/" + added)
                .anyMatch(each -> each.startsWith("categories/"))
            .anyMatch(each -> each.startsWith("deletedItems/"));
        assertThat(difference.toString()).doesNotContain(kept);
    }
}
