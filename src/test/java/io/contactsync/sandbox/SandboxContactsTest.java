package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.sandbox.store.User;
import java.util.Iterator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SandboxContactsTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults());
    private static final SandboxClient CLIENT = new SandboxClient(SANDBOX.address()).signIn();
    private static final Iterator<String> MAILBOXES = SANDBOX.tenant().mailboxes().iterator();
    private static final String KEY = "String {66f5a359-4659-4830-9070-00047ec6ac6e} Name ContactSyncKey";
    private static final String EXPAND =
            "$expand=" + SandboxClient.encode("singleValueExtendedProperties($filter=id eq '" + KEY + "')");
    private final String mailbox = MAILBOXES.next();
    private final String contacts = "/users/" + mailbox + "/contacts";

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void createAnswersTheFullContactWithoutHiddenProperties() {
        SandboxClient.Answer made = CLIENT.post(contacts,
                "{\"givenName\":\"Pavel\",\"surname\":\"Bansky\",\"businessPhones\":[\"+1 732 555 0102\"],"
            + "\"singleValueExtendedProperties\":[{\"id\":\"" + KEY + "\",\"value\":\"k1\"}]}");
        assertThat(made.status()).isEqualTo(201);
        JsonNode contact = made.json();
        assertThat(contact.get("@odata.context").asText())
                .endsWith("/$metadata#users('" + mailbox + "')/contacts/$entity");
        assertThat(contact.get("@odata.etag").asText()).isEqualTo("W/\"" + contact.get("changeKey").asText() + "\"");
        assertThat(contact.get("id").asText()).hasSize(152);
        assertThat(contact.get("displayName").asText()).isEqualTo("Pavel Bansky");
        assertThat(contact.get("homeAddress")).isEmpty();
        assertThat(contact.get("title").isNull()).isTrue();
        assertThat(contact.has("singleValueExtendedProperties")).isFalse();
        assertThat(made.header("Location")).contains(contact.get("id").asText());
    }

    @Test
    void hiddenPropertiesAreShownWhenExpandedAndTheirGuidHasNoCase() {
        String id = create(
                "{\"givenName\":\"A\",\"singleValueExtendedProperties\":[{\"id\":\"" + KEY + "\",\"value\":\"k1\"}]}");
        String other = EXPAND.replace("66f5a359", "66F5A359");
        assertThat(CLIENT.get(contacts + "/" + id + "?" + EXPAND).json().at("/singleValueExtendedProperties/0/value")
                .asText()).isEqualTo("k1");
        assertThat(
                CLIENT.get(contacts + "/" + id + "?" + other).json().at("/singleValueExtendedProperties/0/id").asText())
                .isEqualTo(KEY);
        assertThat(CLIENT.get(contacts + "/" + id + "?" + EXPAND.replace("ContactSyncKey", "contactsynckey")).json()
            .has("singleValueExtendedProperties")).isFalse();
    }

    @Test
    void patchMergesAndChangesTheChangeKey() {
        String id = create("{\"givenName\":\"A\",\"surname\":\"B\",\"jobTitle\":\"Senator\",\"personalNotes\":\"mine\","
            + "\"singleValueExtendedProperties\":[{\"id\":\"" + KEY + "\",\"value\":\"k1\"}]}");
        String before = CLIENT.get(contacts + "/" + id).json().get("changeKey").asText();
        SandboxClient.Answer changed = CLIENT.patch(contacts + "/" + id, "{\"jobTitle\":null,\"mobilePhone\":\"1\"}");
        assertThat(changed.status()).isEqualTo(200);
        JsonNode after = CLIENT.get(contacts + "/" + id + "?" + EXPAND).json();
        assertThat(after.get("jobTitle").isNull()).isTrue();
        assertThat(after.get("mobilePhone").asText()).isEqualTo("1");
        assertThat(after.get("personalNotes").asText()).isEqualTo("mine");
        assertThat(after.get("displayName").asText()).isEqualTo("A B");
        assertThat(after.at("/singleValueExtendedProperties/0/value").asText()).isEqualTo("k1");
        assertThat(after.get("changeKey").asText()).isNotEqualTo(before)
                .isEqualTo(changed.json().get("changeKey").asText());
    }

    @Test
    void deletedContactsAreGone() {
        String id = create("{\"givenName\":\"A\"}");
        assertThat(CLIENT.delete(contacts + "/" + id).status()).isEqualTo(204);
        assertThat(CLIENT.get(contacts + "/" + id).code()).isEqualTo("ErrorItemNotFound");
        assertThat(CLIENT.delete(contacts + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void malformedIdsAndThoseOfOtherMailboxesAreRefused() {
        String elsewhere = SANDBOX.tenant().createContact(MAILBOXES.next(), "{\"givenName\":\"A\"}");
        assertThat(CLIENT.get(contacts + "/abc").code()).isEqualTo("ErrorInvalidIdMalformed");
        assertThat(CLIENT.get(contacts + "/" + elsewhere).status()).isEqualTo(400);
    }

    @Test
    void unknownPropertiesAndBrokenBodiesAreRefused() {
        SandboxClient.Answer unknown = CLIENT.post(contacts, "{\"shoeSize\":\"43\"}");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.message()).startsWith("The property 'shoeSize' does not exist on type");
        assertThat(CLIENT.post(contacts, "{\"givenName\":").status()).isEqualTo(400);
        assertThat(CLIENT.post(contacts, "{\"givenName\":\"A\"} more").code()).isEqualTo("UnableToDeserializePostBody");
        assertThat(CLIENT.post(contacts, "{\"givenName\":\"A\"}{}").status()).isEqualTo(400);
        assertThat(CLIENT.post(contacts, "{\"homeAddress\":{\"planet\":\"Mars\"}}").status()).isEqualTo(400);
    }

    @Test
    void immutableIdsAreAnotherFormOfTheSameContact() {
        String id = create("{\"givenName\":\"A\"}");
        SandboxClient.Answer answer = CLIENT.get(contacts + "/" + id, "Prefer", "IdType=\"ImmutableId\"");
        String immutable = answer.json().get("id").asText();
        assertThat(answer.header("Preference-Applied")).isEqualTo("IdType=\"ImmutableId\"");
        assertThat(immutable).isNotEqualTo(id).hasSize(68);
        assertThat(CLIENT.get(contacts + "/" + immutable).json().get("id").asText()).isEqualTo(id);
    }

    @Test
    void aStaleChangeKeyIsAConflict() {
        String id = create("{\"givenName\":\"A\"}");
        String etag = CLIENT.get(contacts + "/" + id).json().get("@odata.etag").asText();
        assertThat(CLIENT.patch(contacts + "/" + id, "{\"title\":\"x\"}", "If-Match", etag).status()).isEqualTo(200);
        assertThat(CLIENT.delete(contacts + "/" + id, "If-Match", etag).status()).isEqualTo(412);
    }

    @Test
    void methodsNobodyOffersAreNotAllowed() {
        assertThat(CLIENT.patch(contacts, "{}").status()).isEqualTo(405);
    }

    @Test
    void anEmptyIdIsNotAllowed() {
        SandboxClient.Answer answer = CLIENT.patch(contacts + "/", "{\"title\":\"x\"}");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.code()).isEqualTo("ErrorInvalidRequest");
        assertThat(answer.message()).isEqualTo(
                "Method 'PATCH/MERGE' not allowed for 'Microsoft.OData.UriParser.NavigationPropertySegment'");
        assertThat(CLIENT.delete(contacts + "/").message()).isEqualTo("The OData request is not supported.");
    }

    @Test
    void theLocationOfANewContactLeadsToIt() {
        SandboxClient.Answer made = CLIENT.post(contacts, "{\"givenName\":\"Located\"}");
        assertThat(made.header("Location")).contains("/users('" + mailbox + "')/contacts('");
        assertThat(CLIENT.get(made.header("Location")).json().get("givenName").asText()).isEqualTo("Located");
    }

    @Test
    void aMinimalAnswerHasNoBody() {
        SandboxClient.Answer made = CLIENT.post(contacts, "{\"givenName\":\"A\"}", "Prefer", "return=minimal");
        assertThat(made.status()).isEqualTo(204);
        assertThat(made.text()).isEmpty();
        assertThat(made.header("Preference-Applied")).isEqualTo("return=minimal");
        String id = made.header("Location").replaceAll(".*contacts\\('|'\\)", "");
        assertThat(CLIENT.patch(contacts + "/" + id, "{\"title\":\"x\"}", "Prefer", "return=minimal").status())
                .isEqualTo(204);
        assertThat(CLIENT.get(contacts + "/" + id).json().get("title").asText()).isEqualTo("x");
    }

    @Test
    void usersWithoutAMailboxAnswer404WithTheMailboxCode() {
        User without = SANDBOX.tenant().users().stream()
                .filter(each -> each.licensed() && each.accountEnabled()
                        && !SANDBOX.tenant().mailboxes().contains(each.id()))
                .findFirst().orElseThrow();
        SandboxClient.Answer answer = CLIENT.get("/users/" + without.id() + "/contacts");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("MailboxNotEnabledForRESTAPI");
        assertThat(answer.message())
                .isEqualTo("The mailbox is either inactive, soft-deleted, or is hosted on-premise.");
        assertThat(CLIENT.get("/users/nobody/contacts").code()).isEqualTo("ErrorInvalidUser");
    }

    private String create(String json) {
        SandboxClient.Answer made = CLIENT.post(contacts, json);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().get("id").asText();
    }
}
