package io.contactsync.cli.sync;

import io.contactsync.cli.app.App;
import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.run.RunReport;
import io.contactsync.run.RunRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;

/** One run with the configuration at hand. */
@Command(name = "sync", mixinStandardHelpOptions = true,
        description = "Synchronises once with the configuration at hand.",
        footerHeading = "%nExamples:%n", footer = {"  contact-sync sync",
            "  contact-sync sync --dry-run",
            "",
            "Next: contact-sync holds if something waits, else contact-sync serve"})
public final class SyncCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;
    @Option(names = "--dry-run", description = "Plans and journals, but writes nothing into any mailbox.")
    private boolean dryRun;
    @Option(names = "--json", description = "Prints one line of JSON and nothing else on standard output: the run in "
            + "numbers, with --dry-run too;"
            + " the whole plan is what 'plan --json' prints.")
    private boolean json;
    @Option(names = "--approve", paramLabel = "<id>", description = "Lets exactly that hold through, in this run "
            + "only; may be given several times.")
    private Set<String> approvals = new LinkedHashSet<>();

    @Override
    public Integer call() {
        try (App app = App.forRun(common.configuration())) {
            RunScreen screen = new RunScreen(app, json, System.out);
            RunReport report = screen.run("", new RunRequest(dryRun, Set.copyOf(approvals)));
            screen.show(report);
            return report.exit();
        }
    }
}
