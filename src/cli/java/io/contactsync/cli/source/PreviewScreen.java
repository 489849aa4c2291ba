package io.contactsync.cli.source;

import io.contactsync.cli.screen.Wrapped;
import io.contactsync.cli.words.Amounts;
import io.contactsync.core.Contact;
import io.contactsync.core.ContactField;
import io.contactsync.problem.Problem;
import io.contactsync.source.SourceContacts;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** One reading of a source for the one who writes its mapping: contact by contact, then what did not come through. */
final class PreviewScreen {

    private static final int SHOWN = 10;
    private static final String NAME = "%-14s ";
    private static final String FIELD = "  %-18s ";

    private final SourceContacts read;
    private final int rows;
    private final boolean wrapped;
    private final PrintStream out;

    /** @param wrapped whether lines are wrapped, for people; piped, each is one line, which can be searched */
    PreviewScreen(SourceContacts read, int rows, boolean wrapped, PrintStream out) {
        this.read = read;
        this.rows = rows;
        this.wrapped = wrapped;
        this.out = out;
    }

    /** @param used whether runs read the source */
    void show(Path route, boolean used) {
        line(NAME, read.source(), route.toString());
        if (!read.origin().file().isEmpty()) {
            line(NAME, "file", read.origin().file());
            line(NAME, "columns", String.join(", ", read.origin().columns()));
        }
        read.contacts().stream().limit(rows).forEach(this::contact);
        int more = read.contacts().size() - rows;
        if (more > 0) {
            out.println();
            out.println("and " + number(more) + " more: --rows " + read.contacts().size() + " shows all");
        }
        remarks("! " + read.summary(), sentences(read.notes()));
        remarks("- " + Amounts.of(read.excluded(), "row", "rows") + " left out on purpose", excluded());
        remarks("x " + (read.refused() > 0 ? Amounts.of(read.refused(), "row", "rows") + " refused"
                : "not read to its end"), sentences(read.problems()));
        totals();
        next(used);
    }

    private void contact(Contact contact) {
        out.println();
        line(NAME, "id", contact.key().id());
        contact.fields().forEach((field, value) -> {
            if (!value.isEmpty()) {
                lines(field, ValueText.of(value));
            }
        });
        String empty = contact.fields().entrySet().stream().filter(entry -> entry.getValue().isEmpty())
                .map(entry -> entry.getKey().property())
                .reduce((one, other) -> one + ", " + other).orElse("");
        if (!empty.isEmpty()) {
            line(FIELD, "(empty)", empty);
        }
    }

    /** Notes may have many lines. */
    private void lines(ContactField field, String text) {
        List<String> lines = text.lines().toList();
        for (int number = 0; number < lines.size(); number++) {
            line(FIELD, number == 0 ? field.property() : "", lines.get(number));
        }
    }

    private static List<String> sentences(List<Problem> problems) {
        return problems.stream().map(Problem::sentence).toList();
    }

    private List<String> excluded() {
        return read.leftOut().stream().filter(row -> !row.refused())
                .map(row -> row.place() + (row.name().isEmpty() ? "" : ", " + row.name()) + ": " + row.reason())
                .toList();
    }

    private void remarks(String head, List<String> remarks) {
        if (remarks.isEmpty()) {
            return;
        }
        out.println();
        say(head, "  ");
        remarks.stream().limit(SHOWN).forEach(remark -> say("  " + remark, "    "));
        if (remarks.size() > SHOWN) {
            out.println("  and " + number(remarks.size() - SHOWN) + " more: --json shows them");
        }
    }

    private void totals() {
        out.println();
        line(NAME, "total", Amounts.of(read.contacts().size(), "contact", "contacts") + ", " + number(read.excluded())
                + " left out on purpose, "
                + number(read.counts().repeated()) + " repeated, " + number(read.refused()) + " refused");
        line(NAME, "complete", read.isComplete() ? "yes: whoever it no longer names would be deleted"
                : "no: nothing of it would be deleted until it is read completely");
    }

    private void next(boolean used) {
        out.println();
        say("next: " + (!read.isComplete()
                ? "mend what is named above, then 'contact-sync preview " + read.source() + "' again"
                : used ? "contact-sync plan shows what a run would do with it"
                : "add " + read.source() + " to sync.sources in config/application.properties when this is right, then"
                + " 'contact-sync plan' shows what a run would do"), "  ");
    }

    private static String number(int number) {
        return Amounts.count(number);
    }

    private void line(String form, String name, String text) {
        String head = String.format(Locale.ROOT, form, name);
        say(head + text, " ".repeat(head.length()));
    }

    private void say(String text, String indent) {
        (wrapped ? Wrapped.lines(text, indent) : List.of(text)).forEach(out::println);
    }
}
