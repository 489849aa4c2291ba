package io.contactsync.cli.app;

import io.contactsync.cli.configuration.SharedFolder;
import io.contactsync.cluster.Cluster;
import io.contactsync.journal.JournalException;
import io.contactsync.problem.Problem;
import io.contactsync.run.Coordinator;
import io.contactsync.run.LastRun;
import io.contactsync.run.Workbench;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * DOWN after a run that failed (exit code 1) or could not begin, with the reason, until one does not fail; UP before
 * the first. Also DOWN for one of several tenants that does not start, and while the database that nodes share is away:
 * no run begins then. And while the broker between many machines is away, or no worker is heard, for more than a
 * minute.
 * A worker is DOWN as long as what it heard last of any coordinator is that the two do not fit.
 */
public final class RunHealth extends AbstractHealthCheck {

    private final Supplier<String> trouble;

    private RunHealth(String id, Supplier<String> trouble) {
        super("contact-sync", id);
        this.trouble = trouble;
    }

    /** @param last how the latest run ended; it gives null before the first */
    public static RunHealth of(Supplier<LastRun> last) {
        return new RunHealth("last-run", () -> said(last.get()));
    }

    /** That of one of several tenants. */
    static RunHealth of(String tenant, Supplier<LastRun> last) {
        return new RunHealth("last-run-" + tenant, () -> said(last.get()));
    }

    /** One of several tenants that does not start. */
    static RunHealth off(String tenant, String reason) {
        return new RunHealth("last-run-" + tenant, () -> "not started: " + reason);
    }

    /** Those of one that is served, alone or as one of several tenants. */
    static List<RunHealth> all(App app, Role role) {
        String tenant = role.tenant();
        Cluster nodes = SharedFolder.nodes(app.configuration());
        Supplier<LastRun> last = () -> latest(app.runs().ended().last(), nodes::hasGoneOn);
        List<RunHealth> all = new ArrayList<>(List.of(tenant.isEmpty() ? of(last) : of(tenant, last)));
        if (nodes.isShared() && !role.isWorker()) {
            all.add(ofDatabase(tenant.isEmpty() ? "database" : "database-" + tenant, nodes::holder));
        }
        if (!app.configuration().get("workers.broker").isEmpty()) {
            all.add(ofWorkers(tenant.isEmpty() ? "workers" : "workers-" + tenant,
                    app.bean(BrokerWatch.NAME, BrokerWatch.class), role.isWorker() ? least -> bench(app).trouble()
                            : app.bean("contact-sync-coordinator", Coordinator.class)::standing));
        }
        return all;
    }

    /** What a worker does mailboxes with. */
    static Workbench bench(App app) {
        return app.bean("contact-sync-workbench", Workbench.class);
    }

    /**
     * The latest run here, if it is the last word on the installation; null if it failed and another node has gone on.
     *
     * @param goneOn whether it has since then; asks the database
     */
    static LastRun latest(LastRun here, Predicate<Instant> goneOn) {
        try {
            return here != null && here.isFailed() && goneOn.test(here.at()) ? null : here;
        } catch (JournalException away) {
            return here;
        }
    }

    /**
     * What many machines have between them, and whether any of them does what is handed out here.
     *
     * @param standing why a run stands still for so long, or why a worker gets nothing; empty if that is not so
     */
    static RunHealth ofWorkers(String id, BrokerWatch broker, Function<Duration, String> standing) {
        return new RunHealth(id, () -> {
            String away = broker.trouble(BrokerWatch.LONG);
            return away.isEmpty() ? standing.apply(BrokerWatch.LONG) : away;
        });
    }

    /** @param holder asks the database who has the turn */
    public static RunHealth ofDatabase(String id, Supplier<?> holder) {
        return new RunHealth(id, () -> {
            try {
                holder.get();
                return "";
            } catch (JournalException away) {
                return "no run begins: " + Problem.of(away).safe();
            }
        });
    }

    private static String said(LastRun run) {
        return run == null || !run.isFailed() ? "" : "the last run failed at " + run.at() + ": " + run.reason();
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        String said = trouble.get();
        if (said.isEmpty()) {
            builder.up();
        } else {
            builder.down().message(said);
        }
    }
}
