package io.contactsync.cli.sync;

import io.contactsync.cli.app.App;
import io.contactsync.cli.app.ManagementPort;
import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.cli.process.Ending;
import io.contactsync.run.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** Does mailboxes of runs that another machine holds together. */
@Command(name = "worker", mixinStandardHelpOptions = true,
        description = "Does mailboxes that 'sync' or 'serve' on another machine hands out over workers.broker, until "
                + "stopped; health and metrics on management.host and management.port.",
        footerHeading = "%nExamples:%n", footer = {"  contact-sync worker",
            "  contact-sync worker --set workers.name=second --set sync.data=data/second",
            "",
            "Next: contact-sync sync on the machine that holds the sources"})
public final class WorkerCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws InterruptedException {
        ServeCommand.logMore();
        Configuration configuration = common.configuration();
        if (configuration.get("workers.broker").isEmpty()) {
            throw new ConfigurationException("workers.broker must be set: it says where mailboxes are handed out");
        }
        ManagementPort.require(configuration.get("management.host"), configuration.number("management.port", 1, 65535));
        CountDownLatch told = new CountDownLatch(1);
        try (Ending.UnderWay working = Ending.with(told::countDown); App app = App.worker(configuration)) {
            String broker = configuration.get("workers.broker").replaceFirst("\\?.*", ""); // its options may be secret
            ServeCommand.announce("doing what comes over " + broker, configuration);
            told.await();
            app.stop();
            return ExitCode.DONE;
        }
    }
}
