package io.contactsync.cli;

import io.contactsync.core.Totals;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs side by side, a column each and a line for each number: 80 columns hold three runs, however large the numbers are. */
final class RunTable {

    private static final int NAME = 12;
    private static final int COLUMN = 22;

    private RunTable() {
    }

    /** The lines of the table. */
    static List<String> lines(List<String> titles, List<Report> reports) {
        return List.of(line("", titles), counts("mailboxes", reports, Totals::total), counts("  done", reports, Totals::done),
                counts("  skipped", reports, Totals::skipped), counts("  held", reports, Totals::held),
                counts("  failed", reports, Totals::failed), counts("created", reports, totals -> totals.tally().created()),
                counts("updated", reports, totals -> totals.tally().updated()), counts("deleted", reports, totals -> totals.tally().deleted()),
                counts("unchanged", reports, Totals::unchanged), numbers("requests", reports, Report::graphRequests),
                line("seconds", reports.stream().map(RunTable::seconds).toList()));
    }

    private static String counts(String name, List<Report> reports, Function<Totals, Number> count) {
        return numbers(name, reports, report -> count.apply(report.summary().totals()));
    }

    private static String numbers(String name, List<Report> reports, Function<Report, Number> number) {
        return line(name, reports.stream().map(report -> String.format(Locale.ROOT, "%,d", number.apply(report).longValue())).toList());
    }

    private static String seconds(Report report) {
        return String.format(Locale.ROOT, "%,.1f", report.summary().took().toMillis() / 1000.0);
    }

    private static String line(String name, List<String> cells) {
        return String.format("%-" + NAME + "s", name) + cells.stream().map(cell -> String.format("%" + COLUMN + "s", cell)).collect(Collectors.joining());
    }
}
