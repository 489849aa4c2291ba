package io.contactsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.MailboxResult.Status;
import io.contactsync.core.Tally;
import io.contactsync.core.Totals;
import io.contactsync.core.Cause;
import io.contactsync.run.ReportFixture;
import io.contactsync.run.RunReport;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people see of a run, in 80 columns. */
class RunTableTest {

    private static final String ID = "024bf3cb-335a-39c8-b3a1-071afff1f70f";
    private static final Totals LARGE = new Totals(4_900, 51, 1, 60, new Tally(1_000_000, 24_000_000, 1_000_000, 0, 0, 0), 25_000_000_000L);

    private static RunReport summary(List<String> problems, List<Cause> causes) {
        return new ReportFixture().totals(LARGE).causes(causes).problems(problems, 900).took(Duration.ofMillis(4_000_100)).requests(1_400_000, 0).exit(3).report();
    }

    private static List<String> attention(RunReport summary) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Attention(summary, true, new PrintStream(bytes, true, StandardCharsets.UTF_8)).show();
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void threeRunsWithLargeNumbersFitEightyColumns() {
        RunReport report = summary(List.of(), List.of());
        List<String> lines = RunTable.lines(List.of("first run", "nothing changed", "a day later"), List.of(report, report, report));
        assertThat(lines).allMatch(line -> line.length() <= 80).hasSize(12);
        assertThat(lines.get(0)).isEqualTo("                         first run       nothing changed           a day later");
        assertThat(lines).contains("created                  1,000,000             1,000,000             1,000,000",
            "  skipped                       51                    51                    51");
    }

    @Test
    void aCauseIsSaidOnceWithItsFirstTwoMailboxes() {
        Cause failed = new Cause(Status.FAILED, "GET /users/{id}/contactFolders/{id}/contacts failed (503 serviceNotAvailable)", 60, List.of(ID, ID));
        Cause skipped = new Cause(Status.SKIPPED, "no mailbox", 1, List.of(ID));
        List<String> lines = attention(summary(List.of(), List.of(failed, skipped)));
        assertThat(lines).allMatch(line -> line.length() <= 80).containsExactly(
            "! and 890 more problems, see the journal",
            "! 60 mailboxes failed: GET /users/{id}/contactFolders/{id}/contacts failed (503",
            "  serviceNotAvailable)", "  " + ID + ", " + ID + " ..", "- 1 mailbox skipped: no mailbox", "  " + ID);
    }

    @Test
    void whatIsNotShownIsCounted() {
        List<Cause> causes = IntStream.range(0, 13).mapToObj(each -> new Cause(Status.FAILED, "cause " + each, 17, List.of(ID))).toList();
        List<String> lines = attention(summary(IntStream.range(0, 61).mapToObj(each -> "problem " + each).toList(), causes));
        assertThat(lines).contains("! and 951 more problems, see the journal",
            "! and 51 more mailboxes of other causes, see the journal");
    }
}
