package io.contactsync.cli.app;

import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.Schedule;
import io.contactsync.cli.page.HostNames;
import io.contactsync.cli.page.PageServer;
import io.contactsync.cli.page.Pages;
import io.contactsync.cli.page.Site;
import io.contactsync.cli.page.Watched;
import io.contactsync.cli.page.WorkerNow;
import io.contactsync.cli.report.ReportFile;
import io.contactsync.run.EndedRuns;
import io.contactsync.run.Holds;
import io.contactsync.run.LastRun;
import io.contactsync.run.RunFolders;
import io.contactsync.run.RunReport;
import io.contactsync.run.Workbench;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.config.MeterFilter;
import org.apache.camel.health.HealthCheckRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What looks at runs from outside: a page in the folder of each, and, in serve, health, the time of the last success
 * and the page.
 */
final class Watching {

    private static final Logger LOG = LoggerFactory.getLogger("contact-sync");
    private static final int LATEST = 50;

    private final App app;
    private final Configuration configuration;
    private final RunFolders runs;
    private final ZoneId zone;
    private final Role role;

    private Watching(App app, Role role) {
        this.app = app;
        this.configuration = app.configuration();
        this.runs = new RunFolders(app.settings().runs());
        this.zone = Schedule.zoneOf(configuration);
        this.role = role;
    }

    static Watching of(App app, Role role) {
        return new Watching(app, role);
    }

    /** Each run has its page from now on, and what is served, is. */
    void begin() {
        ReportFile reports = new ReportFile(runs, zone);
        app.runs().ended().listen(report -> write(reports, report));
        if (role.isScheduled()) {
            remember();
        }
        if (role.isManaged()) {
            serve();
        }
    }

    /**
     * The run is told in its journal and its report already: a page that cannot be written is said, and costs nothing.
     */
    private static void write(ReportFile reports, RunReport report) {
        try {
            reports.write(report);
        } catch (IOException unwritable) {
            LOG.warn("run={} has no {}: {}", report.id(), ReportFile.NAME, unwritable.getClass().getSimpleName());
        }
    }

    /** Health and page know of the runs before this process. */
    private void remember() {
        EndedRuns ended = app.runs().ended();
        ended.remember(new Holds(app.settings().data()));
        List<LastRun> before = runs.runs(LATEST).stream().map(Watching::ended).toList();
        if (!before.isEmpty()) {
            ended.remember(before.get(0), before.stream().filter(run -> !run.isFailed()).findFirst().orElse(null));
        }
    }

    /** Sentences of a report may hold names; health must not. */
    private static LastRun ended(RunReport run) {
        return new LastRun(run.began().plus(run.took()), run.exit(), "see the report of the run " + run.id());
    }

    /** Health tells of runs that failed, and what is counted without Camel shows where Camel's metrics show. */
    private void serve() {
        HealthCheckRegistry health = HealthCheckRegistry.get(app.context());
        RunHealth.all(app, role).forEach(health::register);
        MeterRegistry shown = app.context().getRegistry().findSingleByType(MeterRegistry.class);
        if (role.isWorker()) { // it begins no run: whoever watches the age of the last one would be called
            shown.config().meterFilter(MeterFilter.denyNameStartsWith("contactsync.last.success"));
            Gauge.builder("contactsync.worker.refused", RunHealth.bench(app),
                    bench -> bench.trouble().isEmpty() ? 0 : 1).register(shown);
        }
        Metrics.addRegistry(shown);
        PageServer.begin(app.context(), configuration.number("management.port", 1, 65535),
                new Site(HostNames.of(configuration), new Pages(watched())));
    }

    Watched watched() {
        return new Watched(role.tenant(), app::progress, app.runs().ended()::last,
                now -> Schedule.of(configuration, now).next(now, 3),
                now -> app.certificate()
                        .map(certificate -> "The certificate is good until " + certificate.lastDay() + ": "
                                + certificate.daysLeft(now) + " days."),
                runs, new Holds(app.settings().data())::told, zone, Instant::now, this::worker);
    }

    private WorkerNow worker() {
        if (!role.isWorker()) {
            return WorkerNow.NONE;
        }
        Workbench bench = RunHealth.bench(app);
        String away = app.bean(BrokerWatch.NAME, BrokerWatch.class).trouble(Duration.ZERO);
        return new WorkerNow("Over " + Broker.named(configuration) + ": " + bench.told() + ".",
                away.isEmpty() ? bench.trouble() : away);
    }
}
