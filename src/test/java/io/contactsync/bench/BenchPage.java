package io.contactsync.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows as a page that needs nothing but itself: bars to see, a table to read. */
final class BenchPage {

    private static final String STYLE = "body{font:15px/1.45 system-ui,sans-serif;margin:2em auto;max-width:68em;"
            + "padding:0 1em;color:#1b1f24;background:#fff}h1{font-size:1.5em}h2{font-size:1.1em;margin:2em 0 .3em}"
            + "p{margin:.3em 0}small,.note{color:#57606a}table{border-collapse:collapse;margin-top:1em;"
            + "font-variant-numeric:tabular-nums}th,td{padding:.25em .6em;text-align:right;"
            + "white-space:nowrap;font-size:13px;"
            + "border-bottom:1px solid #d0d7de}th:nth-child(-n+2),td:nth-child(-n+2){text-align:left}"
            + ".scroll{overflow-x:auto}.failed{color:#a40e26}svg{width:100%;height:auto}svg text{font:13px system-ui,"
            + "sans-serif;fill:#1b1f24}.ours{fill:#0a6e4e}.other{fill:#8c959f}.best{stroke:#d1242f;stroke-width:2}"
            + "@media(prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}svg text{fill:#e6edf3}"
            + "small,.note{color:#9198a1}.ours{fill:#3fb98a}th,td{border-color:#3d444d}.failed{color:#ff8182}}";
    private static final List<String> HEADS = List.of("workload", "variant", "seconds", "optimum", "%", "process s",
            "CPU s", "µs a contact", "sandbox µs", "requests", "429", "MiB sent", "heap MiB", "runs", "others");
    private static final double PERCENT = 100;

    private BenchPage() {
    }

    static String of(List<BenchRow> rows, BenchMachine machine) {
        Map<String, List<BenchRow>> workloads = rows.stream()
                .collect(Collectors.groupingBy(BenchRow::workload, LinkedHashMap::new, Collectors.toList()));
        String plots = workloads.entrySet().stream().map(each -> plots(each.getKey(), each.getValue()))
                .collect(Collectors.joining());
        String disturbed = rows.stream().anyMatch(BenchRow::disturbed)
                ? "<p class=failed>* Others used the machine meanwhile: only requests can be relied on.</p>" : "";
        return "<!DOCTYPE html>\n<html lang=en><meta charset=utf-8>"
                + "<meta name=viewport content='width=device-width'><title>contact-sync: bench</title><style>" + STYLE
                + "</style>\n<h1>How fast contact-sync is</h1>\n<p>" + machine.day() + ", " + machine.processors()
                + " processors, Java " + text(machine.java()) + ". Medians; the sandbox in a process of its own."
                + "<p class=note>Seconds are those of the run; the red line is what Graph's rules ask for at the "
                + "least.</p>" + disturbed + "\n" + plots + table(rows) + "</html>\n";
    }

    private static String plots(String workload, List<BenchRow> rows) {
        List<BenchRow> measured = rows.stream().filter(row -> !row.samples().isEmpty()).toList();
        String failed = rows.stream().filter(row -> !row.failed().isEmpty())
                .map(row -> "<p class=failed>" + text(row.variant() + ": " + row.failed()) + "</p>")
                .collect(Collectors.joining());
        String seconds = BenchPlot.of("s", measured, BenchRow::seconds, BenchRow::optimum);
        String processor = BenchPlot.of("CPU s", measured, row -> row.median(sample -> sample.client().processor()),
                row -> Double.NaN);
        return "<h2>" + text(workload) + "</h2>" + failed + (measured.isEmpty() ? "" : seconds + processor) + "\n";
    }

    private static String table(List<BenchRow> rows) {
        String head = HEADS.stream().map(each -> "<th>" + each).collect(Collectors.joining());
        return "<h2>All numbers</h2><div class=scroll><table><tr>" + head + "\n"
                + rows.stream().map(BenchPage::line).collect(Collectors.joining("\n")) + "</table></div>\n";
    }

    private static String line(BenchRow row) {
        return "<tr><td>" + text(row.workload()) + (row.disturbed() ? " *" : "") + "<td>" + text(row.variant())
                + cell(row.seconds(), 2) + cell(row.optimum(), 2) + cell(row.efficiency() * PERCENT, 0)
                + cell(row.median(sample -> sample.client().process()), 2)
                + cell(row.median(sample -> sample.client().processor()), 2)
                + cell(row.median(Sample::clientMicros), 0) + cell(row.median(Sample::sandboxMicros), 0)
                + cell(row.median(Sample::requests), 0) + cell(row.median(Sample::throttled), 0)
                + cell(row.median(Sample::mebibytes), 1)
                + cell(row.median(sample -> sample.client().peakMebibytes()), 0) + cell(row.samples().size(), 0)
                + cell(row.median(sample -> sample.load().foreign()), 2);
    }

    private static String cell(double value, int digits) {
        return "<td>" + (Double.isFinite(value) ? String.format(Locale.ROOT, "%,." + digits + "f", value) : "–");
    }

    static String text(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
