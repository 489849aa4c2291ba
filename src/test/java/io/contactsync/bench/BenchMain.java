package io.contactsync.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures workloads one after the other. What fails says why, and the others go on. */
public final class BenchMain {

    private BenchMain() {
    }

    /** Reads system properties: see the package. Ends with 1 if a row failed, with 2 if it was asked for nonsense. */
    public static void main(String[] arguments) throws IOException {
        System.exit(run(System.out, System.err));
    }

    private static int run(PrintStream out, PrintStream err) throws IOException {
        List<BenchRow> rows;
        try {
            rows = measure(BenchOptions.told(), err);
        } catch (IllegalArgumentException wrong) {
            err.println("bench: " + wrong.getMessage());
            return 2;
        }
        out.print(BenchTable.of(rows));
        return rows.stream().allMatch(row -> row.failed().isEmpty()) ? 0 : 1;
    }

    /** @param progress is told of each repetition */
    static List<BenchRow> measure(BenchOptions options, PrintStream progress) throws IOException {
        List<BenchRow> rows = new ArrayList<>();
        ReadyClasses.await(BenchGround.distribution(options.target()), Path.of(System.getProperty("java.home")));
        for (BenchWorkload workload : Workloads.named(options.only())) {
            progress.println(workload.name());
            rows.addAll(rows(options, workload, progress));
            BenchMachine machine = BenchMachine.here();
            Files.writeString(options.file("json"), BenchJson.of(rows, machine), StandardCharsets.UTF_8);
            Files.writeString(options.file("html"), BenchPage.of(rows, machine), StandardCharsets.UTF_8);
        }
        return rows;
    }

    private static List<BenchRow> rows(BenchOptions options, BenchWorkload workload, PrintStream progress)
            throws IOException {
        BenchGround ground = new BenchGround(options, workload, progress);
        try {
            workload.course().play(ground);
        } catch (IOException broken) {
            progress.println(workload.name() + ": " + broken.getMessage());
            ground.rows().add(new BenchRow(workload.name(), "all", Double.NaN, List.of(), broken.getMessage()));
        }
        ground.tidy();
        return ground.rows();
    }
}
