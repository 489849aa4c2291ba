package io.contactsync.run;

import io.contactsync.core.Action;
import io.contactsync.core.ContactKey;
import io.contactsync.core.PlannedChange;
import io.contactsync.core.PlannedChange.Move;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The changes of a run by the people they are about: a view of its report, which knows nothing that the report does
 * not. Whoever moved in a source is told as a person; what the sources said before already is told by the mailboxes
 * that catch up with it.
 */
public final class People {

    private static final Comparator<PersonChange> BY_NAME = Comparator.comparing(PersonChange::called,
            String.CASE_INSENSITIVE_ORDER)
            .thenComparing(PersonChange::key);

    private final RunReport report;
    private final List<PersonChange> all;

    /**
     * Changes of one kind together.
     *
     * @param people how many people
     * @param creates how many creates in all mailboxes together
     * @param updates how many updates
     * @param deletes how many deletes
     */
    public record Total(int people, long creates, long updates, long deletes) {
    }

    private People(RunReport report, List<PersonChange> all) {
        this.report = report;
        this.all = all;
    }

    /** The people of that run. */
    public static People of(RunReport report) {
        Map<ContactKey, List<PlannedChange>> byKey = new LinkedHashMap<>();
        report.changes().forEach(change -> byKey.computeIfAbsent(change.key(), key -> new ArrayList<>()).add(change));
        return new People(report, byKey.values().stream().map(PersonChanges::together).sorted(BY_NAME).toList());
    }

    /** Everybody about whom anything changes, by name. */
    public List<PersonChange> all() {
        return all;
    }

    /** Those of them who joined, left or changed; with {@code NONE}, those with whom only mailboxes catch up. */
    public List<PersonChange> of(Move move) {
        return all.stream().filter(person -> person.move() == move).toList();
    }

    /** Their changes together. */
    public Total total(Move move) {
        List<PersonChange> people = of(move);
        return new Total(people.size(), sum(people, Action.CREATE), sum(people, Action.UPDATE),
                sum(people, Action.DELETE));
    }

    private static long sum(List<PersonChange> people, Action action) {
        return people.stream().mapToLong(person -> person.count(action)).sum();
    }

    /**
     * Mailboxes that catch up although nobody moved: those that are filled first, then by creates, updates and deletes.
     */
    public List<CatchUp> catchingUp() {
        return CatchingUp.of(report);
    }

    /** What changes in the mailbox of that place: creates, then updates, then deletes, each by name. */
    public List<PlannedChange> in(int place) {
        return report.changes().stream().filter(change -> change.reach().contains(place))
                .sorted(Comparator.comparing(PlannedChange::action)
                .thenComparing(PlannedChange::name, String.CASE_INSENSITIVE_ORDER).thenComparing(PlannedChange::key))
                        .toList();
    }
}
