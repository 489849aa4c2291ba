package io.contactsync.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.contactsync.core.CandidateMatch.Kind;

/**
 * The changes by which the contacts of a former tool become ours, or go.
 *
 * <pre>
 *  match                  | what happens
 * ------------------------+------------------------------------------------------------------------------------
 *  certain                | update: it becomes ours, keeps its other categories and what we do not manage
 *  certain, but a create  | nothing: a later run sees whether that create is there
 *  of it is unsettled     |
 *  double, unmatched      | deletion, if somebody wants the rest to go
 *  ambiguous              | deletion, if somebody wants these to go as well
 * </pre>
 *
 * <p>A double goes only where ours stands beside it already, or another contact of the tool becomes ours in the same
 * plan. The former tool's category is taken off what becomes ours: by it that tool, or whoever cleans up after it,
 * would take our contacts away.
 *
 * @param ours our category
 * @param former the former tool's category; empty if it is not known by one
 * @param rest what goes
 */
public record Adopting(String ours, String former, FormerRest rest) {

    /**
     * The changes, sorted.
     *
     * @param after content hash of a desired contact
     * @param unsettled whether a create of it was sent too recently to trust the mailbox's list
     */
    public List<Change> changes(List<CandidateMatch> matches, Function<ContactKey, String> after,
            Predicate<ContactKey> unsettled) {
        List<Change> changes = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (CandidateMatch match : matches) {
            Candidate contact = match.candidate();
            int number = numbers.merge(contact.content(), 1, Integer::sum);
            boolean waits = match.with().stream().anyMatch(unsettled);
            if (match.kind() == Kind.CERTAIN && !waits) {
                changes.add(Change.adopt(contact, match.key(), match.by(), after.apply(match.key()),
                        categories(contact)));
            } else if (rest.takes(match.kind()) && !waits) {
                changes.add(Change.delete(key(contact, number), contact.id(), FormerRest.reason(match.kind()),
                        contact.changeKey(), contact.content()));
            }
        }
        changes.sort(Comparator.naturalOrder());
        return changes;
    }

    /** Equal contacts of several mailboxes share it, so that people see them as one; in a mailbox each has its own. */
    private static ContactKey key(Candidate contact, int number) {
        return new ContactKey(FormerRest.SOURCE, contact.content() + "-" + number);
    }

    private List<String> categories(Candidate contact) {
        return Stream.concat(contact.categories().stream()
                .filter(each -> !each.equalsIgnoreCase(ours) && !each.equalsIgnoreCase(former)), Stream.of(ours))
                .toList();
    }
}
