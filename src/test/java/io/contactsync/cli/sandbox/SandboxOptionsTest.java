package io.contactsync.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.SyncBench;
import io.contactsync.sandbox.SandboxOptions;
import io.contactsync.sandbox.identity.AppRegistration;
import io.contactsync.sandbox.identity.Workload;
import io.contactsync.sandbox.service.Latency;
import io.contactsync.sandbox.service.ThrottleLimit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class SandboxOptionsTest {

    /** What the two sets of options come to. */
    @Command
    private static final class Options {
        @Mixin
        private SandboxTimingOptions timing;
        @Mixin
        private SandboxIdentityOptions identity;

        static Options parse(String... arguments) {
            Options options = new Options();
            new CommandLine(options).parseArgs(arguments);
            return options;
        }

        SandboxOptions sandbox() {
            return identity.on(timing.on(SandboxOptions.defaults()));
        }

        AppRegistration app() {
            AppRegistration app = new AppRegistration(new Workload("tenant", "client", () -> 0));
            identity.register(app);
            return app;
        }
    }

    @Test
    void eachTimingOptionReachesTheSandbox() {
        SandboxOptions options =
                Options.parse("--latency", "lognormal:100:0.5", "--network", "30", "--slow-mailboxes", "1%:30s",
                        "--limit",
            "concurrent=2,mailbox-requests=500", "--limit", "app-requests=7").sandbox();
        assertThat(options.latency()).isEqualTo(new Latency(100, 0.5));
        assertThat(options.network()).isEqualTo(Duration.ofMillis(30));
        assertThat(options.slowMailboxes().more()).isEqualTo(Duration.ofSeconds(30));
        assertThat(options.limits().of(ThrottleLimit.CONCURRENT)).isEqualTo(2);
        assertThat(options.limits().of(ThrottleLimit.MAILBOX_REQUESTS)).isEqualTo(500);
        assertThat(options.limits().of(ThrottleLimit.APP_REQUESTS)).isEqualTo(7);
    }

    @Test
    void withoutOptionsARequestTakesFiftyMillisecondsAndNothingElseIsSlow() {
        SandboxOptions options = Options.parse().sandbox();
        assertThat(options.latency()).isEqualTo(new Latency(50, 0));
        assertThat(options.network()).isZero();
        assertThat(options.slowMailboxes().percent()).isZero();
        assertThat(options.limits().of(ThrottleLimit.CONCURRENT)).isEqualTo(4);
    }

    @Test
    void eachIdentityOptionReachesTheRegistrationOrTheCloud() {
        Options options = Options.parse("--token-life", "60", "--roles", "User.Read.All,Contacts.ReadWrite",
                "--graph-host", "graph.microsoft.test");
        assertThat(options.app().tokenLife()).isEqualTo(Duration.ofMinutes(1));
        assertThat(options.app().roles()).isEqualTo(Set.of("User.Read.All", "Contacts.ReadWrite"));
        assertThat(options.sandbox().cloud().graph()).isEqualTo("graph.microsoft.test");
        assertThat(options.sandbox().cloud().authority()).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--latency        | soon              | latency is <milliseconds> or lognormal:",
        "--network        | -5                | network must be 0 ms or more - was -5 ms",
        "--slow-mailboxes | some              | slow mailboxes are <percent>%:",
        "--limit          | speed=9           | there is no limit 'speed' - allowed are concurrent",
        "--limit          | concurrent        | a limit is set as <key>=<whole number> - was 'concurrent'",
        "--token-life     | 0                 | --token-life must be 1 or more - was 0",
        "--graph-host     | http://graph.test | a host is a name like graph.microsoft.test"})
    void aWrongValueEndsInOneSentence(String option, String value, String sentence) {
        SyncBench.Result result = SyncBench.run("sandbox", option, value);
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.sentences()).singleElement().asString().contains(sentence);
        assertThat(result.err()).doesNotContain("\tat ");
    }

    @Test
    void aFileWithoutCertificateIsNamed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("app.pem"), "nothing");
        SyncBench.Result result = SyncBench.run("sandbox", "--app-certificate", file.toString());
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.sentences()).singleElement().asString().contains("--app-certificate is a PEM file",
                file.toString());
    }
}
