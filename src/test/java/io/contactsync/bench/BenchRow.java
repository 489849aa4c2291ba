package io.contactsync.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A variant of a workload, with all its repetitions.
 *
 * @param optimum seconds that Graph's rules ask for
 * @param failed  why there is no more, or nothing
 */
record BenchRow(String workload, String variant, double optimum, List<Sample> samples, String failed) {

    /** Processors that others may use before the row is marked. */
    private static final double FOREIGN = 0.1;

    BenchRow {
        samples = List.copyOf(samples);
    }

    /** The middle one of all repetitions; not a number without one. */
    double median(ToDoubleFunction<Sample> what) {
        double[] sorted = samples.stream().mapToDouble(what).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length == 0 ? Double.NaN
                : sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    double seconds() {
        return median(sample -> sample.client().seconds());
    }

    double efficiency() {
        return optimum / seconds();
    }

    /** Whether others used the machine in any repetition, so that its times are worth little. */
    boolean disturbed() {
        return samples.stream().anyMatch(sample -> sample.load().foreign() > FOREIGN);
    }
}
