package io.contactsync.cli.sync;

import io.contactsync.cli.app.App;
import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.run.ExitCode;
import io.contactsync.run.RunReport;
import io.contactsync.run.RunRequest;
import io.contactsync.run.StoredPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/** One run that carries a stored plan out, and does nothing else. */
@Command(name = "apply", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Carries out a plan that 'contact-sync plan' has made.",
            "Reads and plans again, and does only what both plans agree on; what has moved since is left, and named.",
            "Guards and holds are those of every run: it can only do less than the plan says."},
        footerHeading = "%nExamples:%n", footer = {"  contact-sync apply 20261125-1804",
                "  contact-sync apply latest --yes --json"})
public final class ApplyCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "<plan>",
            description = "The plan's id, or its beginning if no other run begins so.")
    private String plan;
    @Option(names = "--yes", description = "Does not ask before it begins.")
    private boolean yes;
    @Option(names = "--json", description = "Prints one line of JSON and nothing else on standard output.")
    private boolean json;
    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        try (App app = App.start(common.configuration(), false)) {
            StoredPlan stored = app.runs().plan(plan);
            if (stored.changes().isEmpty()) {
                System.err.println("contact-sync: the plan " + stored.head().id()
                        + " holds no change: nothing was done");
                return ExitCode.DONE;
            }
            confirm(stored);
            RunScreen screen = new RunScreen(app, json, System.out);
            RunReport report = screen.run("", RunRequest.apply(stored));
            screen.show(report);
            return report.exit();
        }
    }

    private void confirm(StoredPlan stored) {
        if (!yes) {
            PlanConsent.require(stored, "apply", "apply " + PlanConsent.amount(stored));
        }
    }
}
