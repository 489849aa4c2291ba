package io.contactsync.cli.report;

import io.contactsync.cli.report.Plot.Bar;
import io.contactsync.cli.report.Plot.Key;
import io.contactsync.cli.report.Plot.Tick;
import io.contactsync.cli.words.Amounts;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What the latest runs changed, day by day. */
final class DaysPlot {

    private static final int MOST_LABELS = 8;

    /** All runs of a day together. */
    private record Day(long created, long updated, long deleted) {

        static Day of(PastRun run) {
            return new Day(run.created(), run.updated(), run.deleted());
        }

        Day plus(Day other) {
            return new Day(created + other.created, updated + other.updated, deleted + other.deleted);
        }

        long all() {
            return created + updated + deleted;
        }
    }

    private final TreeMap<LocalDate, Day> days = new TreeMap<>();
    private final int runs;

    /** @param runs at least one */
    DaysPlot(List<PastRun> runs, ZoneId zone) {
        runs.forEach(run -> days.merge(run.began().atZone(zone).toLocalDate(), Day.of(run), Day::plus));
        this.runs = runs.size();
    }

    Plot plot() {
        List<LocalDate> dates = days.firstKey().datesUntil(days.lastKey().plusDays(1)).toList();
        Scale up = Plot.upTo(days.values().stream().mapToLong(Day::all).max().orElse(1), 1);
        double wide = (Plot.RIGHT - Plot.LEFT) / (double) dates.size();
        int every = (int) Math.ceil(dates.size() / (double) MOST_LABELS);
        List<Bar> bars = new ArrayList<>();
        List<Tick> ticks = new ArrayList<>();
        for (int place = 0; place < dates.size(); place++) {
            double x = Plot.LEFT + place * wide;
            if (place % every == 0) {
                ticks.add(new Tick(x + wide / 2, dates.get(place).toString().substring(5)));
            }
            stack(days.get(dates.get(place)), x + wide * 0.15, Math.min(wide * 0.7, 48), up, bars);
        }
        String caption = Amounts.of(runs, "run") + " on " + Amounts.of(days.size(), "day") + ", "
                + Amounts.of(days.values().stream().mapToLong(Day::all).sum(), "change") + " in all.";
        return new Plot("Changes per day", caption, "day of " + years(), "changes", ticks, Plot.labels(up), bars, "",
                null, List.of(),
                List.of(new Key("create", "created"), new Key("update", "updated"), new Key("delete", "deleted")),
                table());
    }

    private static void stack(Day day, double x, double wide, Scale up, List<Bar> bars) {
        if (day != null) {
            bar(x, wide, 0, day.created(), "create", "created", up, bars);
            bar(x, wide, day.created(), day.updated(), "update", "updated", up, bars);
            bar(x, wide, day.created() + day.updated(), day.deleted(), "delete", "deleted", up, bars);
        }
    }

    private static void bar(double x, double wide, long below, long count, String kind, String word, Scale up,
            List<Bar> bars) {
        if (count > 0) {
            double y = up.at(below + (double) count);
            bars.add(new Bar(x, y, wide, up.at(below) - y, kind, Amounts.count(count) + " " + word));
        }
    }

    private String years() {
        int first = days.firstKey().getYear();
        int last = days.lastKey().getYear();
        return first == last ? Integer.toString(first) : first + " and " + last;
    }

    private List<List<String>> table() {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("day", "created", "updated", "deleted"));
        days.forEach((date, day) -> table.add(List.of(date.toString(), Amounts.count(day.created()),
                Amounts.count(day.updated()), Amounts.count(day.deleted()))));
        return table;
    }
}
