package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxAssertionTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults());
    private static final SandboxClient CLIENT = new SandboxClient(SANDBOX.address());
    @TempDir
    private static Path folder;
    private static TestCertificate mine;
    private static TestCertificate foreign;

    @BeforeAll
    static void register() throws Exception {
        mine = TestCertificate.make(folder.resolve("mine.p12"));
        foreign = TestCertificate.make(folder.resolve("foreign.p12"));
        TestCertificate older = TestCertificate.make(folder.resolve("older.p12"));
        SANDBOX.app().certificate(older.certificate(), mine.certificate());
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @ParameterizedTest
    @CsvSource({"PS256, SHA-256", "PS256, SHA-1", "RS256, SHA-256", "RS256, SHA-1"})
    void bothAlgorithmsAndBothThumbprintsAreGood(String algorithm, String digest) throws Exception {
        assertThat(CLIENT.token(assertion().by(mine.certificate(), digest).form(mine.key(), algorithm)).status())
                .isEqualTo(200);
    }

    @Test
    void oneAssertionIsGoodForSeveralTokens() throws Exception {
        Map<String, String> form = assertion().by(mine.certificate(), "SHA-256").form(mine.key(), "PS256");
        assertThat(CLIENT.token(form).status()).isEqualTo(200);
        assertThat(CLIENT.token(form).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "aud, https://elsewhere.example/oauth2/v2.0/token, 700023",
        "aud, nowhere at all, 700023",
        "aud, https:nowhere, 700023",
        "iss, somebody, 50048",
        "exp, 1700000000, 700024",
        "exp, soon, 700024",
        "nbf, 4102444800, 700024"})
    void eachClaimIsChecked(String claim, String value, int code) throws Exception {
        Object sent = value.matches("\\d+") ? Long.valueOf(value) : value;
        assertRefused(assertion().claim(claim, sent).by(mine.certificate(), "SHA-256").form(mine.key(), "PS256"), code);
    }

    @Test
    void anotherApplicationsAssertionIsRefused() throws Exception {
        assertRefused(assertion().claim("iss", "other").claim("sub", "other").by(mine.certificate(), "SHA-256")
                .form(mine.key(), "PS256"), 700021);
    }

    @Test
    void theCertificateMustBeRegisteredAndTheSignatureItsOwn() throws Exception {
        assertRefused(assertion().by(foreign.certificate(), "SHA-256").form(foreign.key(), "PS256"), 700027);
        assertRefused(assertion().by(mine.certificate(), "SHA-256").form(foreign.key(), "PS256"), 700027);
    }

    @Test
    void anAssertionHasToNameItsCertificateAndToBeOne() throws Exception {
        assertRefused(assertion().form(mine.key(), "PS256"), 50027);
        Map<String, String> form = new HashMap<>(assertion().form(mine.key(), "PS256"));
        form.put("client_assertion", "no.jwt");
        assertRefused(form, 50027);
        form.remove("client_assertion_type");
        assertThat(CLIENT.token(form).json().at("/error_codes/0").asInt()).isEqualTo(900144);
    }

    private static TestAssertion assertion() {
        return new TestAssertion(SANDBOX.address());
    }

    private static void assertRefused(Map<String, String> form, int code) {
        SandboxClient.Answer answer = CLIENT.token(form);
        assertThat(answer.json().at("/error_codes/0").asInt()).isEqualTo(code);
        assertThat(answer.json().get("error").asText()).isEqualTo("invalid_client");
        assertThat(answer.status()).isEqualTo(401);
    }
}
