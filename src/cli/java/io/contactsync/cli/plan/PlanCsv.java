package io.contactsync.cli.plan;

import io.contactsync.cli.words.CsvCell;
import io.contactsync.core.Action;
import io.contactsync.core.FieldChange;
import io.contactsync.core.PlannedChange;
import io.contactsync.run.People;
import io.contactsync.run.PersonChange;
import io.contactsync.run.RunReport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A plan as CSV (RFC 4180): a line for each person and change, of an update for each property, and one more for each
 * other value that mailboxes hold.
 */
final class PlanCsv {

    private static final String[] HEADER = {"change", "move", "source", "id", "name", "property", "before", "after",
            "before_known", "mailboxes", "mailbox",
        "reason"};

    private PlanCsv() {
    }

    /** @param mailbox what the one mailbox of these changes is called; empty if they are those of all */
    static String of(RunReport report, String mailbox) {
        Map<io.contactsync.core.ContactKey, List<PlannedChange>> changes = report.changes().stream()
                .collect(Collectors.groupingBy(PlannedChange::key));
        StringBuilder text = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord((Object[]) HEADER);
            for (PersonChange person : People.of(report).all()) {
                for (PlannedChange change : changes.get(person.key())) {
                    print(csv, person, change, mailbox);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void print(CSVPrinter csv, PersonChange person, PlannedChange change,
            String mailbox) throws IOException {
        if (change.fields().isEmpty()) {
            print(csv, person, change, new FieldChange("", "", ""), mailbox);
        }
        for (FieldChange field : change.fields()) {
            print(csv, person, change, field, mailbox);
        }
    }

    private static void print(CSVPrinter csv, PersonChange person, PlannedChange change, FieldChange field,
            String mailbox) throws IOException {
        String known = change.action() == Action.CREATE ? "" : change.known() ? "yes" : "no";
        row(csv, change.action().word(), change.move().name().toLowerCase(Locale.ROOT), change.key().source(),
                change.key().id(), person.name(), field.property(), field.before(), field.after(), known,
                Integer.toString(change.reach().size()), mailbox, change.reason());
    }

    private static void row(CSVPrinter csv, String... cells) throws IOException {
        csv.printRecord(Arrays.stream(cells).map(CsvCell::harmless).toArray());
    }
}
