package io.contactsync.proof;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many contacts a second are written, where each process that does mailboxes has the same part of one processor: by
 * {@code serve} without a broker, by one {@code worker}, and by two; their coordinator is a {@code serve} that may use
 * what it likes. In turn, on a sandbox of its own each, Graph's limits for the application off. Root only, on Linux.
 *
 * <p>Such processes run for weeks, so they have the options for Java that they ship with, and are warm: a first run
 * creates all contacts, and further ones update all of them, for all change at the source. Without a limit to the
 * processor, and as many for each process that does mailboxes. Only then it is held back, and further runs are
 * measured: contacts a second from the begin of a run to its end, and processor time, of the first with the start.
 *
 * <p>{@code WorkersBenchmark <rounds> <percent of a processor> <mailboxes> <contacts>}; {@code -Dproof.setups=one}
 * leaves others out.
 */
public final class WorkersBenchmark {

    /** Runs that warm up one process. */
    private static final int WARMING = Integer.getInteger("proof.warming", 14);
    private static final int MEASURED = Integer.getInteger("proof.measured", 3);
    private static final List<String> NAMES = List.of("none", "one", "two");
    private static final List<String> SETUPS = List.of(System.getProperty("proof.setups", "none,one,two").split(","));

    private WorkersBenchmark() {
    }

    /** Takes rounds, percent of a processor, mailboxes, contacts. */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("proof.java", System.getProperty("proof.java", "-Xmx512m -XX:+UseParallelGC"));
        System.setProperty("proof.in-flight", Integer.toString(ServedCustomers.IN_FLIGHT));
        System.setProperty("proof.lease-seconds", "30");
        List<Integer> numbers = List.of(arguments).stream().map(Integer::valueOf).toList();
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        for (int round = 1; round <= numbers.get(0); round++) {
            for (String setup : SETUPS) {
                rates.computeIfAbsent(setup, first -> new ArrayList<>())
                        .addAll(rates(setup, numbers.get(1), numbers.get(2), numbers.get(3)));
            }
        }
        double none = median(rates.get("none"));
        double one = median(rates.get("one"));
        double two = median(rates.get("two"));
        System.out.printf(Locale.ROOT, "medians: none=%.0f one=%.0f two=%.0f one/none=%.2f two/one=%.2f load=%s%n",
                none, one, two, one / none, two / one, Files.readString(Path.of("/proc/loadavg")).strip());
        System.exit(0);
    }

    private static double median(List<Double> rates) {
        return rates == null ? Double.NaN : rates.stream().sorted().skip(rates.size() / 2).findFirst().orElseThrow();
    }

    /** Contacts a second of each measured run. */
    private static List<Double> rates(String setup, int percent, int mailboxes, int contacts) throws Exception {
        List<Double> rates = new ArrayList<>();
        int workers = NAMES.indexOf(setup);
        try (ServedCustomers served = new ServedCustomers(workers, mailboxes, contacts)) {
            for (int run = 0; run < WARMING * Math.max(1, workers); run++) {
                tell(setup, run == 0 ? "cold" : "warming", served.next());
            }
            served.limit(percent);
            for (int run = 0; run < MEASURED; run++) {
                ServedCustomers.Took took = served.next();
                tell(setup, "warm", took);
                rates.add(took.perSecond());
            }
        }
        return rates;
    }

    private static void tell(String setup, String how, ServedCustomers.Took took) {
        System.out.printf(Locale.ROOT, "%s %s: %.0f contacts/s, processor a contact: %.1f us (compilers %.1f), "
                + "coordinator %.1f us%n", setup, how, took.perSecond(), took.doers(), took.compilers(),
                took.coordinator());
    }
}
