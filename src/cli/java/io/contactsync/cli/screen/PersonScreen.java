package io.contactsync.cli.screen;

import io.contactsync.cli.words.Amounts;
import io.contactsync.cli.words.Moves;
import io.contactsync.core.MailboxResult.Status;
import io.contactsync.run.FieldShift;
import io.contactsync.run.MailboxLine;
import io.contactsync.run.PersonChange;
import io.contactsync.run.RunReport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** What a plan has about one person: what changes, in which mailboxes, and which ones it does not reach. */
public final class PersonScreen {

    private static final int LABEL = 13;

    private final RunReport report;
    private final PersonChange person;
    private final Map<String, String> written;
    private final Layout layout;

    /** Of somebody of whom it is not known what is written. */
    public PersonScreen(RunReport report, PersonChange person, Layout layout) {
        this(report, person, Map.of(), layout);
    }

    /** @param written property and text of the contact that is created; empty if that is not known */
    public PersonScreen(RunReport report, PersonChange person, Map<String, String> written, Layout layout) {
        this.written = written;
        this.report = report;
        this.person = person;
        this.layout = layout;
    }

    /** The lines. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.addAll(layout.sentence(sign() + person.called() + " " + moved() + " [" + person.key().text() + "]",
                "  "));
        int widest = person.fields().stream().mapToInt(field -> Columns.width(field.property())).max().orElse(0);
        person.fields().forEach(field -> field(field, widest, lines));
        if (person.fields().isEmpty() && person.creates() > 0) {
            written(lines);
        }
        List<String> given = new DriftScreen(report, layout).givenBack(person.key()::equals);
        lines.addAll(given);
        if (person.unknown() > 0 && given.isEmpty()) {
            lines.add(Signs.BELOW + "in " + Amounts.mailboxes(person.unknown())
                    + " it is not known what it was before");
        }
        lines.add("");
        lines.add(label("changes") + PlanPeople.amounts(person.creates(), person.updates(), person.deletes()));
        mailboxes("reached", IntStream.range(0, report.mailboxes().size()).filter(person.reach()::contains).toArray(),
                lines);
        mailboxes("not reached", IntStream.range(0, report.mailboxes().size()).filter(place -> !person.reach()
                .contains(place)).toArray(), lines);
        return lines;
    }

    /** What everybody gets who gets the contact anew. */
    private void written(List<String> lines) {
        if (written.isEmpty()) {
            lines.addAll(layout.sentence(
                    Signs.BELOW + "what will be written: contact-sync preview " + person.key().source(), Signs.BELOW));
        }
        int widest = written.keySet().stream().mapToInt(Columns::width).max().orElse(0);
        written.forEach((property, text) -> lines
                .addAll(layout.sentence(Signs.BELOW + layout.cell(property, widest) + "  " + text,
                Signs.BELOW + " ".repeat(widest + 2))));
    }

    private String sign() {
        return switch (person.move()) {
            case JOINED -> Signs.JOIN;
            case LEFT -> Signs.LEAVE;
            case CHANGED -> Signs.CHANGE;
            case NONE -> Signs.CATCH_UP;
        };
    }

    private String moved() {
        String verb = Moves.verb(person.move(), 1, true);
        return switch (person.move()) {
            case JOINED, CHANGED -> verb;
            case LEFT -> verb + ": " + person.reason();
            case NONE -> "is as before; " + verb;
        };
    }

    private void field(FieldShift field, int widest, List<String> lines) {
        String begin = Signs.BELOW + layout.cell(field.property(), widest) + "  ";
        String text = Shifts.text(field);
        if (!layout.fits() || Columns.width(begin + text) <= Layout.WIDTH) {
            lines.add(begin + text);
        } else {
            lines.addAll(layout.sentence(begin + text, " ".repeat(Columns.width(begin))));
        }
    }

    private static String label(String text) {
        return text + " ".repeat(LABEL - text.length());
    }

    private void mailboxes(String label, int[] places, List<String> lines) {
        if (places.length == 0) {
            return;
        }
        lines.add(label(label) + Amounts.count(places.length) + " of " + Amounts.mailboxes(report.mailboxes().size()));
        List<String> named = IntStream.of(places).mapToObj(place -> report.mailboxes().get(place)).map(this::named)
                .toList();
        lines.addAll(layout.names(named, Signs.BELOW));
    }

    /** What people call it, and why nothing happens in it where that is known. */
    private String named(MailboxLine line) {
        if (line.mailbox().equals(person.key().id())) {
            return line.called() + " (their own)";
        }
        boolean through = line.status() == Status.DONE || line.status() == Status.HELD;
        return through ? line.called() : line.called() + " (" + line.status().word().toLowerCase(Locale.ROOT) + ": "
                + line.cause() + ")";
    }
}
