package io.contactsync.proof;

import io.contactsync.cli.SyncBench;
import io.contactsync.run.RunFolder;
import io.contactsync.run.RunReport;
import io.contactsync.sandbox.store.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A {@code serve} that looks every few seconds what has changed at the source, alone or with workers; whoever does
 * mailboxes has a share of the processor.
 */
final class ServedCustomers implements AutoCloseable {

    static final int IN_FLIGHT = 16;
    private static final int NO_LIMIT = 100 * Runtime.getRuntime().availableProcessors();
    private static final double MILLIS = 1000;
    private static final double MICROS = 1e6;
    private static final long LOOK_MILLIS = 50;
    private static final String[] WORKERS = {"one", "two"};

    private final int writes;
    private final Customers customers;
    private final Machines machines;
    private final List<CpuShare> doers = new ArrayList<>();
    private final CpuShare coordinator;
    private final Process serve;
    private final Set<Path> ended = new HashSet<>();
    private int runs;

    /**
     * What a run took.
     *
     * @param perSecond contacts a second, from the begin of a run to its end
     * @param doers     microseconds of processor a contact of all who do mailboxes
     * @param compilers of that, Java's compilers
     * @param coordinator microseconds of the coordinator, if there is one
     */
    record Took(double perSecond, double doers, double compilers, double coordinator) {
    }

    ServedCustomers(int workers, int mailboxes, int contacts) throws Exception {
        this.writes = mailboxes * contacts;
        Path folder = Files.createTempDirectory("contact-sync");
        customers = new Customers(SyncBench.startSmall(folder, mailboxes, contacts).with("sync.delta-days", "0")
                .with("guard.changed-percent", "100")
                .with("sync.mailboxes-in-flight", Integer.toString(IN_FLIGHT * Math.max(1, workers))));
        coordinator = new CpuShare("contact-sync-coordinator", NO_LIMIT);
        Map<String, CpuShare> left = new LinkedHashMap<>();
        for (int doer = 0; doer < Math.max(1, workers); doer++) {
            doers.add(new CpuShare("contact-sync-" + WORKERS[doer], NO_LIMIT));
            left.put(WORKERS[doer], doers.get(doer));
        }
        machines = new Machines(customers, folder, command -> left.remove(left.keySet().iterator().next()).of(command),
                List.of(WORKERS).subList(0, workers).toArray(String[]::new));
        Map<String, String> own = new HashMap<>(Map.of("schedule.cron", "0/2 * * * * ?", "management.port",
                Integer.toString(Machines.free())));
        ProcessBuilder serving = workers == 0 ? customers.process("serve", own) : machines.coordinator("serve", own);
        if (workers > 0) {
            machines.start();
        }
        serve = serving.command((workers == 0 ? doers.get(0) : coordinator).of(serving.command())).start();
    }

    /** From now on each who does mailboxes is held back. */
    void limit(int percent) throws IOException {
        for (CpuShare doer : doers) {
            doer.limit(percent);
        }
    }

    /** The next run: the first creates all contacts, any other updates all of them, for they change now. */
    Took next() throws Exception {
        double before = runs == 0 ? 0 : sum(CpuShare::used);
        double compiled = runs == 0 ? 0 : sum(CpuShare::compiled);
        double coordinated = runs == 0 ? 0 : coordinator.used();
        if (runs > 0) {
            change();
        }
        runs++;
        double perSecond = writes * MILLIS / awaitRun().toMillis();
        return new Took(perSecond, (sum(CpuShare::used) - before) * MICROS / writes,
                (sum(CpuShare::compiled) - compiled) * MICROS / writes,
                (coordinator.used() - coordinated) * MICROS / writes);
    }

    /** Each customer has another number. */
    private void change() {
        Tenant tenant = customers.bench().sandbox().tenant();
        String central = customers.bench().sandbox().address().centralMailbox();
        for (String contact : customers.ids()) {
            tenant.changeContact(central, contact, "{\"businessPhones\":[\"202-555-" + (1000 + runs) + "\"]}");
        }
    }

    /** How long it took; a change that came late makes two runs of it. */
    private Duration awaitRun() throws Exception {
        Duration took = Duration.ZERO;
        for (long written = 0; written < writes;) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            if (!serve.isAlive()) {
                throw new IOException("serve ended with " + serve.exitValue());
            }
            for (Path journal : customers.bench().journals()) {
                Path run = journal.getParent();
                if (!ended.contains(run) && Files.exists(run.resolve(RunFolder.REPORT))) {
                    ended.add(run);
                    RunReport report = RunFolder.read(run);
                    if (report.totals().failed() > 0) {
                        throw new IOException("mailboxes failed, " + report.causes());
                    }
                    long applied = report.totals().tally().applied();
                    written += applied;
                    took = applied == 0 ? took : took.plus(report.took());
                }
            }
        }
        return took;
    }

    private interface Meter {
        double of(CpuShare share) throws IOException;
    }

    private double sum(Meter meter) throws IOException {
        double all = 0;
        for (CpuShare doer : doers) {
            all += meter.of(doer);
        }
        return all;
    }

    @Override
    public void close() throws Exception {
        serve.destroy();
        serve.waitFor();
        machines.close();
        customers.close();
        for (CpuShare doer : doers) {
            doer.close();
        }
        coordinator.close();
    }
}
