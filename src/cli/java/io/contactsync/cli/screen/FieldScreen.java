package io.contactsync.cli.screen;

import io.contactsync.cli.words.Amounts;
import io.contactsync.run.People;
import io.contactsync.run.PersonChange;
import io.contactsync.run.RunReport;

import java.util.ArrayList;
import java.util.List;

/**
 * Whose value of one property a plan changes.
 *
 * @param part of a plan, the changes of that property alone
 */
public record FieldScreen(RunReport part, String property, Layout layout) {

    /** The lines. */
    public List<String> lines() {
        List<PersonChange> people = People.of(part).all();
        List<String> lines = new ArrayList<>();
        lines.add(layout.ends(Signs.CHANGE + property + " of " + Amounts.of(people.size(), "person", "people"),
                Amounts.of(people.stream().mapToLong(PersonChange::updates).sum(), "update")));
        lines.addAll(ChangedRows.all(people, layout).lines());
        return lines;
    }
}
