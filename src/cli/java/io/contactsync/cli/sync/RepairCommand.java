package io.contactsync.cli.sync;

import io.contactsync.cli.app.App;
import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.cli.explain.Finder;
import io.contactsync.cli.explain.ScopeOptions;
import io.contactsync.run.RepairOrder;
import io.contactsync.run.RunRequest;
import io.contactsync.run.StoredPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.Set;
import java.util.concurrent.Callable;

/** Reads the real fields of our contacts, and restores what differs. */
@Command(name = "repair", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Compares the real fields of our contacts with what the sources say, and restores them.",
            "It does so whatever drift.policy says. Contacts that their owners released or deleted are given back, "
                    + "with the category beside their own; fields that no source fills stay, and nothing is deleted.",
            "What changed in a source since the last run is written with it. Contacts that were never there, such as "
                    + "those of new people, are left to the next sync, and their number is said.",
            "Shows what it would do first, and asks once."},
        footerHeading = "%nExamples:%n", footer = {"  contact-sync repair --mailbox anna@contoso.com --dry-run",
            "  contact-sync repair --mailbox anna@contoso.com --person bob@contoso.com",
            "",
            "Next: contact-sync explain"})
public final class RepairCommand implements Callable<Integer> {

    @Mixin
    private ScopeOptions scope;
    @Option(names = "--dry-run", description = "Shows what it would do, and writes nothing into any mailbox.")
    private boolean dryRun;
    @Option(names = "--yes", description = "Does not ask before it begins.")
    private boolean yes;
    @Option(names = "--json", description = "Prints one line of JSON and nothing else on standard output.")
    private boolean json;
    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        try (App app = App.start(common.configuration(), false)) {
            RepairOrder order = new RepairOrder(scope.scope(new Finder(app)));
            RunRequest preview = new RunRequest(true, Set.of(), Set.of(), "", order);
            return new PreviewedRun(app, json).run(preview, dryRun, this::confirm).exit();
        }
    }

    private void confirm(StoredPlan plan) {
        if (!yes) {
            PlanConsent.require(plan, "repair", "repair makes " + PlanConsent.amount(plan));
        }
    }
}
