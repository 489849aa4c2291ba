package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.sandbox.protocol.GraphReading;
import io.contactsync.sandbox.protocol.GraphReadings;
import java.util.Iterator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SandboxItemIdsTest {
    private static final Sandbox SANDBOX =
        Sandbox.start(SandboxOptions.defaults()
                .withReadings(GraphReadings.assumed().with(GraphReading.TRANSLATE_IDS, "served")));
    private static final SandboxClient CLIENT = new SandboxClient(SANDBOX.address()).signIn();
    private static final Iterator<String> MAILBOXES = SANDBOX.tenant().mailboxes().iterator();
    private static final String KEY = "String {66f5a359-4659-4830-9070-00047ec6ac6e} Name ContactSyncKey";
    private final String mailbox = MAILBOXES.next();
    private final String contacts = "/users/" + mailbox + "/contacts";

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void aMoveChangesTheRegularIdAndNotTheImmutableOne() {
        String id = create("{\"givenName\":\"A\"}");
        String immutable = immutable(id);
        String folder = CLIENT.post("/users/" + mailbox + "/contactFolders", "{\"displayName\":\"Club\"}").json()
                .get("id").asText();
        String changeKey = CLIENT.get(contacts + "/" + id).json().get("changeKey").asText();
        String moved = SANDBOX.tenant().moveContact(mailbox, id, folder);
        assertThat(moved).isNotEqualTo(id);
        assertThat(CLIENT.get(contacts + "/" + id).code()).isEqualTo("ErrorItemNotFound");
        JsonNode found = CLIENT.get(contacts + "/" + immutable).json();
        assertThat(found.get("id").asText()).isEqualTo(moved);
        assertThat(found.get("parentFolderId").asText()).isEqualTo(folder);
        assertThat(found.get("changeKey").asText()).isNotEqualTo(changeKey);
        assertThat(immutable(moved)).isEqualTo(immutable);
        assertThat(CLIENT.patch(contacts + "/" + immutable, "{\"title\":\"x\"}").status()).isEqualTo(200);
    }

    @Test
    void aContactThatCameBackHasANewIdAgain() {
        String id = create("{\"givenName\":\"A\"}");
        String immutable = immutable(id);
        SANDBOX.tenant().createContact(mailbox, "{\"givenName\":\"B\"}");
        String folder = CLIENT.post("/users/" + mailbox + "/contactFolders", "{\"displayName\":\"Club\"}").json()
                .get("id").asText();
        String back =
                SANDBOX.tenant().moveContact(mailbox, SANDBOX.tenant().moveContact(mailbox, id, folder), "Contacts");
        assertThat(back).isNotEqualTo(id);
        assertThat(CLIENT.get(contacts + "/" + id).status()).isEqualTo(404);
        assertThat(CLIENT.get(contacts + "/" + immutable).json().get("id").asText()).isEqualTo(back);
        assertThat(CLIENT.delete(contacts + "/" + immutable).status()).isEqualTo(204);
        assertThat(CLIENT.get(contacts + "/" + immutable).status()).isEqualTo(404);
    }

    @Test
    void immutableIdsAreThoseOfOneMailbox() {
        String other = MAILBOXES.next();
        String elsewhere = SANDBOX.tenant().createContact(other, "{\"givenName\":\"A\"}");
        String immutable = CLIENT.get("/users/" + other + "/contacts/" + elsewhere, "Prefer", "IdType=\"ImmutableId\"")
                .json().get("id").asText();
        assertThat(CLIENT.get(contacts + "/" + immutable).code()).isEqualTo("ErrorInvalidIdMalformed");
    }

    @Test
    void createAnswersWithImmutableIdsWhenAsked() {
        SandboxClient.Answer made = CLIENT.post(contacts, "{\"givenName\":\"A\"}", "Prefer", "IdType=\"ImmutableId\"");
        assertThat(made.header("Preference-Applied")).isEqualTo("IdType=\"ImmutableId\"");
        assertThat(made.json().get("id").asText()).hasSize(68);
        assertThat(made.header("Location")).contains(made.json().get("id").asText());
    }

    @Test
    void aDeletedContactLiesInTheDeletedItemsAndAPurgedOneNowhere() {
        String deleted = create("{\"givenName\":\"Deleted\"}");
        String purged = create("{\"givenName\":\"Purged\"}");
        assertThat(CLIENT.delete(contacts + "/" + deleted).status()).isEqualTo(204);
        assertThat(CLIENT.post(contacts + "/" + purged + "/permanentDelete", "").status()).isEqualTo(204);
        assertThat(CLIENT.get(contacts + "/" + deleted).status()).isEqualTo(404);
        assertThat(CLIENT.get(contacts + "/" + purged).status()).isEqualTo(404);
        assertThat(CLIENT.post(contacts + "/" + purged + "/permanentDelete", "").code()).isEqualTo("ErrorItemNotFound");
        assertThat(SANDBOX.tenant().deletedContacts(mailbox).values()).singleElement()
            .satisfies(each -> assertThat(new String(each)).contains("Deleted"));
    }

    @Test
    void contactsAreDeletedAndPurgedBelowTheirFolderToo() {
        String folder = "/users/" + mailbox + "/contactFolders/contacts/contacts/";
        assertThat(CLIENT.delete(folder + create("{\"givenName\":\"A\"}")).status()).isEqualTo(204);
        assertThat(CLIENT.post(folder + create("{\"givenName\":\"B\"}") + "/permanentDelete", "").status())
                .isEqualTo(204);
        assertThat(SANDBOX.tenant().deletedContacts(mailbox)).hasSize(1);
    }

    @Test
    void deleteHeedsIfMatch() {
        String id = create("{\"givenName\":\"A\"}");
        String etag = CLIENT.get(contacts + "/" + id).json().get("@odata.etag").asText();
        SANDBOX.tenant().changeContact(mailbox, id, "{\"title\":\"x\"}");
        SandboxClient.Answer answer = CLIENT.delete(contacts + "/" + id, "If-Match", etag);
        assertThat(answer.status()).isEqualTo(412);
        assertThat(answer.code()).isEqualTo("ErrorIrresolvableConflict");
        assertThat(answer.message())
                .isEqualTo("The send or update operation could not be performed because the change key passed in the "
            + "request does not match the current change key for the item.");
        assertThat(CLIENT.delete(contacts + "/" + id, "If-Match", "*").status()).isEqualTo(204);
    }

    @Test
    void aCopyIsAnotherContactWithTheSameHiddenProperties() {
        String id = create(
                "{\"givenName\":\"A\",\"singleValueExtendedProperties\":[{\"id\":\"" + KEY + "\",\"value\":\"k\"}]}");
        String copy = SANDBOX.tenant().copyContact(mailbox, id);
        assertThat(copy).isNotEqualTo(id);
        String expand =
                "?$expand=" + SandboxClient.encode("singleValueExtendedProperties($filter=id eq '" + KEY + "')");
        JsonNode shown = CLIENT.get(contacts + "/" + copy + expand).json();
        assertThat(shown.at("/singleValueExtendedProperties/0/value").asText()).isEqualTo("k");
        assertThat(shown.get("changeKey").asText())
                .isNotEqualTo(CLIENT.get(contacts + "/" + id).json().get("changeKey").asText());
    }

    @Test
    void idsAreTranslatedBothWays() {
        String id = create("{\"givenName\":\"A\"}");
        String immutable = immutable(id);
        assertThat(translate("restId", "restImmutableEntryId", "\"" + id + "\"").at("/value/0/targetId").asText())
                .isEqualTo(immutable);
        JsonNode back = translate("restImmutableEntryId", "restId", "\"" + immutable + "\",\"abc\"");
        assertThat(back.at("/value/0/targetId").asText()).isEqualTo(id);
        assertThat(back.at("/value/1/sourceId").asText()).isEqualTo("abc");
        assertThat(back.at("/value/1/errorDetails/code").asText()).isEqualTo("ErrorInvalidIdMalformed");
        String ews = translate("restId", "ewsId", "\"" + id + "\"").at("/value/0/targetId").asText();
        assertThat(translate("ewsId", "restId", "\"" + ews + "\"").at("/value/0/targetId").asText()).isEqualTo(id);
    }

    @Test
    void aThousandIdsAreTranslatedAtOnceAndNoMore() {
        String id = create("{\"givenName\":\"A\"}");
        String thousand = IntStream.range(0, 1000).mapToObj(i -> "\"" + id + "\"").collect(Collectors.joining(","));
        assertThat(translate("restId", "restImmutableEntryId", thousand).get("value")).hasSize(1000);
        assertThat(CLIENT.post("/users/" + mailbox + "/translateExchangeIds",
                "{\"inputIds\":[" + thousand + ",\"x\"],\"sourceIdType\":\"restId\","
            + "\"targetIdType\":\"restImmutableEntryId\"}").status()).isEqualTo(400);
        assertThat(CLIENT.post("/users/" + mailbox + "/translateExchangeIds",
                "{\"inputIds\":[\"x\"],\"sourceIdType\":\"entryId\","
            + "\"targetIdType\":\"restId\"}").message()).contains("sourceIdType", "entryId");
    }

    private JsonNode translate(String source, String target, String ids) {
        SandboxClient.Answer answer = CLIENT.post("/users/" + mailbox + "/translateExchangeIds",
            "{\"inputIds\":[" + ids + "],\"sourceIdType\":\"" + source + "\",\"targetIdType\":\"" + target + "\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private String immutable(String id) {
        return CLIENT.get(contacts + "/" + id, "Prefer", "IdType=\"ImmutableId\"").json().get("id").asText();
    }

    private String create(String json) {
        SandboxClient.Answer made = CLIENT.post(contacts, json);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().get("id").asText();
    }
}
