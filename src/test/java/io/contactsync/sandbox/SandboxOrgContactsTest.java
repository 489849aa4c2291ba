package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.sandbox.protocol.Permissions;
import io.contactsync.sandbox.store.OrgContact;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Organisational contacts: {@code /contacts}, not below a user. */
class SandboxOrgContactsTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults());
    private static final SandboxClient CLIENT = new SandboxClient(SANDBOX.address()).signIn();
    private static final OrgContact FIRST = SANDBOX.tenant().directory().orgContacts().all().iterator().next();

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void theyHaveAddressesAndNumbersWithAKind() {
        JsonNode contact = CLIENT.get("/contacts/" + FIRST.id()).json();
        assertThat(contact.at("/addresses/0/city").asText()).isNotEmpty();
        assertThat(contact.at("/phones/0/type").asText()).isEqualTo("business");
        assertThat(contact.at("/proxyAddresses/0").asText()).isEqualTo("SMTP:" + contact.get("mail").asText());
        assertThat(contact.get("@odata.context").asText()).endsWith("/$metadata#contacts/$entity");
        assertThat(CLIENT.get("/contacts/none").code()).isEqualTo("Request_ResourceNotFound");
    }

    @Test
    void theyAreListedFilteredAndCounted() {
        assertThat(CLIENT.get("/contacts").json().get("value")).hasSize(5);
        assertThat(CLIENT.get("/contacts?$select=id,mail&$top=2").json().get("@odata.nextLink").asText())
                .contains("$skiptoken=");
        assertThat(CLIENT.get("/contacts?$filter=" + SandboxClient.encode("mail eq '" + FIRST.get("mail") + "'")).json()
                .get("value")).hasSize(1);
        assertThat(CLIENT.get("/contacts?$filter=" + SandboxClient.encode("companyName eq 'a'")).code())
                .isEqualTo("Request_UnsupportedQuery");
        assertThat(CLIENT.get("/contacts/$count").code()).isEqualTo("Request_BadRequest");
        assertThat(CLIENT.get("/contacts/$count", "ConsistencyLevel", "eventual").text()).isEqualTo("5");
        assertThat(CLIENT.get("/contacts?$orderby=displayName").code()).isEqualTo("Request_UnsupportedQuery");
    }

    @Test
    void theyNeedAPermissionTheProductDoesNotAskFor() {
        SANDBOX.app().roles(Permissions.ALL);
        SandboxClient client = new SandboxClient(SANDBOX.address()).signIn();
        SANDBOX.app().roles(Permissions.CONSENTED);
        assertThat(client.get("/contacts").status()).isEqualTo(403);
        assertThat(client.get("/contacts").code()).isEqualTo("Authorization_RequestDenied");
    }

    @Test
    void theirChangesAreTracked() {
        JsonNode all = CLIENT.get("/contacts/delta?$select=displayName,jobTitle").json();
        assertThat(all.get("value")).hasSize(5);
        OrgContact made = new OrgContact("made", java.util.Map.of("displayName", "Made"));
        SANDBOX.tenant().put(made);
        SANDBOX.tenant().put(FIRST.with("jobTitle", null));
        JsonNode changes = CLIENT.get(all.get("@odata.deltaLink").asText()).json();
        assertThat(changes.get("value")).hasSize(2);
        assertThat(changes.get("value"))
                .anySatisfy(each -> assertThat(each.has("jobTitle") && each.get("jobTitle").isNull()).isTrue());
        SANDBOX.tenant().administration().removeOrgContact("made");
        SANDBOX.tenant().put(FIRST);
        JsonNode gone = CLIENT.get(changes.get("@odata.deltaLink").asText()).json().get("value");
        assertThat(gone).anySatisfy(each -> assertThat(each.at("/@removed/reason").asText()).isEqualTo("deleted"));
    }
}
