package io.contactsync.cli.probe;

import io.contactsync.cli.process.Ending;
import io.contactsync.cli.process.JsonLine;
import io.contactsync.probe.Probe;
import io.contactsync.probe.ProbeReport;
import io.contactsync.sandbox.protocol.GraphReading;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Carries out a probe before somebody's eyes and gives them the report.
 *
 * @param file takes the report as Markdown; null for standard output
 */
record ProbeScreen(Path file, boolean json, PrintStream out, PrintStream err) {

    private static final Duration CLEANING = Duration.ofMinutes(2);

    /** What happens meanwhile goes beside the report. */
    void say(String sentence) {
        err.println("probe: " + sentence);
    }

    /** A process that is told to end meanwhile waits until everything is removed. */
    ProbeReport run(Probe probe, boolean clean) {
        try (Ending.UnderWay told = Ending.with(() -> stop(probe), CLEANING)) {
            return clean ? probe.clean() : probe.ask();
        }
    }

    private void stop(Probe probe) {
        say("ending: removing what was made; Ctrl-C again ends at once, and leaves it");
        probe.stop();
    }

    /** The report, to where it was asked for. */
    void show(ProbeReport report, boolean clean) throws IOException {
        String date = LocalDate.now(ZoneOffset.UTC).toString();
        if (file != null) {
            Files.writeString(file, report.markdown(date, readings(report)));
        }
        if (json) {
            out.println(JsonLine.of(report.json(date)));
        } else if (clean && report.broken().isEmpty()) {
            out.println(report.remains().isEmpty() ? "nothing of an earlier probe is left"
                    : "could not be removed: " + String.join("; ", report.remains()));
        } else if (file == null && !clean) {
            out.print(report.markdown(date, readings(report)));
        }
        if (!report.broken().isEmpty()) {
            err.println("contact-sync: " + (clean ? "could not look for what is left: " : "not everything was asked: ")
                    + report.broken());
        }
    }

    /** What of it the sandbox can be set to. */
    private static List<String> readings(ProbeReport report) {
        Map<String, String> verdicts = report.verdicts();
        return Arrays.stream(GraphReading.values())
                .filter(reading -> reading.answers().contains(verdicts.getOrDefault(reading.key(), "")))
                .map(reading -> reading.key() + "=" + verdicts.get(reading.key())).toList();
    }
}
