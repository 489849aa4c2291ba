package io.contactsync.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows for a screen of 80 columns. */
final class BenchTable {

    private static final String ROW = "%-15s %-13s %7s %7s %3s %6s %6s %8s %4s%s%n";
    private static final double PERCENT = 100;
    private static final int COLUMNS = 80;

    private BenchTable() {
    }

    static String of(List<BenchRow> rows) {
        String head = String.format(ROW, "workload", "variant", "seconds", "optimum", "%", "CPU s", "µs", "requests",
                "429", "");
        String lines = rows.stream().map(BenchTable::line).collect(Collectors.joining());
        boolean disturbed = rows.stream().anyMatch(BenchRow::disturbed);
        String legend = "CPU s, µs: the client's processor time, and for a contact; all are medians";
        return head + lines + String.format("%s%n", legend)
                + (disturbed ? String.format("* others used the machine meanwhile: only requests can be relied on%n")
                        : "");
    }

    private static String line(BenchRow row) {
        String numbers = row.samples().isEmpty() ? "" : String.format(Locale.ROOT, ROW, row.workload(), row.variant(),
                number("%.2f", row.seconds()), number("%.2f", row.optimum()),
                number("%.0f", row.efficiency() * PERCENT),
                number("%.2f", row.median(sample -> sample.client().processor())),
                number("%.0f", row.median(Sample::clientMicros)),
                number("%.0f", row.median(Sample::requests)), number("%.0f", row.median(Sample::throttled)),
                row.disturbed() ? " *" : "");
        String why = row.failed().isEmpty() ? "" : folded(row.workload() + " " + row.variant() + " failed after "
                + row.samples().size() + ": " + row.failed());
        return Stream.of(numbers, why).collect(Collectors.joining());
    }

    /** In lines that fit; a word that does not fit stands alone. */
    private static String folded(String sentence) {
        StringBuilder lines = new StringBuilder();
        int length = 0;
        for (String word : sentence.split(" ")) {
            boolean full = length > 0 && length + word.length() >= COLUMNS;
            lines.append(full ? "\n  " : length == 0 ? "" : " ").append(word);
            length = full ? word.length() + 2 : length + word.length() + 1;
        }
        return lines.append('\n').toString();
    }

    private static String number(String format, double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "-";
    }
}
