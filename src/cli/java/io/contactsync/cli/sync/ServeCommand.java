package io.contactsync.cli.sync;

import io.contactsync.cli.app.App;
import io.contactsync.cli.app.ManagementPort;
import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.process.Ending;
import io.contactsync.run.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** Runs on the schedule. */
@Command(name = "serve", mixinStandardHelpOptions = true,
        description = "Synchronises at the times of schedule.cron until stopped; page, health and metrics on "
                + "management.host and management.port.",
        footerHeading = "%nExamples:%n", footer = {"  contact-sync serve",
            "  contact-sync serve --set management.port=9465",
            "",
            "Next: look at http://127.0.0.1:9464/"})
public final class ServeCommand implements Callable<Integer> {

    /** Read by logback.xml when the first line is logged. */
    private static final String LEVEL = "CONTACT_SYNC_LOG_LEVEL";

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws InterruptedException {
        if (System.getenv(LEVEL) == null) {
            System.setProperty(LEVEL, "INFO");
        }
        Configuration configuration = common.configuration();
        ManagementPort.require(configuration.get("management.host"), configuration.number("management.port", 1, 65535));
        CountDownLatch told = new CountDownLatch(1);
        try (Ending.UnderWay serving = Ending.with(told::countDown); App app = App.start(configuration, true)) {
            announce(configuration);
            told.await();
            app.stop();
            return ExitCode.DONE;
        }
    }

    private static void announce(Configuration configuration) {
        String host = configuration.get("management.host");
        String page = "http://" + (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host) + ":"
                + configuration.get("management.port") + "/";
        System.err.printf(
                "contact-sync: waiting for '%s' (%s); page: %s; health and metrics: %sobserve/health and "
                        + "/observe/metrics%n",
                configuration.get("schedule.cron"), configuration.get("schedule.time-zone"), page, page);
    }
}
