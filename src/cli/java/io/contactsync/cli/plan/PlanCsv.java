package io.contactsync.cli.plan;

import io.contactsync.core.Action;
import io.contactsync.core.FieldChange;
import io.contactsync.core.PlannedChange;
import io.contactsync.core.Printable;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A plan as CSV (RFC 4180): a line for each person and change, of an update for each property, and one more for each
 * other value that mailboxes hold.
 *
 * <p>A spreadsheet takes a cell that begins with {@code = + - @}, a tab or a carriage return for a formula, and names
 * and numbers come from outside: such a cell gets an apostrophe before it, which spreadsheets show as text. So does
 * such a sign behind {@code ; ,}, a tab or a line end within a cell: many spreadsheets part cells there, quotes or
 * none. Control characters become spaces.
 */
public final class PlanCsv {

    private static final String[] HEADER = {"change", "move", "source", "id", "name", "property", "before", "after",
            "before_known", "mailboxes", "mailbox",
        "reason"};
    /** With their wide forms, which some spreadsheets take for the same. */
    private static final String FORMULA = "[=+\\-@\uff1d\uff0b\uff0d\uff20]";
    private static final String BLANK = "[\\s\\p{Z}\\p{Cc}\\p{Cf}\"']*";
    private static final Pattern FIRST = Pattern.compile("[\t\r]|" + BLANK + FORMULA);
    private static final Pattern INNER = Pattern.compile("(?<!^)([;,\\t\\v]" + BLANK + ")(?=" + FORMULA + ")");

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
        csv.printRecord(Arrays.stream(cells).map(PlanCsv::harmless).toArray());
    }

    /** The cell as text that no spreadsheet computes. */
    public static String harmless(String cell) {
        String line = Printable.line(INNER.matcher(cell).replaceAll("$1'"));
        return FIRST.matcher(cell).lookingAt() ? "'" + line : line;
    }
}
