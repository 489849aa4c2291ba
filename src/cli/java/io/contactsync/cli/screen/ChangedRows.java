package io.contactsync.cli.screen;

import io.contactsync.cli.words.Amounts;
import io.contactsync.run.FieldShift;
import io.contactsync.run.PersonChange;

import java.util.ArrayList;
import java.util.List;

/**
 * People who change, a row for each property: name, property, before and after, in how many mailboxes. On a terminal
 * only so many people and rows as leave room for the rest: where there are more, each person has one row, and says how
 * many properties more there are.
 */
final class ChangedRows {

    private static final int MOST_PEOPLE = 10;
    private static final int MOST_ROWS = 14;
    private static final int MOST_NAME = 18;
    private static final int MOST_PROPERTY = 17;

    private final List<PersonChange> people;
    private final int hidden;
    private final boolean all;
    private final Layout layout;

    /** One line. */
    private record Row(String name, String property, FieldShift shift, String instead, int mailboxes) {
    }

    private ChangedRows(List<PersonChange> people, int hidden, boolean all, Layout layout) {
        this.people = people;
        this.hidden = hidden;
        this.all = all;
        this.layout = layout;
    }

    /** As many as leave room for the rest. */
    static ChangedRows some(List<PersonChange> all, Layout layout) {
        int shown = layout.fits() ? Math.min(MOST_PEOPLE, all.size()) : all.size();
        return new ChangedRows(all.subList(0, shown), all.size() - shown, !layout.fits(), layout);
    }

    /** All of them. */
    static ChangedRows all(List<PersonChange> all, Layout layout) {
        return new ChangedRows(all, 0, true, layout);
    }

    List<String> lines() {
        boolean each = all || people.stream().mapToInt(person -> Math.max(1, person.fields().size()))
                .sum() <= MOST_ROWS;
        List<Row> rows = new ArrayList<>();
        people.forEach(person -> rows(person, each, rows));
        int name = widest(rows.stream().map(Row::name).toList(), MOST_NAME);
        int property = widest(rows.stream().map(Row::property).toList(), MOST_PROPERTY);
        List<String> lines =
                new ArrayList<>(rows.stream().map(row -> line(row, name, property, row == rows.get(0))).toList());
        if (hidden > 0) {
            lines.add(Signs.BELOW + "and " + Amounts.count(hidden) + " more: contact-sync plan show --csv");
        }
        return lines;
    }

    private void rows(PersonChange person, boolean each, List<Row> rows) {
        if (person.fields().isEmpty()) {
            rows.add(new Row(person.called(), "", null, person.unknown() > 0 ? "what it was before is not known" : "",
                    person.reach().size()));
        } else if (each) {
            String again = layout.fits() ? "" : person.called();
            person.fields().forEach(field -> rows.add(new Row(field == person.fields().get(0) ? person.called()
                    : again, field.property(), field, "",
                    field.mailboxes() + field.others())));
        } else {
            FieldShift first = person.fields().get(0);
            int more = person.fields().size() - 1;
            rows.add(new Row(person.called(), first.property() + (more > 0 ? " +" + more : ""), first, "",
                    first.mailboxes() + first.others()));
        }
    }

    private static int widest(List<String> texts, int most) {
        return Math.min(most, texts.stream().mapToInt(Columns::width).max().orElse(0));
    }

    /** @param first the first row says what the number counts, for all */
    private String line(Row row, int name, int property, boolean first) {
        String begin = Signs.BELOW + layout.cell(row.name(), name) + "  "
                + (property == 0 ? "" : layout.cell(row.property(), property) + "  ");
        if (!layout.fits()) {
            return begin + (row.shift() == null ? row.instead() : Shifts.text(row.shift())) + "   in "
                    + Amounts.mailboxes(row.mailboxes());
        }
        String end = "in " + (first ? Amounts.mailboxes(row.mailboxes()) : Amounts.count(row.mailboxes()));
        int room = Layout.WIDTH - Columns.width(begin) - end.length() - 2;
        return layout.ends(begin + (row.shift() == null ? row.instead() : Shifts.cut(row.shift().before(), row.shift()
                .after(), room)), end);
    }
}
