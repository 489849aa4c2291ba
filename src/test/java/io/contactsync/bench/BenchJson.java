package io.contactsync.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.ToDoubleFunction;

/** The rows as JSON, an object for each: medians, then what they were made from. */
final class BenchJson {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final double THOUSAND = 1000;

    private BenchJson() {
    }

    static String of(Iterable<BenchRow> rows, BenchMachine machine) throws com.fasterxml.jackson.core.JacksonException {
        ArrayNode all = JSON.createArrayNode();
        rows.forEach(row -> {
            ObjectNode one = all.addObject();
            medians(one, row);
            circumstances(one, row, machine);
        });
        return JSON.writeValueAsString(all) + "\n";
    }

    private static void medians(ObjectNode one, BenchRow row) {
        one.put("workload", row.workload()).put("variant", row.variant());
        number(one, "wallSeconds", row.seconds());
        number(one, "optimumSeconds", row.optimum());
        number(one, "efficiency", row.efficiency());
        number(one, "clientCpuMicrosPerContact", row.median(Sample::clientMicros));
        number(one, "sandboxCpuMicrosPerContact", row.median(Sample::sandboxMicros));
        number(one, "requests", row.median(Sample::requests));
        number(one, "throttled", row.median(Sample::throttled));
        number(one, "peakHeapMiB", row.median(sample -> sample.client().peakMebibytes()));
        number(one, "processSeconds", row.median(sample -> sample.client().process()));
        number(one, "clientCpuSeconds", row.median(sample -> sample.client().processor()));
        number(one, "sandboxCpuSeconds", row.median(Sample::sandboxProcessor));
        number(one, "contacts", row.median(sample -> sample.client().contacts()));
        number(one, "answeredMiB", row.median(Sample::mebibytes));
    }

    private static void circumstances(ObjectNode one, BenchRow row, BenchMachine machine) {
        one.put("runs", row.samples().size());
        each(one.putArray("everyWallSeconds"), row, sample -> sample.client().seconds());
        each(one.putArray("everyClientCpuSeconds"), row, sample -> sample.client().processor());
        number(one, "loadBefore", row.median(sample -> sample.load().before()));
        number(one, "loadAfter", row.median(sample -> sample.load().after()));
        number(one, "foreignProcessors", row.median(sample -> sample.load().foreign()));
        one.put("foreignLoad", row.disturbed());
        one.put("measuredAt", machine.day().toString()).put("processors", machine.processors())
                .put("java", machine.java());
        if (!row.failed().isEmpty()) {
            one.put("failed", row.failed());
        }
    }

    private static void each(ArrayNode array, BenchRow row, ToDoubleFunction<Sample> what) {
        row.samples().forEach(sample -> array.add(rounded(what.applyAsDouble(sample))));
    }

    /** Null where nothing was measured. */
    private static void number(ObjectNode one, String key, double value) {
        if (Double.isFinite(value)) {
            one.put(key, rounded(value));
        } else {
            one.putNull(key);
        }
    }

    private static double rounded(double value) {
        return Math.round(value * THOUSAND) / THOUSAND;
    }
}
