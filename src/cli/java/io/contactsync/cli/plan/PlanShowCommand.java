package io.contactsync.cli.plan;

import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.process.Shown;
import io.contactsync.cli.screen.DriftScreen;
import io.contactsync.cli.screen.FieldScreen;
import io.contactsync.cli.screen.MailboxScreen;
import io.contactsync.cli.screen.PersonScreen;
import io.contactsync.cli.screen.PhonesScreen;
import io.contactsync.cli.screen.PlanMeans;
import io.contactsync.cli.screen.PlanScreen;
import io.contactsync.cli.sync.PlanConfiguration;
import io.contactsync.run.ExitCode;
import io.contactsync.run.RunReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** A stored plan, whole or narrowed. */
@Command(name = "show", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Shows a stored plan again: the whole of it, or what concerns a person, a mailbox or a field.",
                "Nothing is asked of Graph."},
        footerHeading = "%nExamples:%n", footer = {"  contact-sync plan show --person 'Bob Ahrens'",
            "  contact-sync plan show --mailbox anna@contoso.com --csv > anna.csv"})
final class PlanShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "<plan>", arity = "0..1", defaultValue = "",
            description = "Id of a plan or a run, or how it begins (default: the latest plan).")
    private String id;
    @Option(names = "--person", paramLabel = "<person>",
            description = "Only this person: a name or a part of it, an address, or a key.")
    private String person;
    @Option(names = "--mailbox", paramLabel = "<mailbox>",
            description = "Only this mailbox: an address, a name or an object id.")
    private String mailbox;
    @Option(names = "--field", paramLabel = "<field>",
            description = "Only what changes of this field, for example mobilePhone.")
    private String field;
    @Option(names = "--phones",
            description = "Only the telephone numbers that were not read: where they stand, and what to set.")
    private boolean phones;
    @Option(names = "--drift",
            description = "Only what owners and phones have done to contacts of ours: before, and after "
                    + "(default: by the latest plan or run).")
    private boolean drift;
    @Option(names = "--csv", description = "As CSV, a line for each person and change.")
    private boolean csv;
    @Option(names = "--json", description = "As one line of JSON.")
    private boolean json;
    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        Configuration configuration = common.configuration();
        PlanMeans means = PlanConfiguration.means(configuration);
        StoredPlans plans = StoredPlans.of(configuration);
        RunReport report = plans.find(id, drift);
        PlanChoice choice = new PlanChoice(report).person(person).mailbox(mailbox).field(field);
        if (csv) {
            Shown.file(PlanCsv.of(choice.report(), choice.called()), System.out);
        } else if (json) {
            System.out.println(PlanJson.line(choice.report(), means.cost()));
        } else {
            List<String> lines = new ArrayList<>(plans.head(report));
            lines.addAll(lines(choice, means, plans));
            Shown.lines(lines, System.out);
        }
        return ExitCode.DONE;
    }

    private List<String> lines(PlanChoice choice, PlanMeans means, StoredPlans plans) {
        if (phones) {
            return new PhonesScreen(choice.report(), means, Shown.layout()).lines();
        }
        if (drift) {
            return new DriftScreen(choice.report(), Shown.layout()).lines();
        }
        if (mailbox != null) {
            return new MailboxScreen(choice.report(), choice.place(), Shown.layout()).lines();
        }
        if (person != null) {
            return new PersonScreen(choice.report(), choice.who(), plans.written(choice.report()), Shown.layout())
                    .lines();
        }
        return field != null ? new FieldScreen(choice.report(), choice.property(), Shown.layout()).lines()
                : new PlanScreen(choice.report(), means, Shown.layout()).lines();
    }
}
