package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.sandbox.protocol.ExchangeAccess;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which mailboxes an application reaches: by consent in Entra ID, by a grant in Exchange, within an access policy. */
class SandboxAccessTest {
    private static final String CONTACT = "{\"givenName\":\"A\"}";
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final SandboxClient client = new SandboxClient(sandbox.address());
    private final List<String> mailboxes = List.copyOf(sandbox.tenant().mailboxes());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aGrantInExchangeNeedsNoRoleInTheToken() {
        sandbox.app().roles(Set.of("User.Read.All"));
        sandbox.app().exchange(ExchangeAccess.NONE.grant("Contacts.ReadWrite", Set.of(mailboxes.get(0))));
        client.signIn();
        assertThat(client.post(contacts(mailboxes.get(0)), CONTACT).status()).isEqualTo(201);
        String name = sandbox.tenant().user(mailboxes.get(0)).orElseThrow().userPrincipalName();
        assertThat(client.get(contacts(name)).status()).as("by name").isEqualTo(200);
        SandboxClient.Answer refused = client.get(contacts(mailboxes.get(1)));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("ErrorAccessDenied");
        assertThat(client.get("/users/" + mailboxes.get(0) + "/outlook/masterCategories").code()).as("another role")
                .isEqualTo("ErrorAccessDenied");
    }

    @Test
    void aGrantToReadIsNoneToWrite() {
        sandbox.app().roles(Set.of("User.Read.All"));
        sandbox.app().exchange(ExchangeAccess.NONE.grant("Contacts.Read", Set.of(mailboxes.get(0))));
        client.signIn();
        assertThat(client.get(contacts(mailboxes.get(0))).status()).isEqualTo(200);
        assertThat(client.post(contacts(mailboxes.get(0)), CONTACT).status()).isEqualTo(403);
    }

    @Test
    void consentAndGrantAreAUnion() {
        sandbox.app().exchange(ExchangeAccess.NONE.grant("Contacts.ReadWrite", Set.of(mailboxes.get(0))));
        client.signIn();
        assertThat(client.get(contacts(mailboxes.get(1))).status()).isEqualTo(200);
    }

    @Test
    void anAccessPolicyLimitsTheConsentAndSaysSo() {
        client.signIn();
        sandbox.app().exchange(ExchangeAccess.NONE.limitTo(Set.of(mailboxes.get(0))));
        assertThat(client.get(contacts(mailboxes.get(0))).status()).isEqualTo(200);
        SandboxClient.Answer refused = client.get(contacts(mailboxes.get(1)));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.message()).isEqualTo("Access to OData is disabled.");
        assertThat(client.get("/users").status()).as("the directory is not concerned").isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"User.ReadWrite.All, /users, 200", "Directory.Read.All, /users, 200",
            "Directory.ReadWrite.All, /users, 200", "Group.Read.All, /users, 403",
            "Group.ReadWrite.All, /groups, 200", "GroupMember.ReadWrite.All, /groups, 200",
            "Directory.ReadWrite.All, /groups, 200", "User.Read.All, /groups, 403",
            "Directory.ReadWrite.All, /contacts, 200", "User.Read.All, /contacts, 403",
            "Contacts.ReadWrite, /contacts, 403"})
    void higherRolesOpenTheDirectoryToo(String role, String path, int status) {
        sandbox.app().roles(Set.of(role));
        assertThat(client.signIn().get(path + "?$top=1").status()).isEqualTo(status);
    }

    private static String contacts(String mailbox) {
        return "/users/" + mailbox + "/contacts";
    }
}
