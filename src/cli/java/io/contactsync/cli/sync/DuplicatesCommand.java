package io.contactsync.cli.sync;

import java.util.Set;
import java.util.concurrent.Callable;

import io.contactsync.cli.app.App;
import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.cli.explain.Finder;
import io.contactsync.cli.process.Shown;
import io.contactsync.cli.screen.DuplicatesScreen;
import io.contactsync.contact.FormerMarks;
import io.contactsync.core.FormerRest;
import io.contactsync.run.AdoptOrder;
import io.contactsync.run.ExitCode;
import io.contactsync.run.RunReport;
import io.contactsync.run.RunRequest;
import io.contactsync.run.Scope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the contacts of a former tool that stand beside ours. */
@Command(name = "duplicates", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Lists contacts of a former tool that stand beside ours, or will after the next run.",
            "They are matched by e-mail address, number and name; contacts without the marks of that tool are private "
                    + "and are not read.",
            "Writes nothing into any mailbox."},
        footerHeading = "%nExamples:%n", footer = {"  contact-sync duplicates --category Administrator",
            "  contact-sync duplicates --folder Company --mailbox anna@contoso.com --csv",
            "",
            "Next: contact-sync adopt --category Administrator --dry-run; --remove-rest takes out doubles"})
public final class DuplicatesCommand implements Callable<Integer> {

    @Mixin
    private FormerOptions former;
    @Option(names = "--json", description = "Prints one line of JSON and nothing else on standard output.")
    private boolean json;
    @Option(names = "--csv", description = "Prints a line of CSV for each contact and mailbox, and nothing else.")
    private boolean csv;
    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        FormerMarks marks = former.marks();
        try (App app = App.start(common.configuration(), false)) {
            Scope scope = new Scope(new Finder(app).mailboxes(former.mailboxes()), Set.of());
            AdoptOrder order = new AdoptOrder(marks, FormerRest.STAYS, true, scope);
            RunReport report = new RunScreen(app, json || csv, System.out)
                    .run("", new RunRequest(true, Set.of(), Set.of(), "", order));
            if (report.exit() == ExitCode.FAILED) {
                new RunScreen(app, json, System.out).show(report);
            } else if (json) {
                System.out.println(FormerJson.line(report));
            } else if (csv) {
                Shown.file(FormerCsv.of(report), System.out);
            } else {
                Shown.lines(new DuplicatesScreen(report, order, former.typed(), Shown.layout()).lines(), System.out);
            }
            return report.exit();
        }
    }
}
