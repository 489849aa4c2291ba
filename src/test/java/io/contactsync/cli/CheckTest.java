package io.contactsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.SyncBench.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What check says of an installation, good and bad; and that no secret stands anywhere. */
class CheckTest {

    private static final String NOBODY = "11111111-2222-3333-4444-555555555555";
    /** All that Camel, a shell or a template might understand. */
    private static final String CANARY = "canary}}x{{y.z}}$%&RAW(1)\"'\\#bean:q";

    @TempDir
    Path temp;

    @Test
    void triesEverythingAndSaysOk() throws IOException {
        try (SyncBench bench = SyncBench.start(temp).with("management.port", Integer.toString(freePort()))) {
            Result result = bench.command("check");
            assertThat(result.exit()).as(result.out()).isZero();
            for (String what : List.of("configuration", "schedule", "data folder", "management", "credential", "token", "permissions", "source         graph-users",
                    "source         graph-contacts", "central mailbox", "targets", "mailbox ")) {
                assertThat(result.out()).contains("ok    " + what);
            }
            assertThat(result.out()).doesNotContain("FAIL").contains("05:00");
            assertThat(Files.exists(bench.data())).isFalse();
        }
    }

    @Test
    void triesEveryLineAfterAFailureAndNamesRightsInExcess() throws IOException {
        try (SyncBench bench = SyncBench.start(temp); ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Set<String> roles = new HashSet<>(bench.sandbox().app().roles());
            roles.add("Sites.FullControl.All");
            bench.sandbox().app().roles(roles);
            Result result = bench.with("source.graph-users.exclude-groups", NOBODY).with("source.graph-contacts.mailboxes", "nobody@sandbox.example")
                    .with("targets.group", NOBODY).with("management.port", Integer.toString(taken.getLocalPort())).command("check");
            assertThat(result.exit()).isEqualTo(1);
            assertThat(result.out()).contains("FAIL  management", "FAIL  source         graph-users", "FAIL  source         graph-contacts",
                    "FAIL  excluded group", "FAIL  central mailbox", "FAIL  targets", "ok    token", "warn  permissions    Sites.FullControl.All is more than needed");
        }
    }

    @Test
    void aSecretStandsNowhereWhateverIsInIt() throws IOException {
        try (SyncBench bench = SyncBench.startSmall(temp)) {
            String secret = "graph.client-secret=" + CANARY;
            for (String other : List.of("sync.own-card=false", "schedule.cron=x", "graph.proxy=x", "graph.certificate=pom.xml", "category.name={{x.y}}",
                    "sync.mailbox-endpoint=foo:bar", "graph.certificate-password=" + CANARY, "targets.group=x", "camel.main.nonsense=1", "graph.nonsense=1")) {
                for (String command : List.of("sync", "check")) {
                    Result result = bench.command(command, "--set", secret, "--set", other);
                    assertThat(result.exit()).as(command + other).isNotZero();
                    assertThat(result.out() + result.err()).as(command + " " + other).doesNotContain("canary", "RAW(1)", "bean:q");
                }
            }
            assertThat(written(bench.data())).doesNotContain("canary", "RAW(1)");
        }
    }

    private static String written(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
