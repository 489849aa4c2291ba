package io.contactsync.cli.sync;

import io.contactsync.cli.app.App;
import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.cli.process.Consent;
import io.contactsync.cli.words.Amounts;
import io.contactsync.core.Names;
import io.contactsync.run.ExitCode;
import io.contactsync.run.RunReport;
import io.contactsync.run.RunRequest;
import io.contactsync.run.RunSettings;
import io.contactsync.run.StoredPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.Set;
import java.util.concurrent.Callable;

/** One run in which the contacts of another installation count as ours. */
@Command(name = "adopt", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Synchronises once, and takes over another installation's contacts.",
            "Those are contacts with its key and our category.",
            "What a source of ours names is brought up to date and becomes ours; the rest of them is left as it "
                    + "is, unless sync.retired-sources names its source.",
            "Try it with --dry-run first.",
            "The other installation must not run any more."},
        footerHeading = "%nExamples:%n", footer = {"  contact-sync adopt --instance former --dry-run",
            "  contact-sync adopt --instance former --yes",
            "",
            "Next: contact-sync sync"})
public final class AdoptCommand implements Callable<Integer> {

    @Option(names = "--instance", required = true, paramLabel = "<name>",
            description = "The other one's sync.instance, as the summary of a run names it.")
    private String instance;
    @Option(names = "--dry-run", description = "Plans and journals, but writes nothing into any mailbox.")
    private boolean dryRun;
    @Option(names = "--json", description = "Prints one line of JSON and nothing else on standard output.")
    private boolean json;
    @Option(names = "--yes", description = "Does not ask before it begins.")
    private boolean yes;
    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        Configuration configuration = common.configuration();
        check(configuration.get("sync.instance"));
        try (App app = App.start(configuration, false)) {
            RunReport report = new PreviewedRun(app, json)
                    .run(new RunRequest(true, Set.of(), Set.of(instance)), dryRun, this::confirm);
            if (report.exit() != ExitCode.FAILED && report.totals().total() > 0
                    && report.totals().tally().updated() == 0) {
                System.err.println("contact-sync: nothing was taken over: no contact of an installation '" + instance
                        + "' that our sources name is in any target - is that the name? The summary of a run without "
                        + "adopt says which ones are there");
            }
            return report.exit();
        }
    }

    private void check(String own) {
        if (!Names.isKebab(instance) || instance.length() > RunSettings.LONGEST_INSTANCE) {
            throw new ConfigurationException(
                    "--instance must be an installation's name, kebab-case (a-z, 0-9, -), at most "
                            + RunSettings.LONGEST_INSTANCE + " characters - was '" + instance + "'");
        }
        if (instance.equals(own)) {
            throw new ConfigurationException("--instance must name another installation: '"
                    + own + "' is this one (sync.instance)");
        }
    }

    /** The name itself is the answer: nobody types it by chance. */
    private void confirm(StoredPlan plan) {
        if (!yes) {
            Consent.require("adopt makes " + Amounts.changes(plan.size()) + " in " + Amounts.mailboxes(plan.reached())
                    + " and there is nobody to ask: look at it with 'contact-sync plan show " + plan.head().id()
                    + "', then add --yes",
                    "The contacts of '" + instance + "' in all targets become ours. Type its name to go on: ",
                    instance::equals);
        }
    }
}
