package io.contactsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
    @CsvSource(delimiter = '|', value = {"guard.deletes-percent=many|guard.deletes-percent|many", "sync.own-card=maybe|sync.own-card|maybe",
        "journal.personal-data=1|journal.personal-data|1", "category.create=maybe|category.create|maybe", "targets.from=y|targets.from|y"})
    void aValueOfAnotherKindIsNamed(String set, String first, String second) {
        named(set, first, second);
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
        Result said = bench.sync("--set", "graph.client-secret=wrong-horse-battery", "--set", "sync.data=" + temp.resolve("again"));
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).contains("! Sign-in: refused by Microsoft Entra").contains("the client secret is wrong, see option clientSecret");
    }

    @Test
    void aRuleForTargetsThatDoesNotExistEndsTheRun() {
        Result result = bench.sync("--set", "targets.from=y", "--set", "sync.data=" + temp.resolve("rule"));
        assertThat(result.exit()).isNotZero();
        assertThat(result.out() + result.sentences()).containsAnyOf("list-targets-y", "targets.from");
    }

    @Test
    void anUnknownOptionIsUsage() {
        assertThat(bench.sync("--frce").exit()).isEqualTo(2);
    }
}
