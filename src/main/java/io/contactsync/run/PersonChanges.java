package io.contactsync.run;

import io.contactsync.core.Action;
import io.contactsync.core.ContactField;
import io.contactsync.core.FieldChange;
import io.contactsync.core.PlannedChange;
import io.contactsync.core.PlannedChange.Move;
import io.contactsync.core.Reach;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts together what a run plans about one person. */
final class PersonChanges {

    /** In the order of the table of properties, names and numbers before the rest. */
    private static final Comparator<String> AS_READ = Comparator.comparing(PersonChanges::rank)
            .thenComparing(Comparator.naturalOrder());

    /** What a property becomes. */
    private record Shift(String before, String after) {
    }

    private PersonChanges() {
    }

    /** @param changes of one key, at least one */
    static PersonChange together(List<PlannedChange> changes) {
        PlannedChange told = changes.stream().min(Comparator.comparing((PlannedChange change) ->
                change.move() == Move.NONE)
                .thenComparing(change -> -change.reach().size())).orElseThrow();
        String name = changes.stream().map(PlannedChange::name).filter(known -> !known.isEmpty()).findFirst()
                .orElse("");
        Reach reach = changes.stream().map(PlannedChange::reach).reduce(Reach.NONE, Reach::and);
        int unknown = changes.stream().filter(change -> change.action() == Action.UPDATE && !change.known())
                .mapToInt(PersonChanges::size).sum();
        return new PersonChange(told.key(), name, told.move(), told.reason(), count(changes, Action.CREATE),
                count(changes, Action.UPDATE), count(changes, Action.DELETE), fields(changes), unknown, reach);
    }

    private static int count(List<PlannedChange> changes, Action action) {
        return changes.stream().filter(change -> change.action() == action).mapToInt(PersonChanges::size).sum();
    }

    private static int size(PlannedChange change) {
        return change.reach().size();
    }

    /** Mailboxes that lag may hold different old values: each shift with the number of those that make it. */
    private static List<FieldShift> fields(List<PlannedChange> changes) {
        Map<String, Map<Shift, Integer>> properties = new TreeMap<>(AS_READ);
        for (PlannedChange change : changes) {
            for (FieldChange field : change.fields()) {
                properties.computeIfAbsent(field.property(), property -> new LinkedHashMap<>())
                        .merge(new Shift(field.before(), field.after()), size(change), Integer::sum);
            }
        }
        return properties.entrySet().stream().map(property -> most(property.getKey(), property.getValue())).toList();
    }

    private static int rank(String property) {
        ContactField field = ContactField.of(property);
        return field == null ? Integer.MAX_VALUE : field.ordinal();
    }

    private static FieldShift most(String property, Map<Shift, Integer> shifts) {
        Map.Entry<Shift, Integer> most = shifts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        int all = shifts.values().stream().mapToInt(Integer::intValue).sum();
        return new FieldShift(property, most.getKey().before(), most.getKey().after(), most.getValue(),
                all - most.getValue());
    }
}
