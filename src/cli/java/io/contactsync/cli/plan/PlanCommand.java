package io.contactsync.cli.plan;

import io.contactsync.cli.app.App;
import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.sync.PlanConfiguration;
import io.contactsync.cli.sync.RunScreen;
import io.contactsync.run.RunReport;
import io.contactsync.run.RunRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;

/** What a run would do with the configuration at hand. */
@Command(name = "plan", mixinStandardHelpOptions = true, sortOptions = false, subcommands = PlanShowCommand.class,
        description = {"Reads everything, writes nothing, and shows what a run would do.",
            "Who joins, leaves and changes, what waits for a person, what it takes.",
            "The plan is kept: see 'plan show' and 'apply'."},
        footerHeading = "%nExamples:%n", footer = {"  contact-sync plan", "  contact-sync plan --json > plan.json"})
public final class PlanCommand implements Callable<Integer> {

    @Option(names = "--approve", paramLabel = "<id>",
            description = "Plans as if that hold were let through; may be given several times.")
    private Set<String> approvals = new LinkedHashSet<>();
    @Option(names = "--json",
            description = "Prints the whole plan as one line of JSON and nothing else on standard output.")
    private boolean json;
    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        Configuration configuration = common.configuration();
        try (App app = App.start(configuration, false)) {
            RunScreen screen = new RunScreen(app, json, System.out);
            RunReport report = screen.run("", new RunRequest(true, Set.copyOf(approvals)));
            if (json) {
                System.out.println(PlanJson.line(report, PlanConfiguration.means(configuration).cost()));
            } else {
                screen.show(report);
            }
            return report.exit();
        }
    }
}
