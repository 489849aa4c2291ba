package io.contactsync.cli.init;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.Installation;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.microsoftgraph.AzureEnvironment;
import io.contactsync.sandbox.SandboxAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The six values of a tenant, asked for, tried, and written; or given as options; and what must never happen meanwhile.
 */
class InitTest {

    private static final String NOBODY = "11111111-2222-3333-4444-555555555555";

    @TempDir
    Path temp;
    private Installation installation;
    private SyncBench bench;
    private SandboxAddress tenant;
    private Path secret;
    private String before;

    @BeforeEach
    void start() throws IOException {
        installation = new Installation(Files.createDirectory(temp.resolve("home")));
        bench = SyncBench.start(temp);
        tenant = bench.sandbox().address();
        secret = Files.createFile(temp.resolve("client-secret"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret, tenant.clientSecret() + "\n");
        before = installation.read(installation.configuration());
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private Result init(String answers, String... more) {
        List<String> all = new ArrayList<>(List.of("--set", "graph.base-url=" + tenant.graph(), "--set",
                "graph.authority=" + tenant.authority(),
                "--set", "graph.ca-certificate=" + tenant.caCertificate()));
        all.addAll(List.of(more));
        return installation.answering(answers, "init", all.toArray(String[]::new));
    }

    private String answers() {
        return String.join("\n", tenant.tenant(), tenant.clientId(), secret.toString(), tenant.centralMailbox(),
                tenant.targetGroup(), "us") + "\n";
    }

    private Properties written() throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(installation.configuration())) {
            properties.load(reader);
        }
        return properties;
    }

