package io.contactsync.cli.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong configuration ends with one sentence that says what to mend, before anything is written. */
class BadConfigurationTest {

    @TempDir
    static Path temp;
    private static SyncBench bench;

    @BeforeAll
    static void start() {
        bench = SyncBench.startSmall(temp);
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    private static String sentence(Result result, int exit) {
        assertThat(result.exit()).as(result.out() + result.err()).isEqualTo(exit);
        assertThat(result.out() + result.err()).doesNotContain("\tat ", "Exception:");
        assertThat(result.out()).isEmpty();
        assertThat(result.sentences()).as(result.err()).hasSize(1);
        return result.sentences().get(0);
    }

    private static void named(String set, String first, String second) {
        assertThat(sentence(bench.json("--set", set), 2)).contains(first, second);
        assertThat(Files.exists(bench.data())).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "sync.sorces=graph-users|sync.sorces' is not used|did you mean 'sync.sources'",
        "sync.sources=graph-user|'graph-user'|routes/sources",
        "sync.mailboxes-in-flight=0|sync.mailboxes-in-flight must be 1..1000|was '0'",
        "graph.cloud=mars|graph.cloud must be one of|mars",
    })
    void aBadKeyOrValueIsNamed(String set, String first, String second) {
        named(set, first, second);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "guard.deletes-percent=130|guard.deletes-percent must be 0..100|was 130",
        "guard.vanished-min=-1|guard.vanished-min must be 0..|was -1",
        "phones.format=x|phones.format|'x'",
        "sync.sources=|sync.sources must name at least one source|empty",
        "sync.sources=Graph Users|sync.sources|Graph Users",
        "sync.settle-minutes=1|sync.settle-minutes must be 10 or more|was '1'",
        "sync.instance=a b|sync.instance must be kebab-case|was 'a b'",
        "graph.read-tries=0|graph.read-tries must be 1..10|was 0",
        "category.name=|category.name must be|was ''",
        "category.color=blue|category.color must be|was 'blue'",
    })
    void aValueThatABeanRefusesIsNamed(String set, String first, String second) {
        named(set, first, second);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"guard.deletes-percent=many|guard.deletes-percent|many",
            "sync.own-card=maybe|sync.own-card|maybe",
            "journal.personal-data=1|journal.personal-data|1", "category.create=maybe|category.create|maybe",
            "targets.from=y|targets.from|y"})
    void aValueOfAnotherKindIsNamed(String set, String first, String second) {
        named(set, first, second);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "schedule.cron=0 5 * * *|schedule.cron must be second minute hour day month weekday|did you mean '0 0 5 * * ?'",
            "schedule.cron=0 5 * * 1|schedule.cron must be second minute hour day month weekday, for example 0 0 5 * "
                    + "* ?|was '0 5 * * 1'",
        "schedule.cron=every day|schedule.cron must be|was 'every day'",
        "schedule.cron=0 0 5 1 1 ? 2001|schedule.cron names no time that is still to come|2001",
        "schedule.time-zone=Europe/Berln|schedule.time-zone must be a time zone|did you mean 'Europe/Berlin'?",
        "schedule.time-zone=+02:00|schedule.time-zone must be a time zone|was '+02:00'",
        "source.graph-contacts.region=UK|source.graph-contacts.region must be a country|did you mean 'GB'?",
        "source.graph-users.region=DEU|source.graph-users.region must be a country|was 'DEU'",
        "graph.tenant-id=Contoso Ltd|graph.tenant-id must be the directory|was 'Contoso Ltd'",
        "graph.client-id=contact-sync|graph.client-id must be the application|was 'contact-sync'",
        "graph.base-url=graph.microsoft.com|graph.base-url must be scheme://|was 'graph.microsoft.com'",
        "graph.base-url=http://graph.microsoft.com/v1.0|graph.base-url must begin with https://|http://graph",
        "graph.authority=login|graph.authority must be scheme://|was 'login'",
        "graph.proxy=proxy.example|graph.proxy must be host:port|was 'proxy.example'",
        "graph.ca-certificate=/no/such.pem|graph.ca-certificate|/no/such.pem",
        "graph.ca-certificate=pom.xml|graph.ca-certificate|pom.xml",
        "graph.certificate=/no/such.pfx|graph.certificate: the file '/no/such.pfx'|does not exist",
        "graph.certificate=pom.xml|graph.certificate: the file 'pom.xml'|must be PKCS#12, or PEM",
        "graph.client-secret-file=pom.xml|set one of graph.client-secret and graph.client-secret-file|not both",
        "graph.requests-per-second=0|graph.requests-per-second must be 1 or more|was 0",
        "targets.group=|targets.group must be the object id of a group|targets.from is group",
        "targets.group=All Staff|targets.group must be the object id of a group|was 'All Staff'",
            "source.graph-contacts.mailboxes=central|source.graph-contacts.mailboxes must be object ids or "
                    + "addresses|was 'central'",
        "source.graph-contacts.mailboxes=|source.graph-contacts.mailboxes must name the central mailboxes|was ''",
        "source.graph-users.exclude-groups=Interns|source.graph-users.exclude-groups must be object ids|was 'Interns'",
        "sync.retired-sources=Old Source|sync.retired-sources must hold kebab-case names|was 'Old Source'",
            "sync.mailbox-endpoint=direct:nowhere|sync.mailbox-endpoint must lead to the route "
                    + "contact-sync-sync-mailbox|was 'direct:nowhere'",
        "sync.mailbox-endpoint=foo:bar|sync.mailbox-endpoint: 'foo://bar'|not an address",
        "notify.webhook=ftp://hooks.contoso.com|notify.webhook must be an address that begins with https://|and a host",
        "notify.mail-to=it@contoso.com|notify.mail-from must be set|because notify.mail-to is",
        "notify.mail-from=IT <it@contoso.com>|notify.mail-from must hold addresses|was 'IT <it@contoso.com>'",
        "notify.smtp=mail.contoso.com|notify.smtp must be smtp://host:port|was 'mail.contoso.com'",
        "notify.smtp-user=it|notify.smtp-password-file must be set|because notify.smtp-user is",
        "notify.channels=teams|notify.channels names 'teams'|no file in routes/notify has the route "
                    + "contact-sync-notify-teams",
        "notify.webhook-secret-file=/no/such|notify.webhook-secret-file: the file '/no/such'|does not exist",
        "camel.main.nonsense=1|camel.main.nonsense|not an option of Camel",
        "category.name=a{{bcd}}c|category.name|{{bcd}} names a key that is not in config/application.properties",
    })
    void aCommonMistakeIsNamedInOurWords(String set, String first, String second) {
        named(set, first, second);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "exclude-properties=departement=Interns|'departement' is not a property of a user|did you mean 'department'?",
        "exclude-properties=birthday=2000-01-01|'birthday'|does not give in a list of users",
        "exclude-properties=showInAddressList=no|showInAddressList must be true or false|was 'no'",
        "exclude-file=/no/such|source.graph-users.exclude-file|/no/such",
    })
    void anExclusionWithoutEffectIsRefused(String set, String first, String second) {
        Result result = bench.json("--set", "sync.sources=graph-users", "--set", "source.graph-users." + set);
        assertThat(sentence(result, 2)).contains(first, second);
        assertThat(Files.exists(bench.data())).isFalse();
    }

    @Test
    void aTargetFileThatIsMissingIsNamed() {
        Result result = bench.json("--set", "targets.from=file", "--set", "targets.file=/no/such");
        assertThat(sentence(result, 2)).contains("targets.file must be a file", "was '/no/such'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "targets.group=11111111-2222-3333-4444-555555555555|targets.group names a group that the directory does "
                    + "not know",
            "source.graph-contacts.mailboxes=nobody@sandbox.example|source.graph-contacts.mailboxes names a mailbox "
                    + "that does not exist",
        "sync.mailbox-endpoint=log:x|sync.mailbox-endpoint: must answer with the result of the route "
                    + "contact-sync-sync-mailbox",
    })
    void whatGraphOrAnEndpointRefusesIsNamedByItsKey(String set, String sentence) {
        Result result = bench.sync("--set", set, "--set", "sync.data=" + temp.resolve("refused" + set.hashCode()));
        assertThat(result.exit()).isNotZero();
        assertThat(result.out() + result.err()).doesNotContain("No type converter", "{group}", "\tat ");
        assertThat(result.out()).contains(sentence);
    }

    @Test
    void aWrongSecretEndsTheRunAndStandsNowhere() throws IOException {
        Path data = temp.resolve("secret");
        Result result = bench.json("--set", "graph.client-secret=wrong-horse-battery", "--set", "sync.data=" + data);
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out() + result.err()).doesNotContain("wrong-horse-battery");
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).doesNotContain("wrong-horse-battery");
            }
        }
        Result said = bench.sync("--set", "graph.client-secret=wrong-horse-battery", "--set",
                "sync.data=" + temp.resolve("again"));
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).contains("! Sign-in: refused by Microsoft Entra")
                .contains("the client secret is wrong, see graph.client-secret");
    }

    @Test
    void aRuleForTargetsThatDoesNotExistEndsTheRun() {
        Result result = bench.sync("--set", "targets.from=y", "--set", "sync.data=" + temp.resolve("rule"));
        assertThat(result.exit()).isNotZero();
        assertThat(result.out() + result.sentences()).containsAnyOf("contact-sync-list-targets-y", "targets.from");
    }

    @Test
    void anUnknownOptionIsUsage() {
        assertThat(bench.sync("--frce").exit()).isEqualTo(2);
    }
}
