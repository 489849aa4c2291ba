package io.contactsync.cli.plan;

import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.core.FieldChange;
import io.contactsync.problem.NearMiss;
import io.contactsync.run.MailboxLine;
import io.contactsync.run.People;
import io.contactsync.run.PersonChange;
import io.contactsync.run.PlanPart;
import io.contactsync.run.PlanSearch;
import io.contactsync.run.RunReport;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The part of a plan that somebody asks for. What nobody or several match is a mistake of the command line, and said
 * with those who match.
 */
final class PlanChoice {

    private static final int NAMED = 10;

    private final RunReport whole;
    private RunReport report;
    private int place = -1;
    private String property = "";

    PlanChoice(RunReport report) {
        this.whole = report;
        this.report = report;
    }

    /** @throws ConfigurationException if nobody or several people of the plan are called so; null takes all */
    PlanChoice person(String wanted) {
        if (wanted != null) {
            List<PersonChange> found = new PlanSearch(whole).people(wanted);
            require(found, "--person", wanted, person -> person.called() + " [" + person.key().text() + "]",
                    "nothing changes for anybody of that name by this plan; 'contact-sync explain' tells what holds"
                            + " for a person");
            report = PlanPart.of(report, found.get(0).key());
        }
        return this;
    }

    /** @throws ConfigurationException if no mailbox or several are called so; null takes all */
    PlanChoice mailbox(String wanted) {
        if (wanted != null) {
            List<Integer> found = new PlanSearch(whole).mailboxes(wanted);
            require(found, "--mailbox", wanted, each -> whole.mailboxes().get(each).called() + " [" + whole.mailboxes()
                    .get(each).mailbox() + "]",
                    "it is not among the " + whole.mailboxes().size() + " mailboxes of this plan" + near(wanted)
                            + "; 'contact-sync report " + whole.id() + " --open' lists them");
            place = found.get(0);
            report = PlanPart.in(report, place);
        }
        return this;
    }

    private String near(String wanted) {
        return NearMiss.question(wanted, whole.mailboxes().stream().map(MailboxLine::called).toList());
    }

    /** @throws ConfigurationException if no update changes that property; null takes all */
    PlanChoice field(String wanted) {
        if (wanted != null) {
            TreeSet<String> all = whole.changes().stream().flatMap(change -> change.fields().stream())
                    .map(FieldChange::property)
                    .collect(Collectors.toCollection(TreeSet::new));
            property = all.stream().filter(each -> each.equalsIgnoreCase(wanted)).findFirst()
                    .orElseThrow(() -> new ConfigurationException(
                    "--field: nothing changes of '" + wanted + "' by this plan - "
                            + (all.isEmpty() ? "it changes no field" : "it changes "
                            + String.join(", ", all))));
            report = PlanPart.of(report, property);
        }
        return this;
    }

    private static <T> void require(List<T> found, String option, String wanted, Function<T, String> called,
            String none) {
        if (found.isEmpty()) {
            throw new ConfigurationException(option + ": nothing is called '" + wanted + "' - " + none);
        }
        if (found.size() > 1) {
            throw new ConfigurationException(option + ": " + found.size() + " match '" + wanted + "': "
                    + found.stream().limit(NAMED).map(called)
                    .collect(Collectors.joining(", ")) + (found.size() > NAMED ? " …" : "")
                            + " - say more of the name, or what stands in brackets");
        }
    }

    /** What was asked for of the plan. */
    RunReport report() {
        return report;
    }

    /** The one person. */
    PersonChange who() {
        return People.of(report).all().stream().findFirst()
                .orElseThrow(() -> new ConfigurationException("nothing of that changes for that person"));
    }

    /** The mailbox's place in the run's list; -1 if none was asked for. */
    int place() {
        return place;
    }

    /** What people call that mailbox; empty if none was asked for. */
    String called() {
        MailboxLine line = place < 0 ? null : whole.mailboxes().get(place);
        return line == null ? "" : line.called();
    }

    /** The property as Graph names it; empty if none was asked for. */
    String property() {
        return property;
    }
}
