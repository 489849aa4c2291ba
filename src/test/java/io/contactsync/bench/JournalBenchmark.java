package io.contactsync.bench;

import io.contactsync.journal.AuditCheck;
import io.contactsync.journal.EarlierRuns;
import io.contactsync.journal.Grammar;
import io.contactsync.journal.Journal;
import io.contactsync.journal.JournalEntry;
import io.contactsync.journal.TimeScale;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What a line of the journal costs, what the next start does with all of them, and how fast journals are verified. The
 * argument: lines of a run.
 */
public final class JournalBenchmark {

    private static final int RUNS = 4;
    private static final int BATCH = 20;

    private JournalBenchmark() {
    }

    public static void main(String[] arguments) throws Exception {
        int lines = arguments.length == 0 ? 500_000 : Integer.parseInt(arguments[0]);
        Path data = Files.createTempDirectory(Path.of("target"), "journals");
        for (int run = 0; run < RUNS; run++) {
            write(data, "run-" + run, lines);
        }
        for (int round = 0; round < RUNS; round++) {
            start(data);
        }
        for (int round = 0; round < RUNS; round++) {
            long began = System.nanoTime();
            AuditCheck.Verdict verdict = AuditCheck.of(data);
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf(Locale.ROOT, "verified %,d lines, %,d MB in %.1f s: %.0f MB/s, bad %d%n", verdict.lines(),
                    verdict.bytes() >> 20, seconds, verdict.bytes() / 1e6 / seconds, verdict.bad().size());
        }
    }

    /** What the next run does first: with what ended runs leave beside their journals, and without. */
    private static void start(Path data) throws IOException {
        for (String name : List.of("recent", "away", "recent")) {
            String other = "recent".equals(name) ? "away" : "recent";
            for (int run = 0; run < RUNS; run++) {
                Path index = data.resolve("runs").resolve("run-" + run).resolve(other);
                if (Files.exists(index)) {
                    Files.move(index, index.resolveSibling(name));
                }
            }
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Instant now = Instant.now();
            EarlierRuns.of(data, "next", new TimeScale(now, now), Duration.ofMinutes(15));
            System.out.printf(Locale.ROOT, "next start, index %s: %.0f ms of processor time%n",
                    "recent".equals(name) ? "there" : "missing",
                    (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e6);
        }
    }

    private static void write(Path data, String run, int lines) {
        List<List<JournalEntry>> batches = IntStream.range(0, 100).mapToObj(batch -> IntStream.range(0, BATCH)
                .mapToObj(place -> JournalEntry.of(Grammar.INTENT)
                .with("mailbox", "6bfb0212-55b1-4f6e-9dfb-0123456789ab")
                .with("change", "create").with("key", "graph-users|d76299e5-c5ba-3538-b83d-a3b95bb4" + (batch * BATCH
                + place)).with("reason", "new").with("after", "pdokOctcDzyjRAWmoGgT_g")).toList()).toList();
        try (Journal journal = Journal.begin(data, data.resolve("runs").resolve(run), Clock.systemUTC())) {
            journal.write(JournalEntry.of(Grammar.RUN_START).with("run", run));
            long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (int written = 0; written < lines; written += BATCH) {
                journal.write(batches.get(written / BATCH % batches.size()), false);
            }
            System.out.printf(Locale.ROOT, "written %,d lines: %.2f µs of processor time a line%n", lines,
                    (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began) / 1e3 / lines);
        }
    }
}
