package io.contactsync.run;

import io.contactsync.core.ContactKey;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the people and mailboxes of a run by what somebody calls them. Who is called exactly so comes before those
 * whose name only holds it; upper and lower case are alike.
 */
public final class PlanSearch {

    private final RunReport report;
    private final Map<String, String> addresses;

    public PlanSearch(RunReport report) {
        this.report = report;
        this.addresses = report.mailboxes().stream().collect(Collectors.toMap(MailboxLine::mailbox, line ->
                lower(line.address()), (first, same) -> first));
    }

    /**
     * Those about whom something is planned.
     *
     * @param wanted a key, {@code source|id} or the id alone, an address of somebody who is a target too, a name or a
     *        part of one
     */
    public List<PersonChange> people(String wanted) {
        List<PersonChange> all = People.of(report).all();
        String lower = lower(wanted);
        return first(all, person -> person.key().text().equals(wanted) || person.key().id().equals(wanted), person ->
                lower.equals(address(person.key())),
                person -> lower(person.name()).equals(lower), person -> lower(person.name()).contains(lower));
    }

    /** The address of that person, in lower case; empty if it is not known. */
    private String address(ContactKey key) {
        String address = addresses.getOrDefault(key.id(), "");
        return address.isEmpty() ? null : address;
    }

    /**
     * Places of mailboxes in the run's list.
     *
     * @param wanted an object id, an address, a name or a part of one of both
     */
    public List<Integer> mailboxes(String wanted) {
        List<MailboxLine> lines = report.mailboxes();
        String lower = lower(wanted);
        return first(IntStream.range(0, lines.size()).boxed().toList(), place -> lower(lines.get(place).mailbox())
                .equals(lower),
                place -> lower(lines.get(place).address()).equals(lower), place -> lower(lines.get(place).name())
                        .equals(lower),
                place -> lower(lines.get(place).address()).contains(lower) || lower(lines.get(place).name())
                        .contains(lower));
    }

    @SafeVarargs
    private static <T> List<T> first(List<T> all, Predicate<T>... ways) {
        for (Predicate<T> way : ways) {
            List<T> found = all.stream().filter(way).toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
