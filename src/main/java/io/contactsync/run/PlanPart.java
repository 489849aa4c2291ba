package io.contactsync.run;

import io.contactsync.core.ContactKey;
import io.contactsync.core.FieldChange;
import io.contactsync.core.PlannedChange;
import io.contactsync.core.Reach;

import java.util.List;

/** A part of a run's changes: the same report, and in it only what concerns a person, a mailbox or a property. */
public final class PlanPart {

    private PlanPart() {
    }

    /** What is planned about that person. */
    public static RunReport of(RunReport report, ContactKey person) {
        return report.with(report.changes().stream().filter(change -> change.key().equals(person)).toList());
    }

    /** What is planned in the mailbox of that place, and reaches no other here. */
    public static RunReport in(RunReport report, int place) {
        return report.with(report.changes().stream().filter(change -> change.reach().contains(place))
                .map(change -> with(change, change.fields(), Reach.of(place))).toList());
    }

    /** Updates that change that property, and of it alone. */
    public static RunReport of(RunReport report, String property) {
        return report.with(report.changes().stream().map(change -> with(change, only(change, property), change.reach()))
                .filter(change -> !change.fields().isEmpty()).toList());
    }

    private static List<FieldChange> only(PlannedChange change, String property) {
        return change.fields().stream().filter(field -> field.property().equals(property)).toList();
    }

    private static PlannedChange with(PlannedChange change, List<FieldChange> fields, Reach reach) {
        return new PlannedChange(change.action(), change.key(), change.name(), change.move(), change.reason(),
                change.before(), change.after(), change.known(), fields, reach);
    }
}
