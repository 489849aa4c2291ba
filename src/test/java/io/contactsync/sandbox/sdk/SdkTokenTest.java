package io.contactsync.sandbox.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.MsalServiceException;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import io.contactsync.sandbox.TestCertificate;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SdkTokenTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withMailboxes(1).withTls(true));

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aSecretOpensTheService() {
        assertThat(SdkClient.of(sandbox.address()).users().get().getValue()).isNotEmpty();
    }

    @Test
    void aCertificateOpensTheService(@TempDir Path folder) throws Exception {
        TestCertificate mine = TestCertificate.make(folder.resolve("app.p12"));
        sandbox.app().certificate(mine.certificate());
        GraphServiceClient client = SdkClient.of(sandbox.address(),
                ClientCredentialFactory.createFromCertificate(mine.key(), mine.certificate()));
        assertThat(client.users().get().getValue()).isNotEmpty();
    }

    @Test
    void aWrongSecretIsAnErrorOfTheTokenLibrary() {
        GraphServiceClient client = SdkClient.of(sandbox.address(), ClientCredentialFactory.createFromSecret("wrong"));
        assertThatThrownBy(() -> client.users().get()).hasRootCauseInstanceOf(MsalServiceException.class).rootCause()
            .isInstanceOfSatisfying(MsalServiceException.class, e -> {
                assertThat(e.errorCode()).isEqualTo("invalid_client");
                assertThat(e.getMessage()).startsWith("AADSTS7000215");
            });
    }

    @Test
    void aRefusedTokenAndAMissingRoleAreODataErrors() {
        sandbox.app().roles(Set.of("Contacts.Read"));
        GraphServiceClient client = SdkClient.of(sandbox.address());
        assertThatThrownBy(() -> client.users().get())
                .isInstanceOfSatisfying(ODataError.class,
                        e -> assertThat(e.getError().getCode()).isEqualTo("Authorization_RequestDenied"));
        sandbox.expireTokens();
        assertThatThrownBy(() -> client.users().get()).isInstanceOfSatisfying(ODataError.class, e -> {
            assertThat(e.getResponseStatusCode()).isEqualTo(401);
            assertThat(e.getError().getCode()).isEqualTo("InvalidAuthenticationToken");
        });
    }
}
