package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SandboxDeltaTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults());
    private static final SandboxClient CLIENT = new SandboxClient(SANDBOX.address()).signIn();
    private static final Iterator<String> MAILBOXES = SANDBOX.tenant().mailboxes().iterator();
    private static final String IMMUTABLE = "IdType=\"ImmutableId\"";
    private final String mailbox = MAILBOXES.next();
    private final String contacts = "/users/" + mailbox + "/contacts";
    private final String delta = "/users/" + mailbox + "/contactFolders/contacts/contacts/delta";
    private final int held = SANDBOX.tenant().snapshot(mailbox).size();
    private String link;

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void theFirstRoundGivesAllContactsInPagesAndEndsWithADeltaLink() {
        for (int i = 0; i < 9; i++) {
            create("G" + i);
        }
        JsonNode page = CLIENT.get(delta, "Prefer", "odata.maxpagesize=5").json();
        assertThat(page.get("value")).hasSize(5);
        assertThat(page.get("@odata.nextLink").asText()).contains("/contacts/delta?$skiptoken=");
        assertThat(page.has("@odata.deltaLink")).isFalse();
        assertThat(ids(round(delta, "odata.maxpagesize=5"))).hasSize(held + 9).doesNotHaveDuplicates();
        assertThat(link).contains("/contacts/delta?$deltatoken=");
        assertThat(ids(round(delta, null))).hasSize(held + 9).doesNotHaveDuplicates();
    }

    @Test
    void anEmptyRoundGivesANewDeltaLink() {
        round(delta, null);
        JsonNode empty = CLIENT.get(link).json();
        assertThat(empty.get("value")).isEmpty();
        assertThat(empty.get("@odata.deltaLink").asText()).contains("$deltatoken=").isNotEqualTo(link);
        assertThat(CLIENT.get(empty.get("@odata.deltaLink").asText()).json().get("value")).isEmpty();
    }

    @Test
    void laterRoundsGiveWhatWasCreatedChangedAndDeletedSince() {
        String changed = create("Changed");
        String deleted = create("Deleted");
        create("Untouched");
        round(delta, null);
        String created = create("Created");
        CLIENT.patch(contacts + "/" + changed, "{\"title\":\"Dr.\"}");
        CLIENT.delete(contacts + "/" + deleted);
        List<JsonNode> entries = round(link, null);
        assertThat(ids(entries)).containsExactlyInAnyOrder(created, changed, deleted);
        assertThat(entries.get(0).get("id").asText()).isEqualTo(deleted);
        assertThat(entries.get(0).at("/@removed/reason").asText()).isEqualTo("deleted");
        assertThat(entries.get(0)).hasSize(2);
        assertThat(entries.get(1).get("title").asText()).isEqualTo("Dr.");
        assertThat(round(link, null)).isEmpty();
    }

    @Test
    void aMovedContactIsRemovedHereAndNewThere() {
        String id = create("Moving");
        String folder = CLIENT.post("/users/" + mailbox + "/contactFolders", "{\"displayName\":\"Club\"}").json()
                .get("id").asText();
        String there = "/users/" + mailbox + "/contactFolders/" + folder + "/contacts/delta";
        assertThat(round(there, null)).isEmpty();
        String linkThere = link;
        round(delta, null);
        String moved = SANDBOX.tenant().moveContact(mailbox, id, folder);
        assertThat(removed(round(link, null))).containsExactly(id);
        assertThat(ids(round(linkThere, null))).containsExactly(moved);
    }

    @Test
    void aContactThatLeftAndCameBackIsPresentByItsImmutableId() {
        String id = create("Returning");
        String folder = CLIENT.post("/users/" + mailbox + "/contactFolders", "{\"displayName\":\"Club\"}").json()
                .get("id").asText();
        String immutable = CLIENT.get(contacts + "/" + id, "Prefer", IMMUTABLE).json().get("id").asText();
        assertThat(ids(round(delta, IMMUTABLE))).contains(immutable);
        String there = SANDBOX.tenant().moveContact(mailbox, id, folder);
        SANDBOX.tenant().moveContact(mailbox, there, "contacts");
        List<JsonNode> entries = round(link, IMMUTABLE);
        assertThat(ids(entries)).containsExactly(immutable, immutable);
        assertThat(entries.get(0).has("@removed")).isTrue();
        assertThat(entries.get(1).has("@removed")).isFalse();
    }

    @Test
    void whatChangesWhileTheClientPagesIsNotLost() {
        String first = create("First");
        String second = create("Second");
        String third = create("Third");
        round(delta, null);
        CLIENT.patch(contacts + "/" + first, "{\"title\":\"1\"}");
        CLIENT.patch(contacts + "/" + second, "{\"title\":\"1\"}");
        CLIENT.patch(contacts + "/" + third, "{\"title\":\"1\"}");
        JsonNode page = CLIENT.get(link, "Prefer", "odata.maxpagesize=1").json();
        assertThat(page.at("/value/0/id").asText()).isEqualTo(first);
        CLIENT.patch(contacts + "/" + first, "{\"title\":\"2\"}");
        CLIENT.delete(contacts + "/" + second);
        String created = create("Created");
        assertThat(ids(round(page.get("@odata.nextLink").asText(), "odata.maxpagesize=1"))).contains(third)
                .doesNotContain(second);
        List<JsonNode> next = round(link, null);
        assertThat(removed(next)).containsExactly(second);
        assertThat(ids(next)).contains(first, created);
    }

    @Test
    void removalsArePagedToo() {
        List<String> gone = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            gone.add(create("G" + i));
        }
        round(delta, null);
        gone.forEach(each -> CLIENT.delete(contacts + "/" + each));
        String created = create("Created");
        List<JsonNode> entries = round(link, "odata.maxpagesize=2");
        assertThat(removed(entries)).isEqualTo(gone);
        assertThat(entries.get(5).get("id").asText()).isEqualTo(created);
    }

    @Test
    void theFirstSelectionStaysInForce() {
        create("A");
        JsonNode first = round(delta + "?$select=displayName", "odata.maxpagesize=1").get(1);
        assertThat(first.fieldNames()).toIterable().containsExactlyInAnyOrder("@odata.type", "@odata.etag", "id",
                "displayName");
        assertThat(link).doesNotContain("select");
        create("B");
        assertThat(round(link, null).get(0).has("givenName")).isFalse();
    }

    @Test
    void otherOptionsThanSelectAreRefused() {
        assertThat(CLIENT.get(delta + "?$filter=displayName%20eq%20'x'").code()).isEqualTo("ErrorInvalidUrlQuery");
        assertThat(CLIENT.get(delta + "?$top=5").status()).isEqualTo(400);
        assertThat(CLIENT.get(delta + "?$select=shoeSize").status()).isEqualTo(400);
        assertThat(CLIENT.get(delta + "?$expand=singleValueExtendedProperties").status()).isEqualTo(500);
    }

    @Test
    void anExpiredTokenIsGone() {
        round(delta, null);
        String old = link;
        SANDBOX.tenant().administration().expireDeltaTokens(mailbox);
        SandboxClient.Answer answer = CLIENT.get(old);
        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.code()).isEqualTo("syncStateNotFound");
        round(delta, null);
        assertThat(CLIENT.get(link).status()).isEqualTo(200);
    }

    @Test
    void madeUpTokensAndThoseOfOtherFoldersAreRefused() {
        String folder = CLIENT.post("/users/" + mailbox + "/contactFolders", "{\"displayName\":\"Club\"}").json()
                .get("id").asText();
        round(delta, null);
        assertThat(CLIENT.get(delta + "?$deltatoken=abc").code()).isEqualTo("SyncStateInvalid");
        assertThat(CLIENT.get(link.replace("contactFolders/contacts", "contactFolders/" + folder)).code())
                .isEqualTo("SyncStateInvalid");
    }

    @Test
    void theDefaultFolderHasADeltaOfItsOwn() {
        assertThat(ids(round(contacts + "/delta", null))).hasSize(held);
        String created = create("Created");
        assertThat(ids(round(link, null))).containsExactly(created);
    }

    @Test
    void aChangeOfAnExtendedPropertyIsShownAndOneOfAnOpenExtensionIsNot() {
        String id = create("A");
        round(delta, null);
        CLIENT.post(contacts + "/" + id + "/extensions", "{\"extensionName\":\"com.example.x\",\"a\":1}");
        assertThat(round(link, null)).isEmpty();
        CLIENT.patch(contacts + "/" + id,
                "{\"singleValueExtendedProperties\":[{\"id\":\"String 0x3A45\",\"value\":\"v\"}]}");
        assertThat(ids(round(link, null))).containsExactly(id);
    }

    private String create(String name) {
        return CLIENT.post(contacts, "{\"givenName\":\"" + name + "\"}").json().get("id").asText();
    }

    /** Follows a round to its end and keeps its delta link. */
    private List<JsonNode> round(String target, String prefer) {
        List<JsonNode> entries = new ArrayList<>();
        String next = target;
        while (next != null) {
            SandboxClient.Answer answer = prefer == null ? CLIENT.get(next) : CLIENT.get(next, "Prefer", prefer);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            answer.json().get("value").forEach(entries::add);
            next = answer.json().path("@odata.nextLink").asText(null);
            link = answer.json().path("@odata.deltaLink").asText(null);
        }
        return entries;
    }

    private static List<String> ids(List<JsonNode> entries) {
        return entries.stream().map(each -> each.get("id").asText()).toList();
    }

    private static List<String> removed(List<JsonNode> entries) {
        return ids(entries.stream().filter(each -> each.has("@removed")).toList());
    }
}
