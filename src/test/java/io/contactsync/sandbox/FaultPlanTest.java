package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactsync.sandbox.faults.FaultPlan;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How plans are read, and what is said of those that cannot be. */
class FaultPlanTest {
    private static final Path EXAMPLE = Path.of("src", "main", "docs", "faults.yaml");

    @TempDir
    Path temp;

    @Test
    void theExampleShowsEveryKindOfFault() {
        assertThat(new HashSet<>(FaultPlan.read(EXAMPLE).kinds())).isEqualTo(kinds());
    }

    @Test
    void seedsMakeModeratePlansThatCanBeReadAgain() {
        for (long seed = 1; seed <= 200; seed++) {
            FaultPlan plan = FaultPlan.ofSeed(seed);
            FaultPlan again = FaultPlan.parse("again", plan.text());
            assertThat(again.kinds()).hasSize(8).isEqualTo(plan.kinds());
            assertThat(again.seed()).isEqualTo(seed);
        }
        assertThat(LongStream.rangeClosed(1, 20).mapToObj(seed -> FaultPlan.ofSeed(seed).text()).distinct())
                .hasSize(20);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "faults:#  - fault: slwo                    | line 2: fault must be one of refuse, mailbox-gone,",
            "faults:#  - fault: slow#    by: soon        | line 3: by must be a time such as 500 ms, 5 s, 10 min or 1 "
                    + "h - was 'soon'",
            "faults:#  - fault: slow#    share: 1        | line 3: share must be a percentage such as 30 % or 0.5 % - "
                    + "was '1'",
        "faults:#  - fault: slow#    share: 101 %    | line 3: share must be a percentage",
        "faults:#  - fault: slow#    times: 0        | line 3: times must be a whole number of 1 or more - was '0'",
            "faults:#  - fault: slow#    status: 429     | line 3: there is no key 'status' here - allowed are after, "
                    + "by, containing, every, fault,",
        "faults:#  - fault: slow#    by: 1#    by: 2 | line 4: the key by is there twice",
        "faults:#  - fault: batch-partly#    where: alone | line 3: where must be one of batch - was 'alone'",
            "faults:#  - fault: gzip-bomb#    where: inside | line 3: where must be one of alone, batch, token - was "
                    + "'inside'",
        "faults:#  - fault: refuse#    status: 700   | line 3: status must be 300 to 599 - was 700",
            "faults:#  - fault: refuse#    applied: maybe | line 3: applied must be yes, no, or a time such as 'after "
                    + "5 s' - was 'maybe'",
        "faults:#  - fault: owner-edits#    change: phone | line 3: change must be a JSON object",
            "faults:#  - fault: owner-edits#    change: '{\"shoe\":1}' | line 3: change cannot be written to a "
                    + "contact: The property 'shoe' does not exist",
        "faults:#  - fault: redirect#    to: x#    status: 9999 | line 4: status must be 300 to 599 - was 9999",
        "faults:#  - fault: html#    status: 600     | line 3: status must be 200 to 599 - was 600",
        "faults:#  - fault: empty-body#    status: 600 | line 3: status must be 200 to 599",
        "faults:#  - fault: batch-partly#    status: 600 | line 3: status must be 400 to 599",
            "faults:#  - fault: deep-json#    depth: 2000000000 | line 3: depth must be a whole number of 1 to "
                    + "10000000 - was '2000000000'",
        "faults:#  - fault: gzip-bomb#    megabytes: 2000000 | line 3: megabytes must be a whole number of 1 to 10000",
        "faults:#  - fault: many-headers#    count: 2000000 | line 3: count must be a whole number of 1 to 1000000",
            "faults:#  - fault: foreign-link#    to: there | line 3: to must be the beginning of an address such as "
                    + "http://127.0.0.2:9 - was 'there'",
        "faults:#  - fault: refuse#    from: 2 min#    until: 1 min | line 4: until must be later than from",
        "faults:#  - fault: refuse#    retry-after: \"1\\r2\" | line 3: retry-after must be one line of text",
            "faults:#  - fault: nulled                   | line 2: the key property is missing - allowed are a name "
                    + "such as",
            "faults:#  - status: 429                     | line 2: the key fault is missing - allowed are refuse, "
                    + "mailbox-gone,",
        "faults:#  - slow                            | line 2: keys with values are expected here - was slow",
            "faults: slow                                | line 1: faults must be a list of faults, each beginning "
                    + "with '- fault:'",
        "rules: []                                   | line 1: faults must be a list of faults",
        "faults: []#seed: x                          | line 2: seed must be a whole number - was 'x'",
        "faults: []#more: x                          | line 2: there is no key 'more' here - allowed are faults, seed",
        "faults:#  - fault: [slow                    | line 2:",
        "faults:#  - fault: token-error#    aadsts: 1 | line 3: aadsts must be one of 700016, 7000215,"})
    void whatCannotBeReadIsToldWithItsLine(String yaml, String sentence) throws Exception {
        Path file = Files.writeString(temp.resolve("plan.yaml"), yaml.replace("#", "\n"));
        assertThatThrownBy(() -> FaultPlan.read(file)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + ", " + sentence)
            .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    @Test
    void filesThatAreNoPlansAreTold() throws Exception {
        Path empty = Files.writeString(temp.resolve("empty.yaml"), "# nothing\n");
        Path binary = Files.write(temp.resolve("binary.yaml"), "faults: \u00fc".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> FaultPlan.read(empty))
                .hasMessage(empty + " is empty - a fault plan has the key faults");
        assertThatThrownBy(() -> FaultPlan.read(binary))
                .hasMessageStartingWith(binary + " cannot be read as a text file in UTF-8");
        assertThatThrownBy(() -> FaultPlan.read(temp.resolve("none.yaml")))
                .hasMessageContaining("none.yaml does not exist");
    }

    /** The names that the sentence about an unknown kind lists. */
    private static Set<String> kinds() {
        try {
            FaultPlan.parse("x", "faults:\n  - fault: nothing\n");
            throw new AssertionError("an unknown kind was read");
        } catch (IllegalArgumentException e) {
            Matcher list = Pattern.compile("one of (.*) - was").matcher(e.getMessage());
            assertThat(list.find()).isTrue();
            return Set.of(list.group(1).split(", "));
        }
    }
}
