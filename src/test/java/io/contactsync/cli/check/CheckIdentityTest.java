package io.contactsync.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.microsoftgraph.AzureEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What check and status say where no secret signs in; and that the environment of a process is enough for that. */
class CheckIdentityTest {

    private static final String MANAGED = "graph.managed-identity";
    private static final String FEDERATED = "graph.federated-token-file";

    @TempDir
    Path temp;
    private SyncBench bench;

    @BeforeEach
    void start() {
        bench = SyncBench.startSmall(temp, 1).with("graph.client-secret", "").with("management.port", "1");
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private Map<String, String> azure() {
        return Map.of("AZURE_POD_IDENTITY_AUTHORITY_HOST", bench.sandbox().address().metadata());
    }

    @Test
    void theMachinesIdentityHasNothingThatEnds() throws Exception {
        bench.with(MANAGED, "system-assigned");
        try (AzureEnvironment azure = AzureEnvironment.of(azure())) {
            Result check = bench.command("check");
            assertThat(check.out()).contains(
                    "ok          credential       managed identity of this machine, system-assigned: nothing ",
                    "ok          login            the application " + bench.sandbox().address().clientId(),
                    "take it away from the managed identity in Entra").doesNotContain("client secret");
            bench.sandbox().app().roles(java.util.Set.of("Contacts.ReadWrite"));
            assertThat(bench.command("check").out()).contains("missing in the token: GroupMember.Read.All, "
                    + "User.Read.All - grant them to the managed identity by New-MgServicePrincipalAppRoleAssignment");
        }
        assertThat(bench.command("status").out()).contains("credential   managed identity of this machine");
    }

    @Test
    void aFederatedTokenIsToldByIssuerAndSubject() throws Exception {
        Path file = temp.resolve("token");
        bench.with(FEDERATED, file.toString());
        Result missing = bench.command("check");
        assertThat(missing.exit()).isEqualTo(2);
        assertThat(missing.out()).contains("x failed    configuration    Sign-in: graph.federated-token-file: the "
                + "file '" + file + "' does not exist");
        String token = bench.sandbox().app().workload().federatedToken(Duration.ofHours(1));
        Files.writeString(file, token);
        Result check = bench.command("check");
        assertThat(check.out()).contains("this one is from https://issuer.sandbox.example/ for "
                + "system:serviceaccount:contact-sync:contact-sync, until ", "ok          login ");
        assertThat(check.out() + check.err()).doesNotContain(token);
        assertThat(bench.command("status").out()).contains("credential   federated token of another issuer");
    }

    @Test
    void aMixtureAndAnUnknownKindAreNamedByTheirKeys() throws Exception {
        bench.with(MANAGED, "user-assigned").with("graph.client-secret", "canary");
        Result both = bench.command("check");
        assertThat(both.exit()).isEqualTo(2);
        assertThat(both.out()).contains("set only one of graph.client-secret and graph.managed-identity")
                .doesNotContain("canary");
        assertThat(bench.with(MANAGED, "mine").command("check").out())
                .contains("graph.managed-identity must be one of system-assigned, user-assigned, or empty - was "
                        + "'mine'");
    }

    @Test
    void aProcessFindsItsIdentityByItsEnvironment() throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                        "-cp", System.getProperty("java.class.path"), "io.contactsync.cli.ContactSync", "sync"));
        bench.with(MANAGED, "user-assigned").settings()
                .forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
        Path output = temp.resolve("output.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(azure());
        builder.environment().put("CONTACT_SYNC_LOG_LEVEL", "DEBUG");
        Process process = builder.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(output)).as("tokens begin so").doesNotContain("eyJ");
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    }
}
