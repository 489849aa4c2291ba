package io.contactsync.cli.report;

import io.contactsync.cli.report.Plot.Bar;
import io.contactsync.cli.report.Plot.Key;
import io.contactsync.cli.report.Plot.Tick;
import io.contactsync.cli.words.Amounts;
import io.contactsync.run.Beat;

import java.util.ArrayList;
import java.util.List;

/** A run over its seconds: writes, and mailboxes that are through. */
final class BeatPlots {

    /** What Graph allows an application, in requests a second; a write is one. */
    static final int CEILING = 13_000;

    private static final int MOST_BARS = 120;
    private static final double CEILING_SHARE = 0.2;

    private final List<Beat> beats;
    private final int seconds;
    private final Scale across;

    /** @param beats in order, at least one */
    BeatPlots(List<Beat> beats, long tookSeconds) {
        this.beats = beats;
        this.seconds = (int) Math.max(tookSeconds, beats.get(beats.size() - 1).second()) + 1;
        this.across = Plot.acrossTo(seconds, 1).endingAt(seconds);
    }

    /** Writes a second, with the ceiling and the moments when Graph said 'too many'. */
    Plot rate() {
        int width = Math.max(1, (int) Math.ceil(seconds / (double) MOST_BARS));
        double[] writes = new double[seconds / width + 1];
        beats.forEach(beat -> writes[beat.second() / width] += beat.writes() / (double) width);
        double most = max(writes);
        boolean near = most >= CEILING * CEILING_SHARE;
        Scale up = Plot.upTo(near ? CEILING * 1.05 : most, 1);
        List<Double> marks =
                beats.stream().filter(beat -> beat.throttled() > 0).map(beat -> across.at(beat.second())).toList();
        return new Plot("Writes per second", caption(most, width), "seconds since the run began", "writes/s",
                Plot.labels(across), Plot.labels(up),
                bars(writes, width, up), "", near ? new Tick(up.at(CEILING), "Graph's ceiling: 13,000/s") : null, marks,
                marks.isEmpty() ? List.of() : List.of(new Key("mark", "Graph answered 429: too many requests")),
                List.of());
    }

    private String caption(double most, int width) {
        int throttled = beats.stream().mapToInt(Beat::throttled).sum();
        return "At most " + Amounts.count(Math.round(most)) + " writes/s"
                + (width > 1 ? " (mean of " + width + " s)" : "")
                + ", " + share(most) + " of Graph's ceiling of " + Amounts.count(CEILING) + "/s; "
                + (throttled == 0 ? "never throttled."
                        : "throttled " + (throttled == 1 ? "once." : Amounts.count(throttled) + " times."));
    }

    private static String share(double most) {
        double percent = 100 * most / CEILING;
        return percent > 0 && percent < 1 ? "less than 1 %" : Math.round(percent) + " %";
    }

    private List<Bar> bars(double[] writes, int width, Scale up) {
        List<Bar> bars = new ArrayList<>();
        for (int bin = 0; bin < writes.length; bin++) {
            if (writes[bin] > 0) {
                double x = across.at(bin * (double) width);
                double y = up.at(writes[bin]);
                double wide = Math.min(across.at((bin + 1.0) * width), Plot.RIGHT) - x;
                bars.add(new Bar(x, y, wide * 0.9, Plot.BOTTOM - y, "plain",
                        bin * width + " s: " + Amounts.count(Math.round(writes[bin])) + " writes/s"));
            }
        }
        return bars;
    }

    private static double max(double[] values) {
        double max = 0;
        for (double value : values) {
            max = Math.max(max, value);
        }
        return max;
    }

    /** How many mailboxes are through, over time. */
    Plot finished() {
        int all = beats.stream().mapToInt(Beat::mailboxes).sum();
        Scale up = Plot.upTo(all, 1);
        StringBuilder path = new StringBuilder("M" + Plot.px(across.at(0)) + " " + Plot.px(up.at(0)));
        int done = 0;
        for (Beat beat : beats) {
            if (beat.mailboxes() > 0) {
                path.append('H').append(Plot.px(across.at(beat.second() + 1.0)));
                done += beat.mailboxes();
                path.append('V').append(Plot.px(up.at(done)));
            }
        }
        path.append('H').append(Plot.px(across.at(seconds)));
        return new Plot("Mailboxes done over time", halves(all), "seconds since the run began", "mailboxes",
                Plot.labels(across), Plot.labels(up),
                List.of(), path.toString(), null, List.of(), List.of(), List.of());
    }

    private String halves(int all) {
        return "Half of " + Amounts.of(all, "mailbox") + " after " + Amounts.count(after(all, 0.5)) + " s, 95 % after "
                + Amounts.count(after(all, 0.95))
                + " s, all after " + Amounts.count(after(all, 1)) + " s.";
    }

    private long after(int all, double share) {
        int done = 0;
        for (Beat beat : beats) {
            done += beat.mailboxes();
            if (done >= all * share) {
                return beat.second() + 1L;
            }
        }
        return seconds;
    }
}
