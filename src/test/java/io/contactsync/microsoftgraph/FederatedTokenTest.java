package io.contactsync.microsoftgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import io.contactsync.sandbox.identity.FederatedCredential;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A token that a cluster keeps renewing in a file signs in by MSAL, instead of a secret. */
class FederatedTokenTest {

    @TempDir
    Path folder;
    private final Sandbox sandbox =
            Sandbox.start(SandboxOptions.defaults().withMailboxes(1).withCentralContacts(0));
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final MicrosoftGraphComponent component = new MicrosoftGraphComponent();
    private Path file;

    @BeforeEach
    void open() {
        file = folder.resolve("token");
        component.setBaseUrl(sandbox.address().graph());
        component.setAuthority(sandbox.address().authority());
        component.setCaCertificate(sandbox.address().caCertificate());
        component.setClientId(sandbox.address().clientId());
        component.setFederatedTokenFile(file.toString());
        context.addComponent("microsoft-graph", component);
    }

    @AfterEach
    void close() {
        context.stop();
        sandbox.close();
    }

    private String token(Duration life) {
        return sandbox.app().workload().federatedToken(life);
    }

    private void refused(String... sentence) {
        context.start();
        assertThatThrownBy(component::tokenRoles).isInstanceOf(GraphAuthenticationException.class)
                .hasMessageContainingAll(sentence).hasMessageNotContaining("eyJ");
    }

    private void unusable(String... sentence) {
        assertThatThrownBy(component.identity()::check).isInstanceOf(GraphAuthenticationException.class)
                .hasMessageContainingAll(sentence).hasMessageNotContaining("canary").hasMessageNotContaining("eyJ");
    }

    @Test
    void signsInThoughOthersMayReadTheFileAsInAPod() throws Exception {
        Files.writeString(file, token(Duration.ofHours(1)) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        context.start();
        assertThat(component.tokenRoles()).contains("User.Read.All");
        assertThat(component.federatedToken().issuer()).isEqualTo("https://issuer.sandbox.example/");
        assertThat(component.federatedToken().subject()).isEqualTo("system:serviceaccount:contact-sync:contact-sync");
    }

    @ParameterizedTest
    @CsvSource({"https://other.example/,same,same,700211): no federated credential of the application fits the issuer",
        "same,same,api://other,700212): no federated credential of the application fits the audience",
        "same,system:serviceaccount:a:b,same,700213): no federated credential of the application fits the subject"})
    void whatDoesNotFitIsNamed(String issuer, String subject, String audience, String sentence) throws Exception {
        FederatedCredential fitting = FederatedCredential.OF_A_POD;
        sandbox.app().federated(new FederatedCredential(issuer.equals("same") ? fitting.issuer() : issuer,
                subject.equals("same") ? fitting.subject() : subject,
                audience.equals("same") ? fitting.audience() : audience));
        Files.writeString(file, token(Duration.ofHours(1)));
        refused("refused by Microsoft Entra (invalid_client, AADSTS" + sentence, "see option federatedTokenFile");
    }

    @Test
    void aTokenThatTheIssuerHasNotSignedIsRefused() throws Exception {
        String token = token(Duration.ofHours(1));
        Files.writeString(file, token.substring(0, token.lastIndexOf('.') + 1) + "c2ln");
        refused("AADSTS50013): the issuer has not signed the token");
    }

    @Test
    void aMissingFileAnEmptyOneAndNoneAreSaidWithTheirNames() throws Exception {
        unusable("option federatedTokenFile: the file '" + file + "' does not exist");
        Files.writeString(file, "\n");
        unusable("option federatedTokenFile: the file '" + file + "' is empty");
        Files.writeString(file, "canary");
        unusable("option federatedTokenFile: the file '" + file + "' holds no token");
        Files.writeString(file, "e30.e30.canary");
        unusable("option federatedTokenFile: the file '" + file + "' holds no token");
        Files.write(file, new byte[] {'a', (byte) 0xff});
        unusable("option federatedTokenFile: the file '" + file + "' is not UTF-8 text");
        component.setFederatedTokenFile(folder.toString());
        unusable("option federatedTokenFile: the file '" + folder + "' is not a regular file");
    }

    @Test
    void aTokenThatNobodyRenewsIsSaidBeforeAnythingIsSent() throws Exception {
        Files.writeString(file, token(Duration.ofHours(-1)));
        unusable("option federatedTokenFile: the file '" + file + "' holds a token that ended at ",
                "whoever gives it out has not renewed it");
    }

    @Test
    void whatIsNoClaimIsNone() {
        assertThat(TokenClaims.of("e30." + java.util.Base64.getUrlEncoder()
                .encodeToString("[1]".getBytes(StandardCharsets.UTF_8)) + ".s").text("iss")).isEmpty();
    }
}
