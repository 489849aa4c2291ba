package io.contactsync.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is measured and how often, as told by system properties that begin with {@code bench.}
 *
 * @param only     workloads to measure, all if there are none
 * @param variants variants to measure, all if there are none
 * @param runs     repetitions, of which the median counts
 * @param size     mailboxes and contacts in place of each workload's own, to try things
 * @param target   folder that the build writes into
 * @param results  beginning of the names of the files with the rows
 */
record BenchOptions(List<String> only, List<String> variants, int runs, Optional<BenchSize> size, Path target,
        Path results) {

    /** By the properties of this process. */
    static BenchOptions told() {
        Optional<BenchSize> size = Optional.of(System.getProperty("bench.size", "")).filter(text -> !text.isEmpty())
                .map(BenchSize::parse);
        Path target = Path.of("target").toAbsolutePath();
        return new BenchOptions(list("bench.only"), list("bench.variants"), Integer.getInteger("bench.runs", 3), size,
                target, target.resolve("bench"));
    }

    boolean measures(String variant) {
        return variants.isEmpty() || variants.contains(variant);
    }

    /** The file of that kind, such as {@code json}. */
    Path file(String kind) {
        return results.resolveSibling(results.getFileName() + "." + kind);
    }

    private static List<String> list(String key) {
        return Arrays.stream(System.getProperty(key, "").split(",")).filter(each -> !each.isBlank()).map(String::strip)
                .toList();
    }
}