    private List<String> configurations() throws IOException {
        try (Stream<Path> files = Files.list(installation.configuration().getParent())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("application.properties")).sorted().toList();
        }
    }

    @Test
    void asksTriesAndWritesTheSixValuesAndNoOtherLine() throws IOException {
        Result result = init(answers());
        assertThat(result.exit()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).contains("1/6  Directory (tenant) id: ", "ok the application is let in, with ",
                "ok 1 mailbox can be read",
                "ok 5 users, 0 of them without a mailbox", "written into " + installation.configuration(),
                "next: contact-sync check");
        assertThat(result.out() + result.err()).doesNotContain(tenant.clientSecret());
        assertThat(written()).containsEntry("graph.tenant-id", tenant.tenant())
                .containsEntry("graph.client-id", tenant.clientId())
                .containsEntry("graph.client-secret-file", secret.toString()).containsEntry("graph.client-secret", "")
                .containsEntry("source.graph-contacts.mailboxes", tenant.centralMailbox())
                .containsEntry("targets.from", "group")
                .containsEntry("targets.group", tenant.targetGroup()).containsEntry("source.graph-users.region", "US")
                .containsEntry("source.graph-contacts.region", "US").containsEntry("graph.base-url", "");
        List<String> after = installation.read(installation.configuration()).lines().toList();
        assertThat(after).hasSameSizeAs(before.lines().toList());
        assertThat(after.stream().filter(line -> line.startsWith("#")).toList())
                .isEqualTo(before.lines().filter(line -> line.startsWith("#")).toList());
        assertThat(configurations()).hasSize(2);
        assertThat(Files.readString(installation.configuration().resolveSibling(configurations().get(1))))
                .isEqualTo(before);
        assertThat(installation.read(installation.configuration())).doesNotContain(tenant.clientSecret());
    }

    @Test
    void askedAgainItShowsWhatIsThereAndEnterKeepsIt() throws IOException {
        init(answers());
        String first = installation.read(installation.configuration());
        Result again = init("\n\n\n\n\n\n");
        assertThat(again.exit()).as(again.out() + again.err()).isZero();
        assertThat(again.out()).contains("[" + tenant.tenant() + "]", "[" + secret + "]", "[" + tenant.centralMailbox()
                + "]", "[" + tenant.targetGroup() + "]", "[US]",
                "has these values already: nothing was written");
        assertThat(installation.read(installation.configuration())).isEqualTo(first);
        assertThat(configurations()).hasSize(2);
    }

    @Test
    void aWrongAnswerIsNamedAndAskedForAgain() throws IOException {
        String wrong = String.join("\n", "Contoso Ltd", tenant.tenant(), "contact-sync", tenant.clientId(),
                temp.resolve("no-such").toString(), secret.toString(),
                "central", "nobody@sandbox.example", "none", "All Staff", NOBODY, tenant.targetGroup(), "Germany", "UK",
                "gb")
                + "\n";
        Result result = init(wrong);
        assertThat(result.exit()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).contains("x  it must be the directory (tenant) id", "was 'Contoso Ltd'",
                "x  it must be the application (client) id",
                "x  there is no such file", "x  it must be the address or the object id of a mailbox - was 'central'",
                "x  source.graph-contacts.mailboxes names a mailbox"
                + " that does not exist", "ok sync.sources goes on without graph-contacts",
                "x  it must be everyone, the object id of a group, or a file",
                "x  targets.group names a group that the directory does not know", "was 'Germany'",
                "did you mean 'GB'?", "     signing in …\n     ok ", "     reading …\n     x ",
                "     listing users …\n");
        assertThat(written()).containsEntry("source.graph-users.region", "GB")
                .containsEntry("sync.sources", "graph-users");
    }

    @Test
    void aSecretThatIsRefusedOrOpenToOthersOrPastedIsNotTaken() throws IOException {
        Files.writeString(temp.resolve("open"), "x");
        Files.setPosixFilePermissions(temp.resolve("open"), PosixFilePermissions.fromString("rw-r--r--"));
        Path bad = Files.createFile(temp.resolve("bad"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(bad, "wrong-horse");
        Result result = init(String.join("\n", tenant.tenant(), tenant.clientId(), temp.resolve("open").toString(),
                bad.toString(), tenant.clientSecret()) + "\n");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).contains("can be read or written by others than its owner: chmod 600 it",
                "the client secret is wrong, see graph.client-secret or graph.client-secret-file",
                "never the secret itself");
        assertThat(result.sentences()).singleElement().asString()
                .contains("no answer to '3/6 File of certificate, secret or token, or system-assigned'",
                        "nothing was written");
        assertThat(result.out() + result.err()).doesNotContain(tenant.clientSecret(), "wrong-horse");
        assertThat(installation.read(installation.configuration())).isEqualTo(before);
        assertThat(configurations()).hasSize(1);
    }

    @Test
    void forScriptsEveryValueIsAnOption() throws IOException {
        String[] options = {"--tenant-id", tenant.tenant(), "--client-id", tenant.clientId(), "--credential",
                secret.toString(), "--mailboxes",
            tenant.centralMailbox(), "--targets", "everyone", "--region", "none"};
        Result result = init("", options);
        assertThat(result.exit()).as(result.out() + result.err()).isZero();
        assertThat(written()).containsEntry("targets.from", "licensed-users").containsEntry("targets.group", "")
                .containsEntry("source.graph-users.region", "");
        options[7] = "nobody@sandbox.example";
        Result wrong = init("", options);
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.sentences()).singleElement().asString()
                .contains("names a mailbox that does not exist", "was 'nobody@sandbox.example'", "nothing was written");
    }

    @Test
    void aManagedIdentityAndAFederatedTokenAreTriedAndTakeThePlaceOfTheSecret() throws Exception {
        assertThat(init(answers()).exit()).isZero();
        try (AzureEnvironment azure = AzureEnvironment.of(
                Map.of("AZURE_POD_IDENTITY_AUTHORITY_HOST", tenant.metadata()))) {
            Result result = init("\n\nsystem-assigned\n\n\n\n");
            assertThat(result.exit()).as(result.out() + result.err()).isZero();
            assertThat(result.out()).contains("ok the application is let in, with ");
        }
        assertThat(written()).containsEntry("graph.managed-identity", "system-assigned")
                .containsEntry("graph.client-secret-file", "");
        Path token = Files.writeString(temp.resolve("token"),
                bench.sandbox().app().workload().federatedToken(Duration.ofHours(1)));
        assertThat(init("\n\n" + token + "\n\n\n\n").exit()).isZero();
        assertThat(written()).containsEntry("graph.managed-identity", "")
                .containsEntry("graph.federated-token-file", token.toString());
    }

    @Test
    void withForceAValueIsTakenThatTheTenantRefuses() throws IOException {
        Result result = init("", "--force", "--tenant-id", tenant.tenant(), "--client-id", tenant.clientId(),
                "--credential", secret.toString(), "--mailboxes",
                "nobody@sandbox.example", "--targets", tenant.targetGroup(), "--region", "DE");
        assertThat(result.exit()).as(result.out() + result.err()).isZero();
        assertThat(result.out())
                .contains("taken all the same (--force), though it failed: source.graph-contacts.mailboxes names a "
                + "mailbox that does not exist");
        assertThat(written()).containsEntry("source.graph-contacts.mailboxes", "nobody@sandbox.example");
    }
}
