package io.contactsync.cli.sync;

import io.contactsync.cli.app.App;
import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.cli.explain.Finder;
import io.contactsync.cli.process.Shown;
import io.contactsync.cli.screen.FormerScreen;
import io.contactsync.cli.words.Amounts;
import io.contactsync.contact.FormerMarks;
import io.contactsync.core.Action;
import io.contactsync.core.FormerRest;
import io.contactsync.run.AdoptOrder;
import io.contactsync.run.ExitCode;
import io.contactsync.run.RunReport;
import io.contactsync.run.RunRequest;
import io.contactsync.run.RunSettings;
import io.contactsync.run.Scope;
import io.contactsync.run.StoredPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.Set;
import java.util.concurrent.Callable;

/** Takes over contacts of another installation, or of a former tool. */
@Command(name = "adopt", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Takes over contacts that somebody else wrote: another installation, or a former tool.",
            "Looks first, shows what changes, and asks once; then it does what it has shown, and nothing else.",
            "With --instance it synchronises once, and contacts with that installation's key and our category become "
                    + "ours: what a source of ours names is brought up to date, the rest of them is left as it is, "
                    + "unless sync.retired-sources names its source. That installation must not run any more.",
            "With the marks of a former tool (all that are given must fit) its contacts are matched by e-mail address, "
                    + "number, then name. What is certain becomes ours, and loses the tool's category; all else stays, "
                    + "unless --remove-rest is given. Contacts without those marks are private and are not read."},
        footerHeading = "%nExamples:%n", footer = {"  contact-sync adopt --category Administrator --dry-run",
            "  contact-sync adopt --folder Company --remove-rest",
            "  contact-sync adopt --instance former --yes",
            "",
            "Next: contact-sync sync"})
public final class AdoptCommand implements Callable<Integer> {

    @Option(names = "--instance", paramLabel = "<name>",
            description = "Another installation's sync.instance, as the summary of a run names it.")
    private String instance;
    @Mixin
    private FormerOptions former;
    @Option(names = "--remove-rest", description = "Removes the tool's contacts that are nobody's, and those that "
            + "stand beside ours.")
    private boolean removeRest;
    @Option(names = "--remove-ambiguous", description = "With --remove-rest: removes also those that may be "
            + "somebody's.")
    private boolean removeAmbiguous;
    @Option(names = "--dry-run", description = "Shows what would be taken over, and writes nothing.")
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
        require(instance != null ^ former.isAny(), "say what to take over: --instance, or the marks of a former tool "
                + "(--category, --folder, --pattern)");
        require(!removeAmbiguous || removeRest, "--remove-ambiguous goes with --remove-rest");
        if (instance != null) {
            check(configuration.get("sync.instance"));
            require(!removeRest && former.mailboxes().isEmpty(), "--remove-rest and --mailbox go with the marks of a "
                    + "former tool, not with --instance");
        }
        FormerMarks marks = instance == null ? former.marks() : null;
        try (App app = App.start(configuration, false)) {
            RunReport report = marks == null ? ofInstance(app) : ofFormerTool(app, marks);
            return report.exit();
        }
    }

    private static void require(boolean good, String sentence) {
        if (!good) {
            throw new ConfigurationException(sentence);
        }
    }

    private RunReport ofInstance(App app) {
        RunReport report = new PreviewedRun(app, json)
                .run(new RunRequest(true, Set.of(), Set.of(instance)), dryRun, this::confirm);
        if (report.exit() != ExitCode.FAILED && report.totals().total() > 0
                && report.totals().tally().updated() == 0) {
            System.err.println("contact-sync: nothing was taken over: no contact of an installation '" + instance
                    + "' that our sources name is in any target - is that the name? The summary of a run without "
                    + "adopt says which ones are there");
        }
        return report;
    }

    private RunReport ofFormerTool(App app, FormerMarks marks) {
        FormerRest rest = !removeRest ? FormerRest.STAYS
                : removeAmbiguous ? FormerRest.GOES_AMBIGUOUS_TOO : FormerRest.GOES;
        AdoptOrder order = new AdoptOrder(marks, rest, false,
                new Scope(new Finder(app).mailboxes(former.mailboxes()), Set.of()));
        RunScreen screen = new RunScreen(app, json, System.out);
        RunReport report = new PreviewedRun(app, json).run(new RunRequest(true, Set.of(), Set.of(), "", order), dryRun,
                plan -> screen.show(plan, new FormerScreen(plan, order, former.typed(),
                        PlanConfiguration.means(app.configuration()), Shown.layout()).lines()),
                (planned, plan) -> confirm(plan));
        if (!dryRun && report.isPlan() && report.exit() != ExitCode.FAILED && report.changes().isEmpty()) {
            System.err.println("contact-sync: nothing was taken over: " + (report.former().isEmpty()
                    ? "no contact with those marks is in any target" : "of no contact with those marks it is certain "
                    + "that it is to become ours" + (removeRest ? "" : "; those beside ours are taken out by "
                    + "contact-sync adopt " + former.typed() + " --remove-rest")));
        }
        return report;
    }

    private void check(String own) {
        if (!RunSettings.isInstance(instance)) {
            throw new ConfigurationException(
                    "--instance must be an installation's name, kebab-case (a-z, 0-9, -), at most "
                            + RunSettings.LONGEST_INSTANCE + " characters - was '" + instance + "'");
        }
        if (instance.equals(own)) {
            throw new ConfigurationException("--instance must name another installation: '"
                    + own + "' is this one (sync.instance)");
        }
    }

    /** Of an installation its name is the answer: nobody types it by chance. */
    private void confirm(StoredPlan plan) {
        if (yes) {
            return;
        }
        if (instance != null) {
            PlanConsent.require(plan, "adopt", "The contacts of '" + instance + "' in all targets become ours. Type "
                    + "its name to go on: ", instance::equals);
        } else {
            PlanConsent.require(plan, "adopt", question(plan));
        }
    }

    private static String question(StoredPlan plan) {
        long removed = plan.changes().stream().filter(change -> change.action() == Action.DELETE)
                .mapToLong(change -> change.reach().size()).sum();
        return Amounts.of(plan.size() - removed, "contact") + " in " + Amounts.mailboxes(plan.reached())
                + " become ours" + (removed == 0 ? "" : ", " + Amounts.count(removed) + " are removed");
    }
}
