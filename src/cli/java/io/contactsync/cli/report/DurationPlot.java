package io.contactsync.cli.report;

import io.contactsync.cli.report.Plot.Bar;
import io.contactsync.cli.report.Plot.Tick;
import io.contactsync.cli.words.Amounts;
import io.contactsync.core.MailboxResult;
import io.contactsync.run.MailboxLine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How long mailboxes took: how many took up to 0.1 s, 0.2 s and so on. */
final class DurationPlot {

    private static final long[] ENDS = {100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 60_000, 120_000, 300_000,
            600_000, 1_800_000, Long.MAX_VALUE};
    private static final String[] LABELS = {"0.1 s", "0.2 s", "0.5 s", "1 s", "2 s", "5 s", "10 s", "20 s", "1 min",
            "2 min", "5 min", "10 min", "30 min", "more"};

    private DurationPlot() {
    }

    /** @param mailboxes those of a run; skipped ones do not count */
    static Plot of(List<MailboxLine> mailboxes) {
        List<Long> times = mailboxes.stream().filter(line -> line.status() != MailboxResult.Status.SKIPPED)
                .map(MailboxLine::millis).sorted().toList();
        int[] counts = new int[ENDS.length];
        times.forEach(millis -> counts[bin(millis)]++);
        int first = times.isEmpty() ? 0 : bin(times.get(0));
        int last = times.isEmpty() ? 0 : bin(times.get(times.size() - 1));
        Scale up = Plot.upTo(times.isEmpty() ? 1 : java.util.Arrays.stream(counts).max().orElse(1), 1);
        double wide = (Plot.RIGHT - Plot.LEFT) / (double) (last - first + 1);
        List<Bar> bars = new ArrayList<>();
        List<Tick> ticks = new ArrayList<>();
        for (int bin = first; bin <= last; bin++) {
            double x = Plot.LEFT + (bin - first) * wide;
            double y = up.at(counts[bin]);
            ticks.add(new Tick(x + wide / 2, (bin == ENDS.length - 1 ? "" : "≤ ") + LABELS[bin]));
            bars.add(new Bar(x + wide * 0.1, y, wide * 0.8, Plot.BOTTOM - y, "plain",
                    "up to " + LABELS[bin] + ": " + Amounts.of(counts[bin], "mailbox")));
        }
        return new Plot("How long mailboxes took", caption(times, mailboxes), "time of one mailbox", "mailboxes", ticks,
                Plot.labels(up), bars, "", null, List.of(), List.of(), List.of());
    }

    private static int bin(long millis) {
        int bin = 0;
        while (millis > ENDS[bin]) {
            bin++;
        }
        return bin;
    }

    private static String caption(List<Long> times, List<MailboxLine> mailboxes) {
        if (times.isEmpty()) {
            return "No mailbox was looked at.";
        }
        MailboxLine slowest = mailboxes.stream().filter(line -> line.status() != MailboxResult.Status.SKIPPED)
                .max(Comparator.comparingLong(MailboxLine::millis)).orElseThrow();
        return "Half took up to " + PageText.seconds(times.get((times.size() - 1) / 2)) + " s, 95 % up to "
                + PageText.seconds(times.get((times.size() - 1) * 95 / 100))
                + " s; the slowest was " + PageText.text(slowest.called()) + " with "
                + PageText.seconds(slowest.millis()) + " s.";
    }
}
