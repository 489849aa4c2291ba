package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Extended properties and open extensions: what apps attach to contacts and people do not see. */
class SandboxHiddenPropertiesTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults());
    private static final SandboxClient CLIENT = new SandboxClient(SANDBOX.address()).signIn();
    private static final Iterator<String> MAILBOXES = SANDBOX.tenant().mailboxes().iterator();
    private static final String SPACE = "{66f5a359-4659-4830-9070-00047ec6ac6e}";
    private static final String KEY = "String " + SPACE + " Name Key";
    private static final String NAMES = "StringArray " + SPACE + " Name Names";
    private final String mailbox = MAILBOXES.next();
    private final String contacts = "/users/" + mailbox + "/contacts";

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"String " + SPACE + " Name With blank", "Integer " + SPACE + " Id 0x8233",
            "Boolean " + SPACE + " Name b",
        "SystemTime " + SPACE + " Name t", "String 0x3A24", "Binary " + SPACE + " Name x"})
    void idsOfThePublishedFormsAreAccepted(String property) {
        String id = create(single(property, "v"));
        assertThat(expanded(id, property).at("/singleValueExtendedProperties/0/value").asText()).isEqualTo("v");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Key", "String Key", "String " + SPACE + " Key", "Text " + SPACE + " Name Key",
            "String {66f5} Name Key",
        "String " + SPACE + " Id 33", "String 3A24"})
    void otherIdsAreRefusedInExchangesWords(String property) {
        SandboxClient.Answer answer = CLIENT.post(contacts, single(property, "v"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("ErrorInvalidProperty");
        assertThat(answer.message()).startsWith(
                "PropertyId values may only be in one of the following formats: 'MapiPropertyType namespaceGuid Name");
    }

    @Test
    void aPropertyKeepsTheSpellingItWasFirstWrittenWith() {
        String id = create(single(KEY, "one"));
        CLIENT.patch(contacts + "/" + id, single(KEY.replace("66f5a359", "66F5A359"), "two"));
        JsonNode shown = expanded(id, KEY).get("singleValueExtendedProperties");
        assertThat(shown).hasSize(1);
        assertThat(shown.at("/0/id").asText()).isEqualTo(KEY);
        assertThat(shown.at("/0/value").asText()).isEqualTo("two");
    }

    @Test
    void aPropertySetToNullGoesAway() {
        String id = create(single(KEY, "v"));
        CLIENT.patch(contacts + "/" + id,
                "{\"singleValueExtendedProperties\":[{\"id\":\"" + KEY + "\",\"value\":null}]}");
        assertThat(expanded(id, KEY).has("singleValueExtendedProperties")).isFalse();
    }

    @Test
    void aChangeOfAHiddenPropertyChangesTheChangeKey() {
        String id = create(single(KEY, "v"));
        String before = CLIENT.get(contacts + "/" + id).json().get("changeKey").asText();
        CLIENT.patch(contacts + "/" + id, single(KEY, "w"));
        assertThat(CLIENT.get(contacts + "/" + id).json().get("changeKey").asText()).isNotEqualTo(before);
    }

    @Test
    void valuesAreFoundWhollyAndInPart() {
        create(single(KEY, "Alpha"));
        create(single(KEY, "Beta"));
        create("{\"givenName\":\"Without\"}");
        assertThat(found("ep/value eq 'ALPHA'")).isEqualTo(1);
        assertThat(found("contains(ep/value,'PH')")).isEqualTo(1);
        assertThat(found("startswith(ep/value,'be')")).isEqualTo(1);
        assertThat(found("ep/value ne 'alpha'")).isEqualTo(1);
        assertThat(found("ep/value ne null")).isEqualTo(2);
    }

    @Test
    void filtersThatNameNoPropertyAreRefused() {
        assertThat(refusal("singleValueExtendedProperties/any(ep: ep/value eq 'x')"))
                .isEqualTo("ErrorInvalidUrlQueryFilter");
        assertThat(refusal("singleValueExtendedProperties/any(ep: ep/id eq '" + KEY + "' and endswith(ep/value,'x'))"))
                .isEqualTo("ErrorInvalidUrlQueryFilter");
        assertThat(refusal("singleValueExtendedProperties/any(ep: ep/id eq 'Key' and ep/value eq 'x')"))
                .isEqualTo("ErrorInvalidProperty");
        assertThat(refusal("multiValueExtendedProperties/any(ep: ep/id eq '" + NAMES + "')"))
                .isEqualTo("ErrorInvalidUrlQueryFilter");
    }

    @Test
    void propertiesOfSeveralValuesAreKeptApart() {
        String id = create("{\"multiValueExtendedProperties\":[{\"id\":\"" + NAMES + "\",\"value\":[\"a\",\"b\"]}],"
            + single(KEY, "v").substring(1));
        String both = "singleValueExtendedProperties($filter=id eq '" + KEY
                + "'),multiValueExtendedProperties($filter=id eq '" + NAMES + "')";
        JsonNode shown = CLIENT.get(contacts + "/" + id + "?$expand=" + SandboxClient.encode(both)).json();
        assertThat(shown.at("/singleValueExtendedProperties/0/value").asText()).isEqualTo("v");
        assertThat(shown.at("/multiValueExtendedProperties")).hasSize(1);
        assertThat(shown.at("/multiValueExtendedProperties/0/value")).hasToString("[\"a\",\"b\"]");
        assertThat(CLIENT.post(contacts, single(NAMES, "v")).code()).isEqualTo("ErrorInvalidProperty");
    }

    @Test
    void anOpenExtensionIsMadeReadChangedAndDeleted() {
        String extensions = contacts + "/" + create("{\"givenName\":\"A\"}") + "/extensions";
        SandboxClient.Answer made = CLIENT.post(extensions,
                "{\"@odata.type\":\"microsoft.graph.openTypeExtension\",\"extensionName\":\"com.example.crm\","
                        + "\"account\":{\"no\":7},\"note\":\"x\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().get("id").asText())
                .isEqualTo("Microsoft.OutlookServices.OpenTypeExtension.com.example.crm");
        assertThat(CLIENT.patch(extensions + "/com.example.crm", "{\"note\":null,\"open\":true}").status())
                .isEqualTo(200);
        JsonNode changed = CLIENT.get(extensions + "/" + made.json().get("id").asText()).json();
        assertThat(changed.at("/account/no").asInt()).isEqualTo(7);
        assertThat(changed.get("open").asBoolean()).isTrue();
        assertThat(changed.has("note")).isFalse();
        assertThat(CLIENT.delete(extensions + "/com.example.crm").status()).isEqualTo(204);
        assertThat(CLIENT.get(extensions + "/com.example.crm").code()).isEqualTo("ErrorItemNotFound");
    }

    @Test
    void openExtensionsCannotBeListed() {
        SandboxClient.Answer answer = CLIENT.get(contacts + "/" + create("{\"givenName\":\"A\"}") + "/extensions");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.message()).isEqualTo("The OData request is not supported.");
    }

    @Test
    void openExtensionsComeWithTheContactWhenSentAndExpanded() {
        String id = create("{\"givenName\":\"A\",\"extensions\":[{\"extensionName\":\"com.example.crm\",\"n\":1}]}");
        assertThat(CLIENT.get(contacts + "/" + id).json().has("extensions")).isFalse();
        String expand = "?$expand=" + SandboxClient.encode("extensions($filter=id eq 'com.example.crm')");
        assertThat(CLIENT.get(contacts + "/" + id + expand).json().at("/extensions/0/n").asInt()).isEqualTo(1);
    }

    private int found(String condition) {
        SandboxClient.Answer answer = CLIENT.get(contacts + "?$filter="
                +
                        SandboxClient.encode("singleValueExtendedProperties/any(ep: ep/id eq '" + KEY + "' and "
                                + condition + ")"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("value").size();
    }

    private String refusal(String filter) {
        SandboxClient.Answer answer = CLIENT.get(contacts + "?$filter=" + SandboxClient.encode(filter));
        assertThat(answer.status()).isEqualTo(400);
        return answer.code();
    }

    private JsonNode expanded(String id, String property) {
        return CLIENT
                .get(contacts + "/" + id + "?$expand="
                        + SandboxClient.encode("singleValueExtendedProperties($filter=id eq '" + property + "')"))
                .json();
    }

    private static String single(String property, String value) {
        return "{\"singleValueExtendedProperties\":[{\"id\":\"" + property + "\",\"value\":\"" + value + "\"}]}";
    }

    private String create(String json) {
        SandboxClient.Answer made = CLIENT.post(contacts, json);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().get("id").asText();
    }
}
