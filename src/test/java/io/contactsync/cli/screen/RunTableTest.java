package io.contactsync.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Tally;
import io.contactsync.core.Totals;
import io.contactsync.run.ReportFixture;
import io.contactsync.run.RunReport;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs side by side, in 80 columns. */
class RunTableTest {

    @Test
    void threeRunsWithLargeNumbersFitEightyColumns() {
        RunReport report = new ReportFixture()
                .totals(new Totals(4_900, 51, 1, 60, new Tally(1_000_000, 24_000_000, 1_000_000, 0, 0, 0),
                        25_000_000_000L))
                .took(Duration.ofMillis(4_000_100)).requests(1_400_000, 0).report();
        List<String> lines =
                RunTable.lines(List.of("first run", "nothing changed", "a day later"), List.of(report, report, report));
        assertThat(lines).allMatch(line -> line.length() <= 80).hasSize(13);
        assertThat(lines.get(0))
                .isEqualTo("                         first run       nothing changed           a day later");
        assertThat(lines).contains("created                  1,000,000             1,000,000             1,000,000",
            "  skipped                       51                    51                    51");
    }
}
