package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.sandbox.protocol.GraphReading;
import io.contactsync.sandbox.protocol.GraphReadings;
import java.util.Iterator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * The answers that are not assumed to the open questions about contacts, and, where two go together, the assumed ones
 * beside them.
 */
class SandboxMailboxReadingsTest {
    private static final GraphReadings OTHER = GraphReadings.assumed()
            .with(GraphReading.FILTER_BY_CATEGORY, "refused").with(GraphReading.FILTER_BY_EXTENDED_PROPERTY, "empty")
            .with(GraphReading.TOP_OVER_LIMIT, "capped")
            .with(GraphReading.WELL_KNOWN_FOLDER, "refused").with(GraphReading.DELTA_OF_DEFAULT_FOLDER, "refused")
            .with(GraphReading.DELTA_EXPAND, "served")
            .with(GraphReading.DELTA_OF_EXTENDED_PROPERTY, "hidden").with(GraphReading.GUID_CASE, "upper")
            .with(GraphReading.COPY_KEEPS_EXTENDED_PROPERTY, "no")
            .with(GraphReading.DUPLICATE_CATEGORY, "400").with(GraphReading.HOME_PHONES_LIMIT, "none")
            .with(GraphReading.MULTI_VALUE_CODE, "ErrorInvalidRequest")
            .with(GraphReading.LONG_TEXT, "cut").with(GraphReading.GIVEN_NAME, "required")
            .with(GraphReading.EMAIL_PRECEDENCE, "primaryEmailAddress")
            .with(GraphReading.EXPIRED_DELTA_TOKEN, "400").with(GraphReading.IF_MATCH_ON_PATCH, "ignored")
            .with(GraphReading.NULL_EXTENDED_PROPERTY, "emptied")
            .with(GraphReading.DISPLAY_NAME_RECOMPUTED, "by-every-change").with(GraphReading.FILE_AS, "generated")
            .with(GraphReading.EMPTY_ID, "400");
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults().withReadings(OTHER));
    private static final SandboxClient CLIENT = new SandboxClient(SANDBOX.address()).signIn();
    private static final Iterator<String> MAILBOXES = SANDBOX.tenant().mailboxes().iterator();
    private static final String KEY = "String {66f5a359-4659-4830-9070-00047ec6ac6e} Name Key";
    private static final String EXPAND =
            "?$expand=" + SandboxClient.encode("singleValueExtendedProperties($filter=id eq '" + KEY + "')");
    private static final String KEYED = "\"singleValueExtendedProperties\":[{\"id\":\"" + KEY + "\",\"value\":\"v\"}]";
    private final String mailbox = MAILBOXES.next();
    private final String contacts = "/users/" + mailbox + "/contacts";

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void filtersByCategoryMayBeRefusedAndByExtendedPropertyFindNothing() {
        create("\"categories\":[\"Red\"]," + KEYED);
        assertThat(filter("categories/any(c:c eq 'Red')").code()).isEqualTo("ErrorInvalidProperty");
        assertThat(filter("singleValueExtendedProperties/any(ep: ep/id eq '" + KEY + "' and ep/value eq 'v')").json()
                .get("value")).isEmpty();
    }

    @Test
    void filtersByExtendedPropertyMayFail() {
        GraphReadings readings =
                GraphReadings.assumed().with(GraphReading.FILTER_BY_EXTENDED_PROPERTY, "error")
                        .with(GraphReading.LONG_TEXT, "kept")
            .with(GraphReading.DELTA_EXPAND, "ignored").with(GraphReading.GUID_CASE, "lower");
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withReadings(readings))) {
            SandboxClient client = new SandboxClient(sandbox.address()).signIn();
            String user = "/users/" + sandbox.tenant().mailboxes().iterator().next();
            String filter = "singleValueExtendedProperties/any(ep: ep/id eq '" + KEY + "' and ep/value eq 'v')";
            assertThat(client.get(user + "/contacts?$filter=" + SandboxClient.encode(filter)).status()).isEqualTo(500);
            SandboxClient.Answer made = client.post(user + "/contacts",
                    "{\"jobTitle\":\"" + "x".repeat(300) + "\"," + KEYED.replace("66f5", "66F5") + "}");
            assertThat(made.json().get("jobTitle").asText()).hasSize(300);
            assertThat(client.get(user + "/contacts/delta" + EXPAND).text())
                    .doesNotContain("singleValueExtendedProperties\"");
            assertThat(client.get(user + "/contacts/" + made.json().get("id").asText() + EXPAND).text())
                    .contains("{66f5a359");
        }
    }

    @Test
    void aPageOverTheLimitMayBeCapped() {
        for (int i = 0; i < 1001; i++) {
            SANDBOX.tenant().createContact(mailbox, "{\"givenName\":\"A\"}");
        }
        assertThat(CLIENT.get(contacts + "?$top=5000&$select=id").json().get("value")).hasSize(1000);
    }

    @Test
    void theWellKnownNameAndTheDeltaOfTheDefaultFolderMayBeUnknown() {
        assertThat(CLIENT.get("/users/" + mailbox + "/contactFolders/contacts").code())
                .isEqualTo("ErrorInvalidIdMalformed");
        assertThat(CLIENT.get(contacts + "/delta").code()).isEqualTo("ErrorInvalidIdMalformed");
    }

    @Test
    void deltaMayExpandAndMayHideChangesOfExtendedProperties() {
        String id = create("\"displayName\":\"Given\"," + KEYED);
        String folder = CLIENT.get(contacts + "/" + id).json().get("parentFolderId").asText();
        String delta = "/users/" + mailbox + "/contactFolders/" + folder + "/contacts/delta";
        JsonNode first = CLIENT.get(delta + EXPAND, "Prefer", "odata.maxpagesize=100").json();
        assertThat(first.findValue("singleValueExtendedProperties").at("/0/value").asText()).isEqualTo("v");
        String link = first.get("@odata.deltaLink").asText();
        CLIENT.patch(contacts + "/" + id, "{\"displayName\":\"Given\"," + KEYED.replace("\"v\"", "\"w\"") + "}");
        assertThat(CLIENT.get(link).json().get("value")).isEmpty();
        CLIENT.patch(contacts + "/" + id, "{\"displayName\":\"Given\",\"title\":\"x\"}");
        CLIENT.patch(contacts + "/" + id, "{\"displayName\":\"Given\"," + KEYED + "}");
        assertThat(CLIENT.get(link).json().get("value")).hasSize(1);
    }

    @Test
    void anExpiredDeltaTokenMayBeABadRequest() {
        String folder = folder();
        String link =
                CLIENT.get("/users/" + mailbox + "/contactFolders/" + folder + "/contacts/delta", "Prefer",
                        "odata.maxpagesize=100")
                .json()
            .get("@odata.deltaLink").asText();
        SANDBOX.tenant().administration().expireDeltaTokens(mailbox);
        assertThat(CLIENT.get(link).status()).isEqualTo(400);
        assertThat(CLIENT.get(link).code()).isEqualTo("syncStateNotFound");
    }

    @Test
    void guidsMayComeBackInAnotherCaseAndCopiesWithoutThem() {
        String id = create(KEYED);
        assertThat(CLIENT.get(contacts + "/" + id + EXPAND).json().at("/singleValueExtendedProperties/0/id").asText())
            .isEqualTo("String {66F5A359-4659-4830-9070-00047EC6AC6E} Name Key");
        String copy = SANDBOX.tenant().copyContact(mailbox, id);
        assertThat(CLIENT.get(contacts + "/" + copy + EXPAND).json().has("singleValueExtendedProperties")).isFalse();
    }

    @Test
    void anExtendedPropertySetToNullMayStayEmpty() {
        String id = create(KEYED);
        CLIENT.patch(contacts + "/" + id, "{" + KEYED.replace("\"v\"", "null") + "}");
        assertThat(
                CLIENT.get(contacts + "/" + id + EXPAND).json().at("/singleValueExtendedProperties/0/value").asText())
                .isEmpty();
    }

    @Test
    void limitsMayBeOthers() {
        assertThat(CLIENT.post(contacts, "{\"givenName\":\"A\",\"homePhones\":[\"1\",\"2\",\"3\"]}").status())
                .isEqualTo(201);
        assertThat(CLIENT.post(contacts, "{\"givenName\":\"A\",\"businessPhones\":[\"1\",\"2\",\"3\"]}").code())
                .isEqualTo("ErrorInvalidRequest");
        assertThat(CLIENT.post(contacts, "{\"givenName\":\"A\",\"jobTitle\":\"" + "x".repeat(300) + "\"}").json()
                .get("jobTitle").asText()).hasSize(255);
        assertThat(CLIENT.post(contacts, "{\"surname\":\"A\"}").message())
                .isEqualTo("The property 'GivenName' is required when creating the entity.");
    }

    @Test
    void theNamedAddressMayWinOverTheList() {
        JsonNode made = CLIENT.post(contacts,
                "{\"givenName\":\"A\",\"emailAddresses\":[{\"address\":\"list@x.example\"},"
                        + "{\"address\":\"two@x.example\"}],"
            + "\"primaryEmailAddress\":{\"address\":\"slot@x.example\"}}").json();
        assertThat(made.at("/emailAddresses").findValuesAsText("address")).containsExactly("slot@x.example",
                "two@x.example");
        assertThat(made.at("/primaryEmailAddress/address").asText()).isEqualTo("slot@x.example");
    }

    @Test
    void anyChangeMayGenerateTheNamesAnew() {
        String id = create("\"surname\":\"B\",\"displayName\":\"Chosen\"");
        JsonNode changed = CLIENT.patch(contacts + "/" + id, "{\"mobilePhone\":\"1\"}").json();
        assertThat(changed.get("displayName").asText()).isEqualTo("A B");
        assertThat(changed.get("fileAs").asText()).isEqualTo("B, A");
    }

    @Test
    void changesMayIgnoreIfMatchAndEmptyIdsBeABadRequest() {
        assertThat(
                CLIENT.patch(contacts + "/" + create("\"title\":\"x\""), "{\"title\":\"y\"}", "If-Match", "W/\"old\"")
                        .status())
                .isEqualTo(200);
        assertThat(CLIENT.delete(contacts + "/").status()).isEqualTo(400);
    }

    @Test
    void idsAreNotTranslatedForAnAppUnlessServed() {
        assertThat(CLIENT.post("/users/" + mailbox + "/translateExchangeIds", "{\"inputIds\":[\"x\"]}").code())
                .isEqualTo("ErrorAccessDenied");
    }

    @Test
    void aSecondCategoryOfTheSameNameMayBeABadRequest() {
        String categories = "/users/" + mailbox + "/outlook/masterCategories";
        assertThat(CLIENT.post(categories, "{\"displayName\":\"red category\"}").status()).isEqualTo(400);
    }

    private String folder() {
        return CLIENT.get(contacts + "?$top=1").json().at("/value/0/parentFolderId").asText();
    }

    private SandboxClient.Answer filter(String filter) {
        return CLIENT.get(contacts + "?$filter=" + SandboxClient.encode(filter));
    }

    private String create(String members) {
        SandboxClient.Answer made = CLIENT.post(contacts, "{\"givenName\":\"A\"," + members + "}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().get("id").asText();
    }
}
