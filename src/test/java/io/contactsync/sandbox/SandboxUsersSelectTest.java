package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.sandbox.store.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which properties and relationships of users can be asked for. */
class SandboxUsersSelectTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults());
    private static final SandboxClient CLIENT = new SandboxClient(SANDBOX.address()).signIn();

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void whatLiesOutsideIsRefusedThoughNobodyIsListed() {
        assertThat(CLIENT.get("/users?$select=skills&$filter=displayName%20eq%20'nobody'").status()).isEqualTo(501);
    }

    @Test
    void selectedNamesMayLeaveGaps() {
        assertThat(CLIENT.get("/users?$top=1&$select=id,,").json().at("/value/0").fieldNames()).toIterable()
                .containsExactly("id");
        assertThat(CLIENT.get("/users?$top=1&$select=,").json().at("/value/0").size()).isEqualTo(11);
    }

    @Test
    void everyPropertyOfAUserCanBeSelectedAndAbsentOnesAreNullOrEmpty() {
        JsonNode user = CLIENT.get("/users?$top=1&$select=" + String.join(",", User.names())).json().at("/value/0");
        assertThat(user.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(User.names());
        assertThat(user.get("otherMails")).isEmpty();
        assertThat(user.get("otherMails").isArray()).isTrue();
        assertThat(user.at("/onPremisesExtensionAttributes/extensionAttribute15").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aboutMe", "birthday", "hireDate", "interests", "mySite", "pastProjects", "preferredName",
            "responsibilities", "schools", "skills",
        "mailboxSettings"})
    void whatLiesOutsideOfTheDirectoryIsToBeHadOfOneUserOnly(String property) {
        String mailbox = SANDBOX.tenant().mailboxes().iterator().next();
        SandboxClient.Answer refused = CLIENT.get("/users?$select=id," + property);
        assertThat(refused.status()).isEqualTo(501);
        assertThat(refused.code() + " " + refused.message())
                .isEqualTo("NotImplemented This operation target is not yet supported.");
        assertThat(CLIENT.get("/users/" + mailbox + "?$select=id," + property).json().has(property)).isTrue();
    }

    @Test
    void theManagerIsExpanded() {
        User led = SANDBOX.tenant().users().stream().filter(each -> each.manager() != null).findFirst().orElseThrow();
        User manager = SANDBOX.tenant().user(led.manager()).orElseThrow();
        JsonNode user = CLIENT.get("/users/" + led.id() + "?$select=id&$expand=manager($select=id,displayName)").json();
        assertThat(user.at("/manager/displayName").asText()).isEqualTo(manager.displayName());
        assertThat(user.get("manager").fieldNames()).toIterable().containsExactly("@odata.type", "id", "displayName");
        assertThat(CLIENT.get("/users/" + manager.id() + "?$expand=manager").json().has("manager")).isFalse();
        assertThat(CLIENT.get("/users?$top=999&$expand=manager").text()).contains("\"manager\":{");
        assertThat(CLIENT.get("/users?$expand=memberOf").status()).isEqualTo(400);
        assertThat(CLIENT.get("/users?$expand=manager($select=shoeSize)").status()).isEqualTo(400);
    }
}
