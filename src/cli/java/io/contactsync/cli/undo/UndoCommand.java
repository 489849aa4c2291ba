package io.contactsync.cli.undo;

import io.contactsync.cli.app.App;
import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.cli.explain.Finder;
import io.contactsync.cli.explain.ScopeOptions;
import io.contactsync.cli.process.Shown;
import io.contactsync.cli.sync.PlanConsent;
import io.contactsync.cli.sync.PreviewedRun;
import io.contactsync.run.ExitCode;
import io.contactsync.run.RunReport;
import io.contactsync.run.RunRequest;
import io.contactsync.run.StoredPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Set;
import java.util.concurrent.Callable;

/** The managed contacts as they were before a run. */
@Command(name = "undo", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Takes back what a run did: its creates go, what it changed or deleted is as it was before.",
            "Looks at every contact first, shows the plan, and asks once; that answer stands for the guards.",
            "What somebody has changed since is left as it is, and named. An undo can be undone.",
            "A deleted contact is made anew: Graph publishes no way to move one back from Deleted Items."},
        footerHeading = "%nExamples:%n", footer = {"  contact-sync undo latest --dry-run",
            "  contact-sync undo 20261125-0500 --person 'Bob Ahrens'",
            "  contact-sync undo 20261125-0500 --mailbox anna@contoso.com --yes",
            "",
            "Next: contact-sync plan"})
public final class UndoCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "<run>",
            description = "The run's id, or its beginning if no other run begins so; latest for the latest one.")
    private String run;
    @Mixin
    private ScopeOptions scope;
    @Option(names = "--dry-run", description = "Shows what would be taken back, and writes nothing.")
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
            UndoneRun undone = UndoneRun.find(app.settings(), run, scope.scope(new Finder(app)));
            if (undone.order().scope().mailboxes().isEmpty()) {
                System.err.println("contact-sync: the run " + undone.id() + " changed nothing"
                        + (scope.isAny() ? " of that" : "") + " that an undo takes back: nothing is undone");
                return ExitCode.DONE;
            }
            RunReport report = new PreviewedRun(app, json).run(
                    new RunRequest(true, Set.of(), Set.of(), "", undone.order()), dryRun,
                    plan -> confirm(plan, undone.id()));
            Shown.lines(new NextRun(report, Shown.layout()).lines(), json ? System.err : System.out);
            return report.exit();
        }
    }

    private void confirm(StoredPlan plan, String undone) {
        if (!yes) {
            PlanConsent.require(plan, "undo", "undo the run " + undone + ", " + PlanConsent.amount(plan));
        }
    }
}
