package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.sandbox.store.User;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a mailbox is for, and its other settings. */
class SandboxMailboxSettingsTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults());
    private static final SandboxClient CLIENT = new SandboxClient(SANDBOX.address()).signIn();

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void theyTellPeopleFromSharedMailboxesAndRooms() {
        assertThat(purpose(SANDBOX.tenant().mailboxes().iterator().next())).isEqualTo("user");
        assertThat(purpose(SANDBOX.address().centralMailbox())).isEqualTo("shared");
        assertThat(purpose("hearing.room@congress.example")).isEqualTo("room");
    }

    @Test
    void sharedMailboxesAndRoomsHaveContactsButNoLicence() {
        User room = SANDBOX.tenant().user("hearing.room@congress.example").orElseThrow();
        assertThat(room.accountEnabled() || room.licensed()).isFalse();
        assertThat(CLIENT.get("/users/" + room.id() + "/contacts").status()).isEqualTo(200);
    }

    @Test
    void theWholeAndEachSettingAreToBeHad() {
        String settings = "/users/" + SANDBOX.address().centralMailbox() + "/mailboxSettings";
        JsonNode all = CLIENT.get(settings).json();
        assertThat(all.at("/workingHours/daysOfWeek")).hasSize(5);
        assertThat(all.get("userPurpose").asText()).isEqualTo("shared");
        assertThat(CLIENT.get(settings + "?$select=timeZone").json().fieldNames()).toIterable()
                .containsExactly("@odata.context", "timeZone");
        assertThat(CLIENT.get(settings + "/language").json().get("locale").asText()).isEqualTo("en-US");
        assertThat(CLIENT.get(settings + "/shoeSize").status()).isEqualTo(400);
        assertThat(CLIENT.delete(settings).status()).isEqualTo(405);
    }

    @Test
    void theyNeedAPermissionOfTheirOwnAlsoOnAUser() {
        Set<String> consented = SANDBOX.app().roles();
        SANDBOX.app().roles(Set.of("User.Read.All"));
        SandboxClient client = new SandboxClient(SANDBOX.address()).signIn();
        SANDBOX.app().roles(consented);
        String user = "/users/" + SANDBOX.address().centralMailbox();
        assertThat(client.get(user + "/mailboxSettings/userPurpose").code()).isEqualTo("ErrorAccessDenied");
        assertThat(client.get(user + "?$select=mailboxSettings").code()).isEqualTo("ErrorAccessDenied");
        assertThat(CLIENT.get(user + "?$select=mailboxSettings").json().at("/mailboxSettings/userPurpose").asText())
                .isEqualTo("shared");
    }

    private static String purpose(String user) {
        return CLIENT.get("/users/" + user + "/mailboxSettings/userPurpose").json().get("value").asText();
    }
}
