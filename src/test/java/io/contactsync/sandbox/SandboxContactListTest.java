package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SandboxContactListTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults());
    private static final SandboxClient CLIENT = new SandboxClient(SANDBOX.address()).signIn();
    private static final String MAILBOX = SANDBOX.tenant().mailboxes().iterator().next();
    private static final String CONTACTS = "/users/" + MAILBOX + "/contacts";
    private static final String CENTRAL = "/users/" + SANDBOX.address().centralMailbox();
    private static final String KEY = "String {66f5a359-4659-4830-9070-00047ec6ac6e} Name ContactSyncKey";
    private static final String HASH = "String {66f5a359-4659-4830-9070-00047ec6ac6e} Name ContactSyncHash";
    private static final int MADE = 25;

    @BeforeAll
    static void fill() {
        for (int i = 0; i < MADE; i++) {
            SANDBOX.tenant().createContact(MAILBOX, "{\"givenName\":\"G" + i
                    + "\",\"surname\":\"Made\",\"categories\":[\"Colleagues\"],"
                + "\"emailAddresses\":[{\"address\":\"g" + i + "@made.example\"}],\"singleValueExtendedProperties\":["
                    + "{\"id\":\"" + KEY + "\",\"value\":\"Key" + i + "\"},{\"id\":\"" + HASH + "\",\"value\":\"h" + i
                    + "\"}]}");
        }
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void tenAPageUnlessTopSaysOtherwise() {
        JsonNode page = CLIENT.get(CONTACTS).json();
        assertThat(page.get("value")).hasSize(10);
        assertThat(page.get("@odata.nextLink").asText()).isEqualTo(SANDBOX.address().graph() + CONTACTS + "?$skip=10");
        assertThat(ids(CONTACTS + "?$top=7&$select=id")).hasSize(MADE + 4).doesNotHaveDuplicates();
        assertThat(CLIENT.get(CONTACTS + "?$top=1000").json().has("@odata.nextLink")).isFalse();
        assertThat(CLIENT.get(CONTACTS + "?$top=1001").status()).isEqualTo(400);
    }

    @Test
    void preferredPageSizeLeavesTopTheWhole() {
        SandboxClient.Answer page = CLIENT.get(CONTACTS, "Prefer", "odata.maxpagesize=20");
        assertThat(page.json().get("value")).hasSize(20);
        assertThat(page.header("Preference-Applied")).isEqualTo("odata.maxpagesize=20");
        assertThat(ids(CONTACTS + "?$top=13", "Prefer", "odata.maxpagesize=5")).hasSize(13);
    }

    @Test
    void selectedPropertiesComeWithIdAndEtag() {
        JsonNode first = CLIENT.get(CONTACTS + "?$select=displayName,changeKey&$top=1").json().at("/value/0");
        assertThat(first.fieldNames()).toIterable().containsExactlyInAnyOrder("@odata.etag", "id", "changeKey",
                "displayName");
        assertThat(CLIENT.get(CONTACTS + "?$select=shoeSize").status()).isEqualTo(400);
    }

    @Test
    void countIsGivenOnRequest() {
        assertThat(CLIENT.get(CONTACTS + "?$count=true&$top=1").json().get("@odata.count").asInt()).isEqualTo(MADE + 4);
        assertThat(CLIENT.get(CONTACTS + "/$count").text()).isEqualTo(Integer.toString(MADE + 4));
    }

    @Test
    void contactGroupsAreCountedAndNeverListed() {
        String owner = SANDBOX.tenant().mailboxes().stream().skip(1).findFirst().orElseThrow();
        String contacts = "/users/" + owner + "/contacts";
        SANDBOX.tenant().addContactGroup(owner);
        JsonNode page = CLIENT.get(contacts + "?$count=true&$top=100").json();
        assertThat(page.get("@odata.count").asInt()).isEqualTo(page.get("value").size() + 1);
        assertThat(CLIENT.get(contacts + "/$count").text()).isEqualTo(page.get("@odata.count").asText());
    }

    @Test
    void ordersBySeveralKeys() {
        List<String> names = new ArrayList<>();
        CLIENT.get(CONTACTS + "?$filter=surname%20eq%20'Made'&$orderby=surname,givenName%20desc&$top=100").json()
                .get("value")
            .forEach(each -> names.add(each.get("givenName").asText()));
        assertThat(names).hasSize(MADE).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER.reversed());
    }

    @Test
    void onlyContactsWithTheKeyCarryTheExpandedMember() {
        String expand = "$expand=" +
                SandboxClient.encode("singleValueExtendedProperties($filter=id eq '" + KEY + "' or id eq '" + HASH
                        + "')");
        JsonNode all = CLIENT.get(CONTACTS + "?$top=100&" + expand).json().get("value");
        long carrying = StreamSupport.stream(all.spliterator(), false)
                .filter(each -> each.has("singleValueExtendedProperties")).count();
        assertThat(carrying).isEqualTo(MADE);
        assertThat(all.get(all.size() - 1).get("singleValueExtendedProperties")).hasSize(2);
        assertThat(CLIENT.get(CONTACTS + "?$expand=singleValueExtendedProperties").status()).isEqualTo(400);
    }

    @Test
    void contactsAreFoundByTheirHiddenKeyWithoutRegardToCaseOfTheValue() {
        assertThat(found("singleValueExtendedProperties/Any(ep: ep/id eq '" + KEY + "' and ep/value eq 'kEY7')"))
                .hasSize(1);
        assertThat(found("singleValueExtendedProperties/any(ep:ep/id eq '" + KEY.replace("66f5", "66F5")
                + "' and ep/value ne null)")).hasSize(10);
        assertThat(found("singleValueExtendedProperties/any(ep:ep/id eq '" + KEY + "' and ep/value eq 'h7')"))
                .isEmpty();
    }

    @Test
    void contactsAreFoundByAddressNameAndCategory() {
        assertThat(found("emailAddresses/any(a:a/address eq 'G3@made.example')")).hasSize(1);
        assertThat(found("displayName eq 'g3 made'")).hasSize(1);
        assertThat(found("startswith(displayName,'G2') and surname eq 'Made'")).hasSize(6);
        assertThat(found("categories/any(c:c eq 'Colleagues')")).hasSize(10);
    }

    @Test
    void whatExchangeCannotFilterItRefuses() {
        assertThat(refusal("contains(displayName,'G')")).isEqualTo("ErrorInvalidUrlQueryFilter");
        assertThat(refusal("personalNotes eq 'x'")).isEqualTo("ErrorInvalidProperty");
        assertThat(refusal("emailAddresses/any(a:a/name eq 'x')")).isEqualTo("ErrorInvalidUrlQueryFilter");
    }

    @Test
    void ordersByName() {
        List<String> names = new ArrayList<>();
        CLIENT.get(CONTACTS + "?$orderby=displayName%20desc&$top=100").json().get("value")
                .forEach(each -> names.add(each.get("displayName").asText()));
        assertThat(names).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER.reversed());
    }

    @Test
    void centralMailboxHoldsCustomersAndAFolderOfSuppliers() {
        assertThat(ids(CENTRAL + "/contacts?$top=100")).hasSize(40);
        JsonNode folders = CLIENT.get(CENTRAL + "/contactFolders").json().get("value");
        assertThat(folders).hasSize(1);
        assertThat(folders.get(0).get("displayName").asText()).isEqualTo(SANDBOX.address().centralFolder());
        assertThat(ids(CENTRAL + "/contactFolders/" + folders.get(0).get("id").asText() + "/contacts?$top=100"))
                .hasSize(15);
    }

    @Test
    void defaultFolderHasAWellKnownNameAndIsNotListed() {
        JsonNode folder = CLIENT.get("/users/" + MAILBOX + "/contactFolders/contacts").json();
        assertThat(CLIENT.get("/users/" + MAILBOX + "/contactFolders").json().get("value")).isEmpty();
        assertThat(ids("/users/" + MAILBOX + "/contactFolders/" + folder.get("id").asText() + "/contacts?$top=100"))
                .hasSize(MADE + 4);
        assertThat(CLIENT.get("/users/" + MAILBOX + "/contactFolders/none").code())
                .isEqualTo("ErrorInvalidIdMalformed");
    }

    @Test
    void contactsOfAnyFolderAreReachedById() {
        String folder = CLIENT.get(CENTRAL + "/contactFolders").json().at("/value/0/id").asText();
        String id = ids(CENTRAL + "/contactFolders/" + folder + "/contacts?$top=1").get(0);
        assertThat(CLIENT.get(CENTRAL + "/contacts/" + id).json().get("parentFolderId").asText()).isEqualTo(folder);
    }

    @Test
    void purposeOfAMailboxIsUserOrShared() {
        assertThat(CLIENT.get(CENTRAL + "/mailboxSettings/userPurpose").json().get("value").asText())
                .isEqualTo("shared");
        assertThat(CLIENT.get("/users/" + MAILBOX + "/mailboxSettings").json().get("userPurpose").asText())
                .isEqualTo("user");
    }

    private static JsonNode found(String filter) {
        return CLIENT.get(CONTACTS + "?$filter=" + SandboxClient.encode(filter)).json().get("value");
    }

    private static String refusal(String filter) {
        SandboxClient.Answer answer = CLIENT.get(CONTACTS + "?$filter=" + SandboxClient.encode(filter));
        assertThat(answer.status()).isEqualTo(400);
        return answer.code();
    }

    private static List<String> ids(String target, String... headers) {
        List<String> ids = new ArrayList<>();
        for (String next = target; next != null; ) {
            SandboxClient.Answer answer = CLIENT.get(next, headers);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            answer.json().get("value").forEach(each -> ids.add(each.get("id").asText()));
            next = answer.json().path("@odata.nextLink").asText(null);
        }
        return ids;
    }
}
