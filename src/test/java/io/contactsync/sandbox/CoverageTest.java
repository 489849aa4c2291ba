package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every published fact has a row in the page on the sandbox, and every row a test. Each check is shown a violation too.
 */
class CoverageTest {
    private static final CoveragePage PAGE = read();

    @Test
    void everyFactHasOneRow() {
        assertThat(PAGE.factsNotThereOnce()).isEmpty();
        assertThat(page("|1.1 |a |b\n|1.1 |a |b\n|1.2 |a |b").factsNotThereOnce()).hasSize(55)
                .contains("fact 1.1 does not have one row")
            .doesNotContain("fact 1.2 does not have one row");
    }

    @Test
    void nothingIsLeftToDo() {
        assertThat(PAGE.toDo()).isEmpty();
    }

    @Test
    void whatIsLeftToDoIsNoticed() {
        assertThat(page("|1.1 |a |TODO\n|1.2 |a |b").toDo()).containsExactly("Some, 1.1 is still to do");
        assertThat(page("|1.1 |a |b\n|1.2 |a").toDo()).hasSize(1);
    }

    @Test
    void everyFactNamesItsSource() {
        assertThat(PAGE.withoutSource()).isEmpty();
        assertThat(page("|1.1 |It is so [D] |b\n|1.2 |It is so |b").withoutSource())
                .containsExactly("1.2 names no source");
    }

    @Test
    void everyRowNamesATestThatExistsOrWhyItIsNotServed() {
        assertThat(PAGE.notShown(CoverageTest::source)).isEmpty();
        assertThat(page("|1.1 |a |`CoverageTest.everyFactHasOneRow`\n|1.2 |a |not served: no need")
                .notShown(CoverageTest::source)).isEmpty();
        assertThat(page("|1.1 |a |`CoverageTest.everyFact`").notShown(CoverageTest::source)).hasSize(1);
        assertThat(page("|1.1 |a |`NothingTest.everyFactHasOneRow`").notShown(CoverageTest::source)).hasSize(1);
        assertThat(page("|1.1 |a |somewhere").notShown(CoverageTest::source)).hasSize(1);
    }

    @Test
    void theReadingsOfThePageAreThoseOfTheSandbox() {
        assertThat(PAGE.unlikeReadings()).isEmpty();
        assertThat(readings("|`guid-case` |as-sent, lower, upper |a").unlikeReadings()).isEmpty();
        assertThat(readings("|`guid-case` |lower, as-sent, upper |a").unlikeReadings()).hasSize(1);
        assertThat(readings("|`guid` |as-sent, lower, upper |a").unlikeReadings()).hasSize(1);
    }

    @Test
    void everyReadingHasOneRow() {
        assertThat(PAGE.readingsNotThereOnce()).isEmpty();
    }

    @Test
    void aReadingWithoutRowIsNoticed() {
        List<String> missing = readings("|guid-case |as-sent, lower, upper |a").readingsNotThereOnce();
        assertThat(missing).contains("reading concurrency does not have one row")
                .doesNotContain("reading guid-case does not have one row");
    }

    private static CoveragePage page(String rows) {
        return new CoveragePage(
                "== Some\n\n[cols=\"1,8,4\"]\n|===\n|Fact |What it says |Shown by\n\n" + rows + "\n|===\n");
    }

    private static CoveragePage readings(String rows) {
        return new CoveragePage(
                "== Readings\n\n|===\n|Key |Answers, the assumed one first |What is known\n\n" + rows + "\n|===\n");
    }

    private static CoveragePage read() {
        try {
            return CoveragePage.read(Path.of("src", "main", "docs", "sandbox.adoc"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text of the test class of that simple name, or null. */
    private static String source(String simpleName) {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            Path file = files.filter(each -> each.endsWith(simpleName + ".java")).findFirst().orElse(null);
            return file == null ? null : Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
