package io.contactsync.cli.remove;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import io.contactsync.cli.app.App;
import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.cli.explain.Finder;
import io.contactsync.cli.process.Consent;
import io.contactsync.cli.process.Ending;
import io.contactsync.cli.process.Shown;
import io.contactsync.cli.sync.RunScreen;
import io.contactsync.cli.sync.SummaryJson;
import io.contactsync.core.ContactKey;
import io.contactsync.run.ExitCode;
import io.contactsync.run.Listing;
import io.contactsync.run.RemoveOrder;
import io.contactsync.run.RunReport;
import io.contactsync.run.RunRequest;
import io.contactsync.run.Scope;
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

    @Option(names = "--mailbox", paramLabel = "<mailbox>", description = "Out of that mailbox only: its owner's "
            + "address, name or object id; may be given several times.")
    private Set<String> mailboxes = new LinkedHashSet<>();
    @Option(names = "--person", paramLabel = "<person>", description = "That person's contact only: a name, an "
            + "address, an object id, or a key (source|id); may be given several times.")
    private Set<String> people = new LinkedHashSet<>();
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
            RunScreen screen = new RunScreen(app, json, System.out);
            RunReport plan = screen.run("", new RunRequest(true, Set.of(), Set.of(), "", order(new Finder(app))));
            RemoveScreen shown = new RemoveScreen(plan, app.settings(), app.configuration().get("category.name"),
                    app.configuration().get("graph.tenant-id"), Shown.layout());
            boolean going = !dryRun && plan.exit() != ExitCode.FAILED && !plan.changes().isEmpty()
                    && !Ending.isTold();
            show(plan, shown, going);
            if (!going) {
                return plan.exit();
            }
            confirm(shown, plan.id());
            RunReport report = screen.run("", RunRequest.apply(app.runs().plan(plan.id())));
            screen.show(report);
            shown.after().forEach(json ? System.err::println : System.out::println);
            return report.exit();
        }
    }

    /** What is removed is said, and nothing is meant twice. */
    private void check() {
        boolean some = !mailboxes.isEmpty() || !people.isEmpty() || !sources.isEmpty() || left;
        if (all == some) {
            throw new ParameterException(spec.commandLine(), all
                    ? "--all goes with none of --mailbox, --person, --source and --left"
                    : "say what: --mailbox, --person, --source, --left, or --all");
        }
        if (!mailboxes.isEmpty() && (left || search)) {
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
        Listing listing = !mailboxes.isEmpty() ? Listing.NAMED : left ? Listing.LEFT : search ? Listing.EVERYONE
                : Listing.KNOWN;
        return new RemoveOrder(new Scope(finder.mailboxes(mailboxes), finder.people(people)), sources, listing);
    }

    private void show(RunReport plan, RemoveScreen shown, boolean going) {
        if (json) {
            if (!going) {
                System.out.println(SummaryJson.line(plan));
            }
            Stream.concat(shown.lines().stream(), shown.after().stream()).forEach(System.err::println);
            return;
        }
        Shown.lines(shown.lines(), System.out);
        if (!going) {
            Shown.lines(shown.after(), System.out);
        }
    }

    /** The tenant's name is the answer: whoever types it knows where they are. */
    private void confirm(RemoveScreen shown, String plan) {
        if (yes) {
            return;
        }
        String name = shown.tenant();
        Consent.require("remove takes contacts out of mailboxes and there is nobody to ask: look at it with "
                + "'contact-sync report " + plan + "', then add --yes",
                shown.question() + " Type " + name + " to go on: ", name::equalsIgnoreCase);
    }
}
