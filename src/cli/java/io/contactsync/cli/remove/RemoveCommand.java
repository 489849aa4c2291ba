package io.contactsync.cli.remove;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;

import io.contactsync.cli.app.App;
import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.cli.explain.Finder;
import io.contactsync.cli.explain.ScopeOptions;
import io.contactsync.cli.process.Shown;
import io.contactsync.cli.sync.PlanConsent;
import io.contactsync.cli.sync.PreviewedRun;
import io.contactsync.cli.sync.SummaryJson;
import io.contactsync.core.ContactKey;
import io.contactsync.run.Listing;
import io.contactsync.run.RemoveOrder;
import io.contactsync.run.RunReport;
import io.contactsync.run.RunRequest;
import io.contactsync.run.StoredPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Takes contacts of ours out of mailboxes: one plan, one question, one report. */
@Command(name = "remove", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Takes contacts of ours out of mailboxes.",
            "Looks into every mailbox first, shows what would go, and asks once; that answer stands for the guards.",
            "Only contacts with both marks of this installation go, our category and our key: to Deleted Items.",
            "Killed or stopped, the same command goes on. At its end it looks whether anything of ours is left."},
        footerHeading = "%nExamples:%n", footer = {"  contact-sync remove --all --dry-run",
            "  contact-sync remove --mailbox anna@contoso.com --person bob@contoso.com",
            "  contact-sync remove --source supplier-csv --yes",
            "",
            "Next: contact-sync status"})
public final class RemoveCommand implements Callable<Integer> {

    @Mixin
    private ScopeOptions scope;
    @Option(names = "--source", paramLabel = "<name>", description = "Contacts of that source only; it need not be "
            + "configured any more.")
    private Set<String> sources = new LinkedHashSet<>();
    @Option(names = "--left", description = "Out of mailboxes only that have left the targets.")
    private boolean left;
    @Option(names = "--all", description = "All contacts of ours, out of all mailboxes.")
    private boolean all;
    @Option(names = "--search", description = "Looks into the mailboxes of all users of the directory, disabled ones "
            + "and guests too; without it, into those of the targets and those that earlier runs have written.")
    private boolean search;
    @Option(names = "--dry-run", description = "Shows what would go, and writes nothing.")
    private boolean dryRun;
    @Option(names = "--yes", description = "Does not ask before it begins.")
    private boolean yes;
    @Option(names = "--json", description = "Prints one line of JSON and nothing else on standard output.")
    private boolean json;
    @Mixin
    private CommonOptions common;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        check();
        try (App app = App.start(common.configuration(), false)) {
            RunReport report = new PreviewedRun(app, json).run(
                    new RunRequest(true, Set.of(), Set.of(), "", order(new Finder(app))), dryRun,
                    plan -> show(screen(app, plan)), (planned, plan) -> confirm(screen(app, planned), plan));
            Shown.lines(screen(app, report).after(), json ? System.err : System.out);
            return report.exit();
        }
    }

    private static RemoveScreen screen(App app, RunReport plan) {
        return new RemoveScreen(plan, app.settings(), app.configuration().get("category.name"),
                app.configuration().get("graph.tenant-id"), Shown.layout());
    }

    /** What is removed is said, and nothing is meant twice. */
    private void check() {
        boolean some = scope.isAny() || !sources.isEmpty() || left;
        if (all == some) {
            throw new ParameterException(spec.commandLine(), all
                    ? "--all goes with none of --mailbox, --person, --source and --left"
                    : "say what: --mailbox, --person, --source, --left, or --all");
        }
        if (scope.isAnyMailbox() && (left || search)) {
            throw new ParameterException(spec.commandLine(), "--mailbox names the mailboxes: "
                    + (left ? "--left" : "--search") + " looks for others");
        }
        if (left && search) {
            throw new ParameterException(spec.commandLine(), "--search looks into all mailboxes, --left does not");
        }
        sources.stream().filter(name -> !ContactKey.isSource(name)).findFirst().ifPresent(name -> {
            throw new ParameterException(spec.commandLine(), "--source must be a source's name, kebab-case (a-z, 0-9, "
                    + "-), at most " + ContactKey.MAX_SOURCE + " characters - was '" + name + "'");
        });
    }

    private RemoveOrder order(Finder finder) {
        Listing listing = scope.isAnyMailbox() ? Listing.NAMED : left ? Listing.LEFT : search ? Listing.EVERYONE
                : Listing.KNOWN;
        return new RemoveOrder(scope.scope(finder), sources, listing);
    }

    private void show(RemoveScreen shown) {
        if (json) {
            System.out.println(SummaryJson.line(shown.plan()));
        }
        Shown.lines(shown.lines(), json ? System.err : System.out);
    }

    /** The tenant's name is the answer: whoever types it knows where they are. */
    private void confirm(RemoveScreen shown, StoredPlan plan) {
        if (!yes) {
            String name = shown.tenant();
            PlanConsent.require(plan, "remove",
                    shown.question() + " Type " + name + " to go on: ", name::equalsIgnoreCase);
        }
    }
}
