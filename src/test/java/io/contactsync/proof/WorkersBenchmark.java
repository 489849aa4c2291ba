package io.contactsync.proof;

import io.contactsync.cli.SyncBench;
import io.contactsync.sandbox.LoggedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How many contacts a second are created, where each process that does mailboxes has the same part of one processor: by
 * one process without a broker, by one worker, by two. In turn, on a sandbox of its own each, Graph's limits for the
 * application off. Counted from the first to the last create that the sandbox saw. Root only, on Linux.
 *
 * <p>{@code WorkersBenchmark <rounds> <percent of a processor> <mailboxes>}
 */
public final class WorkersBenchmark {

    private static final int CONTACTS = 500;
    private static final double NANOS = 1e9;
    private static final String IN_FLIGHT = "16";

    private WorkersBenchmark() {
    }

    /** Takes rounds, percent of a processor, mailboxes. */
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        int percent = Integer.parseInt(arguments[1]);
        int mailboxes = Integer.parseInt(arguments[2]);
        System.setProperty("proof.in-flight", IN_FLIGHT);
        System.setProperty("proof.lease-seconds", "30");
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            for (int workers = 0; workers <= 2; workers++) {
                double rate = rate(workers, percent, mailboxes);
                rates.computeIfAbsent("workers=" + workers, first -> new ArrayList<>()).add(rate);
                System.out.printf(Locale.ROOT, "round=%d workers=%d contacts/s=%.0f%n", round, workers, rate);
            }
        }
        double none = median(rates.get("workers=0"));
        double one = median(rates.get("workers=1"));
        double two = median(rates.get("workers=2"));
        System.out.printf(Locale.ROOT, "medians: none=%.0f one=%.0f two=%.0f one/none=%.2f two/one=%.2f load=%s%n",
                none, one, two, one / none, two / one, Files.readString(Path.of("/proc/loadavg")).strip());
        System.exit(0);
    }

    private static double median(List<Double> rates) {
        return rates.stream().sorted().skip(rates.size() / 2).findFirst().orElseThrow();
    }

    private static double rate(int workers, int percent, int mailboxes) throws Exception {
        Path folder = Files.createTempDirectory("contact-sync");
        List<CpuShare> shares = new ArrayList<>();
        String[] names = {"one", "two"};
        for (int share = 0; share < Math.max(1, workers); share++) {
            shares.add(new CpuShare("contact-sync-" + names[share], percent));
        }
        try (Customers customers = new Customers(SyncBench.startSmall(folder, mailboxes, CONTACTS)
                .with("sync.mailboxes-in-flight", workers == 2 ? "32" : IN_FLIGHT))) {
            Map<String, CpuShare> left = new LinkedHashMap<>();
            shares.forEach(share -> left.put(names[left.size()], share));
            try (Machines machines = new Machines(customers, folder,
                    command -> left.remove(left.keySet().iterator().next()).of(command),
                    List.of(names).subList(0, workers).toArray(String[]::new))) {
                run(customers, machines, workers == 0 ? shares.get(0) : null);
            }
            return perSecond(customers, shares);
        } finally {
            for (CpuShare share : shares) {
                share.close();
            }
        }
    }

    private static void run(Customers customers, Machines machines, CpuShare alone) throws Exception {
        machines.start();
        TimeUnit.SECONDS.sleep(alone == null ? 20 : 1); // until workers stand at the queue
        ProcessBuilder run = alone == null ? machines.run() : customers.run();
        run.command(alone == null ? run.command() : alone.of(run.command()));
        int exit = run.start().waitFor();
        if (exit != 0) {
            throw new IOException("the run ended with " + exit);
        }
    }

    private static double perSecond(Customers customers, List<CpuShare> shares) throws IOException {
        List<LoggedRequest> creates = customers.bench().sandbox().requestLog().orElseThrow().last().stream()
                .filter(request -> request.method().equals("POST") && request.writes() && request.batch() != null)
                .toList();
        LongSummaryStatistics in = creates.stream().mapToLong(LoggedRequest::in).summaryStatistics();
        LongSummaryStatistics out = creates.stream().mapToLong(LoggedRequest::out).summaryStatistics();
        for (CpuShare share : shares) {
            System.out.printf(Locale.ROOT, "  processor=%.1f s%n", share.used());
        }
        return creates.size() * NANOS / (out.getMax() - in.getMin());
    }
}
