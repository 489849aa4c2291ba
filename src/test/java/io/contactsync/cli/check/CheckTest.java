package io.contactsync.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.FreePort;
import io.contactsync.cli.Installation;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
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

    private static final String OFFICES =
            "office_id,organisation,contact_first_name,contact_last_name,role,building,street,suite,city,state,zip,"
                    + "country,phone,fax,hours\n"
            + "A1,Office of Ann Other,Ann,Other,Clerk,,1 Main St.,,Cullman,AL,35055,United States,256-734-6043,,\n";

    @TempDir
    Path temp;

    @Test
    void triesEverythingAndSaysOk() throws IOException {
        try (SyncBench bench = SyncBench.start(temp).with("management.port", Integer.toString(FreePort.now()))) {
            Result result = bench.command("check");
            assertThat(result.exit()).as(result.out()).isZero();
            for (String what : List.of("configuration    fine", "schedule         serve would run at",
                    "data folder      ", "management       127.0.0.1",
                    "login            the application", "rights           nothing is missing",
                    "credential       client secret; Entra shows",
                    "source           graph-users: ", "source           graph-contacts: 40 contacts",
                    "central mailbox  ", "targets          group: 5 mailboxes, none skipped",
                    "mailbox          read ")) {
                assertThat(result.out()).contains("ok          " + what);
            }
            assertThat(result.out()).doesNotContain("x failed")
                    .contains("05:00", ": no contact of ours yet, and 1 contact under the category Colleagues"
                            + " without our key: its owner's, it stays", "0 failed, 0 not tried",
                            "next: contact-sync plan");
            assertThat(Files.exists(bench.data())).isFalse();
        }
    }

    @Test
    void triesEveryLineAfterAFailureAndNamesRightsInExcess() throws IOException {
        try (SyncBench bench = SyncBench.start(temp); ServerSocket taken = new ServerSocket(0, 1,
                InetAddress.getLoopbackAddress())) {
            Set<String> roles = new HashSet<>(bench.sandbox().app().roles());
            roles.add("Sites.FullControl.All");
            bench.sandbox().app().roles(roles);
            Result result = bench.with("source.graph-users.exclude-groups", NOBODY)
                    .with("source.graph-contacts.mailboxes", "nobody@sandbox.example")
                    .with("targets.group", NOBODY).with("management.port", Integer.toString(taken.getLocalPort()))
                    .command("check");
            assertThat(result.exit()).isEqualTo(1);
            assertThat(result.out()).contains("x failed    management", "x failed    excluded group   " + NOBODY,
                    "x failed    central mailbox  nobody@sandbox.example: ",
                    "- not tried source           graph-users: its line above failed",
                    "- not tried source           graph-contacts: its line above failed",
                    "x failed    targets", "- not tried mailbox          no target known", "ok          login",
                    "! warning   rights           Sites.FullControl.All: more than this configuration needs");
        }
    }

    @Test
    void aWrongSecretIsSaidOnceAndSourcesWithoutLoginAreStillTried() throws IOException {
        Path inbox = Files.createDirectory(temp.resolve("inbox"));
        Files.writeString(inbox.resolve("offices.csv"), OFFICES);
        try (SyncBench bench = SyncBench.start(temp)) {
            Result result = bench.with("sync.sources", "graph-users,supplier-csv")
                    .with("source.supplier-csv.folder", inbox.toString())
                    .with("graph.client-secret", "wrong-horse").command("check");
            assertThat(result.exit()).isEqualTo(1);
            assertThat(result.out()).contains("x failed    login            Sign-in: refused by Microsoft Entra",
                    "- not tried rights           the login failed",
                    "- not tried source           graph-users: the login failed",
                    "ok          source           supplier-csv: 1 contact,",
                    "- not tried targets          the login failed", "- not tried mailbox          the login failed");
            assertThat(result.out().split("refused by Microsoft Entra")).hasSize(2);
            assertThat(result.out() + result.err()).doesNotContain("wrong-horse");
        }
    }

    @Test
    void everyMistakeOfTheConfigurationIsNamedAndTheRestIsTried() {
        try (SyncBench bench = SyncBench.start(temp)) {
            Result result = bench.command("check", "--set", "schedule.cron=x", "--set", "targets.group=All Staff",
                    "--set", "sync.sorces=x", "--set",
                    "sync.own-card=maybe", "--set", "source.graph-users.region=UK");
            assertThat(result.exit()).isEqualTo(2);
            assertThat(result.out().lines().filter(line -> line.startsWith("x failed    configuration"))).hasSize(5);
            assertThat(result.out()).contains("sync.sorces' is not used", "sync.own-card must be true or false",
                    "did you mean 'GB'?", "All Staff",
                    "x failed    schedule", "ok          data folder");
            assertThat(result.err()).isEmpty();
        }
    }

    @Test
    void anInstallationWithoutAnythingInItIsToldWhatToDo() {
        Result result = SyncBench.run("check", "--set", "sync.data=" + temp.resolve("none"));
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).contains("graph.tenant-id is not set: 'contact-sync init' asks for it",
                "neither graph.client-secret nor",
                "- not tried login            the configuration failed", "ok          data folder");
        assertThat(result.out().split("graph.tenant-id")).hasSize(2);
    }

    @Test
    void forScriptsItIsOneLineOfJson() throws IOException {
        try (SyncBench bench = SyncBench.start(temp)) {
            Result good = bench.with("management.port", Integer.toString(FreePort.now())).command("check", "--json");
            assertThat(good.exit()).as(good.out()).isZero();
            assertThat(good.json().path("good").asBoolean()).isTrue();
            assertThat(good.json().path("lines").findValuesAsText("what"))
                    .contains("login", "rights", "source", "mailbox");
            Result bad = bench.with("source.graph-contacts.mailboxes", "nobody@sandbox.example")
                    .command("check", "--json");
            assertThat(bad.exit()).isEqualTo(1);
            assertThat(bad.number("/failed")).isEqualTo(1);
            assertThat(bad.number("/untried")).isEqualTo(1);
        }
    }

    @Test
    void whereTheTokenMayReadApplicationsTheDirectoryIsAskedWhenTheSecretEnds() throws IOException {
        Installation installation = new Installation(Files.createDirectory(temp.resolve("home")));
        try (SyncBench bench = SyncBench.start(temp)) {
            Set<String> roles = new HashSet<>(bench.sandbox().app().roles());
            roles.add("Application.Read.All");
            bench.sandbox().app().roles(roles);
            Files.writeString(installation.home().resolve("routes/graph/read-application.camel.yaml"), """
                    # In: anything. Out: an application.
                    - route:
                        id: contact-sync-read-application
                        description: Answers as the directory does.
                        from:
                          uri: direct:contact-sync-read-application
                          steps:
                            - setBody:
                                expression:
                                  constant:
                                    expression: "{}"
                            - transform:
                                expression:
                                  jq:
                                    expression: |
                                      {passwordCredentials: [{endDateTime: "2099-01-31T00:00:00Z"}, {endDateTime: \
                    "2001-01-31T00:00:00Z"}]}
                    """);
            Result result = bench.command("check", "--home", installation.home().toString());
            assertThat(result.out()).contains("ok          credential       client secret until 2099-01-31, ")
                    .doesNotContain("Application.Read.All: more than");
        }
    }

    @Test
    void aDamagedStateIsNamedWithTheCommandThatEndsIt() throws IOException {
        try (SyncBench bench = SyncBench.startSmall(temp)) {
            assertThat(bench.json().exit()).isZero();
            assertThat(bench.command("check").out()).contains("1 run, 1 source remembered", "sound");
            Files.writeString(bench.data().resolve("state/sources/graph-contacts.keys"), "nonsense\n");
            Result result = bench.command("check");
            assertThat(result.exit()).isEqualTo(1);
            assertThat(result.out()).contains("x failed    data folder", "contact-sync state forget graph-contacts");
        }
    }

    @Test
    void onATerminalLinesAreAlignedAndFitEightyColumns() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        CheckScreen screen = new CheckScreen(false, true, new PrintStream(said, true, StandardCharsets.UTF_8));
        screen.show(new CheckLine(CheckLine.State.OK, "configuration", "", "fine, 61 keys, 31 routes"));
        screen.show(new CheckLine(CheckLine.State.FAILED, "central mailbox", "kunden@contoso.com",
                "source.graph-contacts.mailboxes names a mailbox that does not exist (404 ErrorInvalidUser): give "
                + "object ids or addresses"));
        screen.show(new CheckLine(CheckLine.State.UNTRIED, "source", "graph-users", "the login failed"));
        assertThat(said.toString(StandardCharsets.UTF_8)).isEqualTo("""
                ok          configuration    fine, 61 keys, 31 routes
                x failed    central mailbox  kunden@contoso.com: source.graph-contacts.mailboxes
                                             names a mailbox that does not exist (404
                                             ErrorInvalidUser): give object ids or addresses
                - not tried source           graph-users: the login failed
                """);
        assertThat(said.toString(StandardCharsets.UTF_8).lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void aSecretStandsNowhereWhateverIsInIt() throws IOException {
        try (SyncBench bench = SyncBench.startSmall(temp)) {
            String secret = "graph.client-secret=" + CANARY;
            for (String other : List.of("sync.own-card=false", "schedule.cron=x", "graph.proxy=x",
                    "graph.certificate=pom.xml", "category.name={{x.y}}",
                    "sync.mailbox-endpoint=foo:bar", "graph.certificate-password=" + CANARY, "targets.group=x",
                    "camel.main.nonsense=1", "graph.nonsense=1")) {
                for (String command : List.of("sync", "check")) {
                    Result result = bench.command(command, "--set", secret, "--set", other);
                    assertThat(result.exit()).as(command + other).isNotZero();
                    assertThat(result.out() + result.err()).as(command + " " + other)
                            .doesNotContain("canary", "RAW(1)", "bean:q");
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
}
