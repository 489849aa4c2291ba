package io.contactsync.proof;

import com.sun.management.OperatingSystemMXBean;
import io.contactsync.run.RunReport;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * What a run costs in which nothing has changed: the first that lists all mailboxes, and those after it, which ask for
 * changes. Processor time is that of the whole process, the sandbox included.
 */
public final class DeltaBenchmark {

    private static final int RUNS = 8;
    private static final double GIGA = 1e9;

    private DeltaBenchmark() {
    }

    /** Takes the number of mailboxes and of contacts in each. */
    public static void main(String[] args) throws IOException {
        int mailboxes = Integer.parseInt(args[0]);
        try (ProofBench bench = new ProofBench(Files.createTempDirectory("contact-sync"), mailboxes,
                Duration.ofMinutes(1), Map.of("sync.mailboxes-in-flight", "350", "sync.sources", "graph-contacts"))) {
            String central = bench.sandbox().address().centralMailbox();
            for (int contact = 0; contact < Integer.parseInt(args[1]); contact++) {
                bench.sandbox().tenant().createContact(central, "{\"displayName\":\"Ada " + contact + "\"}");
            }
            for (int run = 0; run < RUNS; run++) {
                measure(bench);
                PassingTime.ONE.pass(Duration.ofHours(1));
            }
        }
        System.exit(0);
    }

    private static void measure(ProofBench bench) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long asked = bench.sandbox().requests();
        long processor = system.getProcessCpuTime();
        long began = System.nanoTime();
        RunReport report = bench.run();
        System.out.printf(Locale.ROOT, "created=%d unchanged=%d requests=%d seconds=%.2f processor=%.2f load=%.1f%n",
                report.totals().tally().created(), report.totals().unchanged(), bench.sandbox().requests() - asked,
                (System.nanoTime() - began) / GIGA, (system.getProcessCpuTime() - processor) / GIGA,
                system.getSystemLoadAverage());
    }
}
