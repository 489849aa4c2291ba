package io.contactsync.cli.check;

import io.contactsync.cli.configuration.CommonOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.time.Instant;
import java.util.concurrent.Callable;

/** Tells what works before the first run. */
@Command(name = "check", mixinStandardHelpOptions = true,
        description = {"Tries everything that the next run will use; writes into no mailbox.",
            "Configuration, schedule, data folder, credential, login, rights, every source, excluded group and "
                    + "central mailbox, the targets, and one mailbox.",
            "Every line is tried, also after one that failed. Ends with 1 if a line failed; warnings do not count."},
        footerHeading = "%nExamples:%n", footer = {"  contact-sync check", "  contact-sync check --json"})
public final class CheckCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Prints one line of JSON and nothing else on standard output.")
    private boolean json;
    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        CheckScreen screen = new CheckScreen(json, Ansi.AUTO.enabled(), System.out);
        return new Check(common.wholeConfiguration(), Instant.now(), screen).run();
    }
}
