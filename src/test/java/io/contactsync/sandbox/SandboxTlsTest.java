package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IClientCredential;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTlsTest {

    @Test
    void graphIsServedByHttpsWhenAsked() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withTls(true))) {
            assertThat(sandbox.address().graph()).startsWith("https://127.0.0.1:");
            SandboxClient client = new SandboxClient(sandbox.address()).signIn();
            assertThat(client.get("/users?$top=1").json().get("@odata.nextLink").asText())
                    .startsWith(sandbox.address().graph());
            assertThat(
                    client.get(sandbox.address().graph().replace("127.0.0.1", "localhost") + "/users?$top=1").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void theCertificateFileLivesAsLongAsTheSandbox() {
        Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
        Path pem = Path.of(sandbox.address().caCertificate());
        assertThat(pem).isAbsolute().content().startsWith("-----BEGIN CERTIFICATE-----");
        sandbox.close();
        assertThat(Files.exists(pem.getParent())).isFalse();
    }

    @Test
    void aTakenPortStopsTheStart() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            int port = URI.create(sandbox.address().graph()).getPort();
            assertThatThrownBy(() -> Sandbox.start(SandboxOptions.defaults().withPort(port)))
                    .hasRootCauseInstanceOf(BindException.class);
        }
    }

    @Test
    void answersAreCompressedWhenAsked() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            SandboxClient client = new SandboxClient(sandbox.address()).signIn();
            assertThat(client.get("/users", "Accept-Encoding", "gzip").header("Content-Encoding")).isEqualTo("gzip");
            assertThat(client.get("/users").header("Content-Encoding")).isNull();
        }
    }

    @Test
    void microsoftsOwnLibraryGetsATokenBySecret() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            assertThat(token(sandbox, ClientCredentialFactory.createFromSecret(sandbox.address().clientSecret()))
                    .accessToken()).contains(".");
        }
    }

    @Test
    void microsoftsOwnLibraryGetsATokenByCertificate(@TempDir Path folder) throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            TestCertificate mine = TestCertificate.make(folder.resolve("app.p12"));
            sandbox.app().certificate(mine.certificate());
            IAuthenticationResult result =
                    token(sandbox, ClientCredentialFactory.createFromCertificate(mine.key(), mine.certificate()));
            assertThat(result.accessToken()).contains(".");
        }
    }

    private static IAuthenticationResult token(Sandbox sandbox, IClientCredential credential) throws Exception {
        SandboxAddress address = sandbox.address();
        ConfidentialClientApplication app = ConfidentialClientApplication.builder(address.clientId(), credential)
            .authority(address.authority()).validateAuthority(false).instanceDiscovery(false)
            .sslSocketFactory(SandboxClient.trusting(address.caCertificate()).getSocketFactory()).build();
        return app
                .acquireToken(
                        ClientCredentialParameters.builder(Set.of("https://graph.microsoft.com/.default")).build())
                .get();
    }
}
