package io.contactsync.proof;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many contacts a second are created, where each process that does mailboxes has the same part of one processor: by
 * {@code serve} without a broker, by one {@code worker} and by two whose coordinator is a {@code serve} that may use what
 * it likes. In turn, on a sandbox of its own each, Graph's limits for the application off, with the options for Java
 * that the distribution starts such processes with. Root only, on Linux.
 *
 * <p>These processes run for weeks, so they are warm: that many new contacts come at the source again and again, and as
 * many runs create them in all mailboxes without a limit to the processor, a worker as many contacts as the process
 * without a broker. Only then each is held back, and further runs are measured: from the first to the last create that
 * the sandbox saw, and by processor time, of the first run with the start too.
 *
 * <p>{@code WorkersBenchmark <rounds> <percent of a processor> <mailboxes> <new contacts a run>}
 */
public final class WorkersBenchmark {

    /** Runs that warm up one process. */
    private static final int WARMING = Integer.getInteger("proof.warming", 4);
    private static final int MEASURED = Integer.getInteger("proof.measured", 2);
    private static final List<String> SETUPS = List.of(System.getProperty("proof.setups", "none,one,two").split(","));
    private static final String[] NAMES = {"none", "one", "two"};

    private WorkersBenchmark() {
    }

    /** Takes rounds, percent of a processor, mailboxes, contacts. */
    public static void main(String[] arguments) throws Exception {
        List<Integer> numbers = List.of(arguments).stream().map(Integer::valueOf).toList();
        System.setProperty("proof.java", System.getProperty("proof.java", "-Xmx512m -XX:+UseParallelGC"));
        System.setProperty("proof.in-flight", Integer.toString(ServedCustomers.IN_FLIGHT));
        System.setProperty("proof.lease-seconds", "30");
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        for (int round = 1; round <= numbers.get(0); round++) {
            for (int workers = 0; workers < NAMES.length; workers++) {
                if (!SETUPS.contains(NAMES[workers])) {
                    continue;
                }
                rates.computeIfAbsent(NAMES[workers], first -> new ArrayList<>())
                        .addAll(rates(workers, numbers.get(1), numbers.get(2), numbers.get(3)));
            }
        }
        double none = median(rates.get(NAMES[0]));
        double one = median(rates.get(NAMES[1]));
        double two = median(rates.get(NAMES[2]));
        System.out.printf(Locale.ROOT, "medians: none=%.0f one=%.0f two=%.0f one/none=%.2f two/one=%.2f load=%s%n",
                none, one, two, one / none, two / one, Files.readString(Path.of("/proc/loadavg")).strip());
        System.exit(0);
    }

    private static double median(List<Double> rates) {
        return rates == null ? Double.NaN : rates.stream().sorted().skip(rates.size() / 2).findFirst().orElseThrow();
    }

    /** Contacts a second of each measured run. */
    private static List<Double> rates(int workers, int percent, int mailboxes, int contacts) throws Exception {
        List<Double> rates = new ArrayList<>();
        try (ServedCustomers served = new ServedCustomers(workers, mailboxes, contacts)) {
            for (int run = 0; run < WARMING * Math.max(1, workers); run++) {
                tell(NAMES[workers], run == 0 ? "cold" : "warming", served.next());
            }
            served.limit(percent);
            for (int run = 0; run < MEASURED; run++) {
                ServedCustomers.Took took = served.next();
                tell(NAMES[workers], "warm", took);
                rates.add(took.perSecond());
            }
        }
        return rates;
    }

    private static void tell(String name, String how, ServedCustomers.Took took) {
        System.out.printf(Locale.ROOT, "%s %s: %.0f contacts/s, %.1f us of processor a contact, %.1f of a coordinator%n",
                name, how, took.perSecond(), took.doers(), took.coordinator());
    }
}
