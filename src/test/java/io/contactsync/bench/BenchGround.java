package io.contactsync.bench;

import io.contactsync.bench.peer.SandboxWarmUp;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Where a workload is measured: the distribution, folders of its own, and a place for its rows. */
final class BenchGround {

    private final BenchOptions options;
    private final BenchWorkload workload;
    private final Path distribution;
    private final Path folder;
    private final PrintStream progress;
    private final List<BenchRow> rows = new ArrayList<>();

    /** A row to come: what is measured, and the seconds that it takes at the least. */
    record Aim(String variant, double optimum) {
    }

    /** Once more, with a sample for each aim. */
    interface Repetition {

        List<Sample> play() throws IOException;
    }

    BenchGround(BenchOptions options, BenchWorkload workload, PrintStream progress) throws IOException {
        this.options = options;
        this.workload = workload;
        this.progress = progress;
        this.distribution = distribution(options.target());
        this.folder = Files.createTempDirectory(Files.createDirectories(options.target().resolve("bench")),
                workload.name() + "-");
    }

    static Path distribution(Path target) throws IOException {
        try (Stream<Path> made = Files.list(target)) {
            return made.filter(each -> each.getFileName().toString().matches("contact-sync-\\d+\\.\\d+\\.\\d+"))
                    .findFirst().orElseThrow(() -> new IOException("not made: mvn process-test-classes"));
        }
    }

    BenchSize size() {
        return options.size().orElse(workload.size());
    }

    List<BenchRow> rows() {
        return rows;
    }

    /** Removes what it left, unless somebody has to look why it failed. */
    void tidy() throws IOException {
        if (rows.stream().allMatch(row -> row.failed().isEmpty())) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    boolean measures(String variant) {
        return options.measures(variant);
    }

    Path distribution() {
        return distribution;
    }

    /** A new folder, on the disk that the build is on. */
    Path folder(String name) throws IOException {
        return Files.createTempDirectory(folder, name);
    }

    /** A new tenant, with options of {@code contact-sync sandbox}. */
    BenchTenant tenant(List<String> more) throws IOException {
        return BenchTenant.start(distribution, size(), more, folder("sandbox").resolve("err"));
    }

    /** The same with a latency of 100 ms; it has served others before, as Graph has. */
    BenchTenant warmTenant() throws IOException {
        BenchTenant tenant = tenant(ProgramCourses.LATE);
        SandboxWarmUp.of(tenant.address());
        return tenant;
    }

    /** The program for that tenant, which knows nothing of it yet. */
    ShippedProgram program(BenchTenant tenant, Map<String, String> settings) throws IOException {
        return ShippedProgram.of(distribution, folder("program"), tenant, settings);
    }

    /** As often as told; what fails says why and ends these rows, and no others. */
    void measure(List<Aim> aims, Repetition repetition) {
        List<List<Sample>> samples = new ArrayList<>();
        String failed = "";
        while (samples.size() < options.runs() && failed.isEmpty()) {
            try {
                List<Sample> sample = repetition.play();
                samples.add(sample);
                tell(aims, sample, samples.size());
                failed = sample.stream().map(each -> each.client().lacks()).reduce("", String::concat);
            } catch (IOException | UncheckedIOException broken) {
                failed = broken.getMessage() == null ? broken.toString() : broken.getMessage();
                progress.printf("%s: %s%n", workload.name(), failed);
            }
        }
        for (int aim = 0; aim < aims.size(); aim++) {
            int place = aim;
            rows.add(new BenchRow(workload.name(), aims.get(aim).variant(), aims.get(aim).optimum(),
                    samples.stream().map(each -> each.get(place)).toList(), failed));
        }
    }

    private void tell(List<Aim> aims, List<Sample> samples, int number) {
        for (int aim = 0; aim < aims.size(); aim++) {
            Sample sample = samples.get(aim);
            progress.printf(Locale.ROOT, "%s %s %d/%d: %.2f s, processor %.2f s, requests %d, foreign %.2f%n",
                    workload.name(), aims.get(aim).variant(), number, options.runs(), sample.client().seconds(),
                    sample.client().processor(), sample.requests(), sample.load().foreign());
        }
    }
}
