package io.contactsync.cli.screen;

import io.contactsync.core.Totals;
import io.contactsync.run.RunReport;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Runs side by side, a column each and a line for each number: 80 columns hold three runs, however large the numbers
 * are.
 */
public final class RunTable {

    private static final int NAME = 12;
    private static final int COLUMN = 22;

    private RunTable() {
    }

    /** The lines of the table. */
    public static List<String> lines(List<String> titles, List<RunReport> reports) {
        return List.of(line("", titles), counts("mailboxes", reports, Totals::total),
                counts("  done", reports, Totals::done), counts("  skipped", reports, Totals::skipped),
                counts("  held", reports, Totals::held), counts("  wait", reports, Totals::waits),
                counts("  failed", reports, Totals::failed),
                counts("created", reports, totals -> totals.tally().created()),
                counts("updated", reports, totals -> totals.tally().updated()),
                counts("deleted", reports, totals -> totals.tally().deleted()),
                counts("unchanged", reports, Totals::unchanged), numbers("requests", reports, RunReport::requests),
                line("seconds", reports.stream().map(RunTable::seconds).toList()));
    }

    private static String counts(String name, List<RunReport> reports, Function<Totals, Number> count) {
        return numbers(name, reports, report -> count.apply(report.totals()));
    }

    private static String numbers(String name, List<RunReport> reports, Function<RunReport, Number> number) {
        return line(name, reports.stream()
                .map(report -> String.format(Locale.ROOT, "%,d", number.apply(report).longValue())).toList());
    }

    private static String seconds(RunReport report) {
        return String.format(Locale.ROOT, "%,.1f", report.took().toMillis() / 1000.0);
    }

    private static String line(String name, List<String> cells) {
        return String.format(Locale.ROOT, "%-" + NAME + "s", name) + cells.stream()
                .map(cell -> String.format(Locale.ROOT, "%" + COLUMN + "s", cell)).collect(Collectors.joining());
    }
}
