package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.FreePort;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.app.App;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.run.RunRequest;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.TestCertificate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A serve that runs takes what was renewed in its file for its next sign-in, without a restart. */
class ServeRenewalTest {

    @TempDir
    Path temp;

    /** What is in the file, and what the tenant knows of it. */
    private interface Renewal {
        void carryOut(Sandbox tenant, Path file, int time) throws Exception;
    }

    private void renewed(String key, Renewal renewal) throws Exception {
        try (SyncBench bench = SyncBench.startSmall(temp, 1)) {
            Path file = Files.createFile(temp.resolve("file"),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            renewal.carryOut(bench.sandbox(), file, 1);
            Map<String, String> settings = new HashMap<>(bench.settings());
            settings.putAll(Map.of("graph.client-secret", "", key, file.toString(), "schedule.cron", "0 0 5 1 1 ?",
                    "management.port", Integer.toString(FreePort.now())));
            try (App app = App.start(Configuration.read(Path.of("config", "application.properties"),
                    Path.of("routes"), Map.of(), settings), true)) {
                assertThat(app.sync(RunRequest.ordinary()).exit()).isZero();
                bench.sandbox().expireTokens();
                renewal.carryOut(bench.sandbox(), file, 2);
                assertThat(app.sync(RunRequest.ordinary()).exit()).isZero();
            }
        }
    }

    @Test
    void aSecret() throws Exception {
        renewed("graph.client-secret-file", (tenant, file, time) -> {
            tenant.app().clientSecret("secret " + time);
            Files.writeString(file, "secret " + time + "\n");
        });
    }

    @Test
    void aCertificate() throws Exception {
        renewed("graph.certificate", (tenant, file, time) -> {
            TestCertificate made = TestCertificate.make(temp.resolve(time + ".p12"));
            tenant.app().certificate(made.certificate());
            Files.writeString(file, pem("PRIVATE KEY", made.key().getEncoded())
                    + pem("CERTIFICATE", made.certificate().getEncoded()));
        });
    }

    private static String pem(String type, byte[] der) {
        return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END " + type + "-----\n";
    }

    /** The first one is over by the tenant's clock when the second is needed. */
    @Test
    void aFederatedToken() throws Exception {
        renewed("graph.federated-token-file", (tenant, file, time) -> {
            tenant.letPass(Duration.ofMinutes(20));
            Files.writeString(file, tenant.app().workload().federatedToken(Duration.ofMinutes(15)));
        });
    }
}
