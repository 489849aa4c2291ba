package io.contactsync.cli.sync;

import io.contactsync.cli.app.App;
import io.contactsync.cli.app.Hub;
import io.contactsync.cli.app.ManagementPort;
import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.process.Ending;
import io.contactsync.cli.tenants.Tenants;
import io.contactsync.cli.words.Amounts;
import io.contactsync.run.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** Runs on the schedule. */
@Command(name = "serve", mixinStandardHelpOptions = true,
        description = "Synchronises at the times of schedule.cron until stopped; page, health and metrics on "
                + "management.host and management.port.",
        footerHeading = "%nExamples:%n", footer = {"  contact-sync serve",
            "  contact-sync serve --set management.port=9465",
            "  contact-sync serve --tenants config/tenants",
            "",
            "Next: look at http://127.0.0.1:9464/"})
public final class ServeCommand implements Callable<Integer> {

    /** Read by logback.xml when the first line is logged. */
    private static final String LEVEL = "CONTACT_SYNC_LOG_LEVEL";

    @Mixin
    private CommonOptions common;
    @Option(names = "--tenants", paramLabel = "<folder>",
            description = "Serves several tenants: each file <name>.properties of this folder is the configuration of "
                    + "one, as --config takes it. management.host and management.port stay in "
                    + "config/application.properties.")
    private Path tenants;

    @Override
    public Integer call() throws InterruptedException {
        logMore();
        Configuration configuration = common.configuration();
        ManagementPort.require(configuration.get("management.host"), configuration.number("management.port", 1, 65535));
        return tenants == null ? alone(configuration) : together(configuration);
    }

    /** Whoever watches a service wants to read what it does. */
    static void logMore() {
        if (System.getenv(LEVEL) == null) {
            System.setProperty(LEVEL, "INFO");
        }
    }

    private static int alone(Configuration configuration) throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        try (Ending.UnderWay serving = Ending.with(told::countDown); App app = App.start(configuration, true)) {
            announce("waiting for '" + configuration.get("schedule.cron") + "' ("
                    + configuration.get("schedule.time-zone") + ")", configuration);
            told.await();
            app.stop();
            return ExitCode.DONE;
        }
    }

    private int together(Configuration configuration) throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        try (Hub hub = Hub.start(configuration); Tenants all = new Tenants(hub);
                Ending.UnderWay serving = Ending.with(() -> {
                    all.startNoMore();
                    told.countDown();
                })) {
            announce("serving " + Amounts.of(all.start(tenants, common), "tenant"), configuration);
            told.await();
            all.stop();
            return ExitCode.DONE;
        }
    }

    static void announce(String what, Configuration configuration) {
        String host = configuration.get("management.host");
        String page = "http://" + (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host) + ":"
                + configuration.get("management.port") + "/";
        System.err.printf("contact-sync: %s; page: %s; health and metrics: %sobserve/health and /observe/metrics%n",
                what, page, page);
    }
}
