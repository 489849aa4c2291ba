package io.contactsync.cli.status;

import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.Schedule;
import io.contactsync.cli.process.JsonLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.time.Instant;

/** Tells how this installation is. */
@Command(name = "status", mixinStandardHelpOptions = true,
        description = {"Tells how this installation is: last runs, next run, what waits for an approval, what failed,"
    + " the certificate's days, the data folder.", "Asks nobody: it needs neither login nor network."},
        footerHeading = "%nExamples:%n", footer = {"  contact-sync status", "  contact-sync status --json"})
public final class StatusCommand implements Runnable {

    @Option(names = "--json", description = "Prints one line of JSON and nothing else on standard output.")
    private boolean json;
    @Mixin
    private CommonOptions common;

    @Override
    public void run() {
        Configuration configuration = common.wholeConfiguration();
        Status status = new StatusReader(configuration, Instant.now()).read();
        if (json) {
            System.out.println(JsonLine.of(StatusJson.of(status)));
        } else {
            new StatusScreen(status, Schedule.times(configuration), Ansi.AUTO.enabled(), System.out).show();
        }
    }
}
