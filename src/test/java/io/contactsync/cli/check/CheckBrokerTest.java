package io.contactsync.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.FreePort;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.cli.sync.TcpBroker;
import io.contactsync.sandbox.TestCertificate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What check says of the broker between many machines. */
class CheckBrokerTest {

    @TempDir
    Path temp;

    private SyncBench bench(String broker) throws Exception {
        return SyncBench.startSmall(temp, 1).with("management.port", Integer.toString(FreePort.now()))
                .with("workers.broker", broker);
    }

    @Test
    void aBrokerThatIsAwayFailsItsOwnLineAndNoOtherOne() throws Exception {
        String away = "tcp://127.0.0.1:" + FreePort.now();
        try (SyncBench bench = bench(away + "?consumerWindowSize=0")) {
            Result result = bench.command("check");
            assertThat(result.exit()).as(result.out()).isEqualTo(1);
            assertThat(result.out()).contains("x failed    broker           the broker " + away + " is not reached: ",
                    "ok          configuration    fine", "ok          mailbox          read ", "1 failed");
            assertThat(result.err()).doesNotContain("ERROR");
        }
    }

    @Test
    void aBrokerIsLoggedInTo() throws Exception {
        Path store = temp.resolve("broker.p12");
        TestCertificate.make(store);
        Path password = secret("password", "open sesame");
        try (TcpBroker broker = TcpBroker.secured(store, "sync", "open sesame");
                SyncBench bench = bench(broker.address())) {
            bench.with("workers.user", "sync").with("workers.password-file", password.toString())
                    .with("workers.secret-file", secret("secret", "s".repeat(40)).toString());
            Result good = bench.command("check");
            assertThat(good.out()).contains("ok          broker           tcp://127.0.0.1:",
                    " lets 'sync' in; letters are encrypted and signed by workers.secret-file");
            assertThat(good.exit()).as(good.out()).isZero();
            Files.writeString(password, "open barley");
            Result refused = bench.command("check");
            assertThat(refused.out()).contains("x failed    broker           the broker tcp://127.0.0.1:")
                    .doesNotContain("barley");
            assertThat(refused.err()).doesNotContain("ERROR");
        }
    }

    private Path secret(String name, String text) throws Exception {
        Path file = Files.writeString(temp.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }
}
