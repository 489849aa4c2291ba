package io.contactsync.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.run.Beat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pictures say, and where their marks stand. */
class PlotsTest {

    @ParameterizedTest
    @CsvSource({"1,1,1", "7,8,2", "31,40,10", "100,100,20", "1298,1500,500", "0.4,1,1"})
    void anAxisEndsAtARoundNumber(double max, double top, double step) {
        Scale scale = Scale.to(max, 0, 100, 1);
        assertThat(scale.top()).isEqualTo(top);
        assertThat(scale.step()).isEqualTo(step);
        assertThat(scale.at(top)).isEqualTo(100);
        assertThat(scale.ticks()).startsWith(0.0).endsWith(top);
    }

    @Test
    void theCeilingIsDrawnWhereItIsNear() {
        assertThat(new BeatPlots(List.of(new Beat(0, 300, 0, 1)), 1).rate().limit()).isNull();
        Plot near = new BeatPlots(List.of(new Beat(0, 12_500, 3, 1)), 1).rate();
        assertThat(near.limit().label()).isEqualTo("Graph's ceiling: 13,000/s");
        assertThat(near.limit().at()).isBetween((double) Plot.TOP, near.bars().get(0).y());
        assertThat(near.marks()).hasSize(1);
        assertThat(near.caption())
                .isEqualTo("At most 12,500 writes/s, 96 % of Graph's ceiling of 13,000/s; throttled 3 times.");
    }

    @Test
    void aLongRunIsDrawnInFewBars() {
        List<Beat> hours = IntStream.range(0, 10_000)
                .mapToObj(second -> new Beat(second, 60, 0, second % 10 == 0 ? 1 : 0)).toList();
        Plot rate = new BeatPlots(hours, 10_000).rate();
        assertThat(rate.bars()).hasSizeBetween(100, 121);
        assertThat(rate.caption()).startsWith("At most 60 writes/s (mean of 84 s)");
    }

    @Test
    void halfOfTheMailboxesIsReachedWhenHalfOfThemAreThrough() {
        List<Beat> beats = List.of(new Beat(1, 0, 0, 4), new Beat(3, 0, 0, 5), new Beat(9, 0, 0, 1));
        assertThat(new BeatPlots(beats, 10).finished().caption())
                .isEqualTo("Half of 10 mailboxes after 4 s, 95 % after 10 s, all after 10 s.");
    }

    @Test
    void runsOfOneDayAreOneBar() {
        List<PastRun> runs = List.of(new PastRun("a", Instant.parse("2026-11-24T05:00:00Z"), 5, 0, 0),
                new PastRun("b", Instant.parse("2026-11-24T17:00:00Z"), 2, 3, 0),
                new PastRun("c", Instant.parse("2026-11-26T05:00:00Z"), 0, 0, 1));
        Plot days = new DaysPlot(runs, ZoneOffset.UTC).plot();
        assertThat(days.caption()).isEqualTo("3 runs on 2 days, 11 changes in all.");
        assertThat(days.columns()).extracting(Plot.Tick::label).containsExactly("11-24", "11-25", "11-26");
        assertThat(days.bars()).extracting(Plot.Bar::label).containsExactly("7 created", "3 updated", "1 deleted");
        assertThat(days.table()).contains(List.of("2026-11-24", "7", "3", "0"));
    }

    @Test
    void daysOfTwoYearsAreNotSaidToBeOfOne() {
        PastRun old = new PastRun("a", Instant.parse("2026-12-30T05:00:00Z"), 5, 0, 0);
        PastRun latest = new PastRun("b", Instant.parse("2027-01-01T05:00:00Z"), 5, 0, 0);
        assertThat(new DaysPlot(List.of(latest, old), ZoneOffset.UTC).plot().across())
                .isEqualTo("day of 2026 and 2027");
        assertThat(new DaysPlot(List.of(latest), ZoneOffset.UTC).plot().across()).isEqualTo("day of 2027");
    }

    @Test
    void skippedMailboxesTookNoTime() {
        Plot plot = DurationPlot.of(ReportSamples.run(8).mailboxes());
        assertThat(plot.bars().stream()
                .mapToInt(bar -> Integer.parseInt(bar.label().replaceAll(".*: (\\d+) mailbox.*", "$1"))).sum())
                .isEqualTo(7);
    }
}
