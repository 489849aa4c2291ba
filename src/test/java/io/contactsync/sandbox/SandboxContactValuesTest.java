package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What becomes of the values of a contact: tidied, generated, cleared, refused. */
class SandboxContactValuesTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults());
    private static final SandboxClient CLIENT = new SandboxClient(SANDBOX.address()).signIn();
    private static final Iterator<String> MAILBOXES = SANDBOX.tenant().mailboxes().iterator();
    private final String contacts = "/users/" + MAILBOXES.next() + "/contacts";

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void patchWithoutDisplayNameGeneratesOneWhenANameChanges() {
        String id = create("{\"givenName\":\"A\",\"surname\":\"B\",\"displayName\":\"Chosen\"}");
        assertThat(CLIENT.patch(contacts + "/" + id, "{\"mobilePhone\":\"1\"}").json().get("displayName").asText())
                .isEqualTo("Chosen");
        assertThat(CLIENT.patch(contacts + "/" + id, "{\"surname\":\"C\"}").json().get("displayName").asText())
                .isEqualTo("A C");
        assertThat(CLIENT.patch(contacts + "/" + id, "{\"surname\":\"D\",\"displayName\":\"Kept\"}").json()
                .get("displayName").asText())
            .isEqualTo("Kept");
    }

    @Test
    void listsMayHoldThreeAddressesAndTwoNumbers() {
        assertThat(
                CLIENT.post(contacts, "{\"givenName\":\"A\",\"businessPhones\":[\"1\",\"2\"],\"homePhones\":[\"1\","
                        + "\"2\"]}")
                .status()).isEqualTo(201);
        SandboxClient.Answer phones = CLIENT.post(contacts, "{\"businessPhones\":[\"1\",\"2\",\"3\"]}");
        assertThat(phones.status()).isEqualTo(400);
        assertThat(phones.message())
                .isEqualTo(
                        "The multi value property BusinessPhones has 3 entries, that exceeds the max allowed value of "
                                + "2");
        String four = "{\"address\":\"a@b.example\"},".repeat(4).replaceAll(",$", "");
        assertThat(CLIENT.post(contacts, "{\"emailAddresses\":[" + four + "]}").message())
                .isEqualTo(
                        "The multi value property EmailAddresses has 4 entries, that exceeds the max allowed value of "
                                + "3");
    }

    @Test
    void valuesComeBackTidied() {
        JsonNode contact = CLIENT.post(contacts, "{\"givenName\":\"  A \",\"birthday\":\"1974-07-22T00:00:00Z\","
            + "\"emailAddresses\":[{\"address\":\"a@b.example\",\"name\":\"A\"},{\"address\":\"broken,\"}]}").json();
        assertThat(contact.get("givenName").asText()).isEqualTo("A");
        assertThat(contact.get("birthday").asText()).isEqualTo("1974-07-22T11:59:00Z");
        assertThat(contact.at("/emailAddresses/1").has("address")).isFalse();
        assertThat(contact.at("/primaryEmailAddress/address").asText()).isEqualTo("a@b.example");
        assertThat(contact.get("tertiaryEmailAddress").isNull()).isTrue();
    }

    @Test
    void longNotesThatBeginWithALineBreakAreCutInLists() {
        String id = create("{\"givenName\":\"Notes\",\"personalNotes\":\"\\n" + "x".repeat(400) + "\"}");
        assertThat(CLIENT.get(contacts + "/" + id).json().get("personalNotes").asText()).hasSize(401);
        JsonNode listed =
                CLIENT.get(contacts + "?$filter=" + SandboxClient.encode("givenName eq 'Notes'")).json().at("/value/0");
        assertThat(listed.get("personalNotes").asText()).hasSize(256);
    }

    @Test
    void nullClearsTextAndAnEmptyListClearsAList() {
        String id = create(
                "{\"givenName\":\"A\",\"title\":\"Dr.\",\"businessPhones\":[\"1\"],\"homeAddress\":{\"city\":\"B\"},"
                        + "\"birthday\":\"1974-07-22T00:00:00Z\"}");
        JsonNode changed = CLIENT.patch(contacts + "/" + id,
                "{\"title\":null,\"businessPhones\":[],\"homeAddress\":{},\"birthday\":null}").json();
        assertThat(changed.get("title").isNull()).isTrue();
        assertThat(changed.get("birthday").isNull()).isTrue();
        assertThat(changed.get("businessPhones")).isEmpty();
        assertThat(changed.get("homeAddress")).hasToString("{}");
    }

    @Test
    void propertiesOnlyTheServiceSetsAreIgnored() {
        String id = create("{\"givenName\":\"A\",\"id\":\"x\",\"changeKey\":\"y\"}");
        JsonNode changed = CLIENT.patch(contacts + "/" + id,
                "{\"id\":\"x\",\"createdDateTime\":\"2001-01-01T00:00:00Z\",\"parentFolderId\":\"z\"}").json();
        assertThat(changed.get("id").asText()).isEqualTo(id);
        assertThat(changed.get("createdDateTime").asText()).isNotEqualTo("2001-01-01T00:00:00Z");
        assertThat(changed.get("parentFolderId").asText()).isNotEqualTo("z");
    }

    @Test
    void theNamedAddressesAreSlotsOfTheList() {
        String id = create(
                "{\"givenName\":\"A\",\"emailAddresses\":[{\"address\":\"one@x.example\"},"
                        + "{\"address\":\"two@x.example\"}],"
            + "\"primaryEmailAddress\":{\"address\":\"lost@x.example\"}}");
        JsonNode made = CLIENT.get(contacts + "/" + id).json();
        assertThat(made.at("/primaryEmailAddress/address").asText()).isEqualTo("one@x.example");
        assertThat(made.at("/secondaryEmailAddress/address").asText()).isEqualTo("two@x.example");
        JsonNode cleared =
                CLIENT.patch(contacts + "/" + id,
                        "{\"primaryEmailAddress\":null,\"tertiaryEmailAddress\":{\"address\":\"three@x.example\"}}")
                .json();
        assertThat(cleared.get("emailAddresses").findValuesAsText("address")).containsExactly("two@x.example",
                "three@x.example");
        assertThat(cleared.get("primaryEmailAddress").isNull()).isTrue();
        assertThat(cleared.at("/secondaryEmailAddress/address").asText()).isEqualTo("two@x.example");
    }

    @Test
    void aThirdHomePhoneAndALineOf256CharactersAreRefused() {
        assertThat(CLIENT.post(contacts, "{\"homePhones\":[\"1\",\"2\",\"3\"]}").code())
                .isEqualTo("ErrorInvalidProperty");
        assertThat(CLIENT.post(contacts, "{\"jobTitle\":\"" + "x".repeat(255) + "\"}").status()).isEqualTo(201);
        assertThat(CLIENT.post(contacts, "{\"jobTitle\":\"" + "x".repeat(256) + "\"}").code())
                .isEqualTo("ErrorInvalidProperty");
        assertThat(CLIENT.post(contacts, "{\"personalNotes\":\"" + "x".repeat(5000) + "\"}").status()).isEqualTo(201);
    }

    private String create(String json) {
        SandboxClient.Answer made = CLIENT.post(contacts, json);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().get("id").asText();
    }
}
