package io.contactsync.core;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.contactsync.core.CandidateMatch.Kind;
import io.contactsync.core.Claims.Claim;

/**
 * Matches the contacts of a former tool to desired ones, in each mailbox for itself; made once a run. Nothing counts
 * that is not unique on both sides: {@link Claims} says what a contact may be, and here only one contact of a mailbox
 * becomes somebody's. Others of the same name that are certainly theirs too are doubles; whatever is less clear is
 * ambiguous, and stays.
 */
public final class Matching {

    private final List<ContactKey> keys;
    private final Claims claims;

    /** With those desired contacts. */
    public Matching(Map<ContactKey, Traits> desired) {
        this.keys = List.copyOf(desired.keySet());
        this.claims = new Claims(keys.stream().map(desired::get).toList());
    }

    /**
     * Whose each of them is, in the order of their ids.
     *
     * @param isThere whether a contact of ours, or one that we leave alone, stands in that mailbox for them
     * @param own keys that the mailbox shall not hold: its owner's own card
     */
    public List<CandidateMatch> of(List<Candidate> candidates, Predicate<ContactKey> isThere, Set<ContactKey> own) {
        List<Candidate> sorted = candidates.stream().sorted(Comparator.comparing(Candidate::id)).toList();
        List<Claim> made = sorted.stream().map(each -> claims.of(each.traits())).toList();
        Map<Integer, List<Integer>> rivals = new HashMap<>();
        for (int number = 0; number < made.size(); number++) {
            if (made.get(number).isCertain()) {
                rivals.computeIfAbsent(made.get(number).place(), first -> new ArrayList<>()).add(number);
            }
        }
        Values values = new Values(sorted);
        List<CandidateMatch> matches = new ArrayList<>();
        for (int number = 0; number < made.size(); number++) {
            Claim claim = made.get(number);
            Candidate candidate = sorted.get(number);
            if (!claim.isCertain()) {
                matches.add(unclear(candidate, claim));
            } else {
                Kind kind = own.contains(keys.get(claim.place())) ? Kind.UNMATCHED
                        : kind(number, rivals.get(claim.place()), made, sorted, values);
                matches.add(clear(candidate, claim, kind, isThere));
            }
        }
        return matches;
    }

    private CandidateMatch unclear(Candidate candidate, Claim claim) {
        return new CandidateMatch(candidate, claim.places().isEmpty() ? Kind.UNMATCHED : Kind.AMBIGUOUS, null,
                keys(claim.places()));
    }

    private CandidateMatch clear(Candidate candidate, Claim claim, Kind kind, Predicate<ContactKey> isThere) {
        return switch (kind) {
            case UNMATCHED -> new CandidateMatch(candidate, kind, null, Set.of());
            case AMBIGUOUS -> new CandidateMatch(candidate, kind, null, keys(claim.places()));
            default -> new CandidateMatch(candidate, isThere.test(keys.get(claim.place())) ? Kind.DOUBLE : kind,
                    claim.by(), keys(claim.places()));
        };
    }

    private Set<ContactKey> keys(BitSet places) {
        return places.stream().mapToObj(keys::get).collect(Collectors.toSet());
    }

    /** What a contact is among those of its mailbox that speak for the same one. */
    private Kind kind(int number, List<Integer> rivals, List<Claim> made, List<Candidate> all, Values values) {
        Claim claim = made.get(number);
        Candidate candidate = all.get(number);
        if (claim.by() == MatchedBy.NAME) {
            return rivals.size() == 1 && values.isAlone(candidate.traits().names()) ? Kind.CERTAIN : Kind.AMBIGUOUS;
        }
        if (!claim.isNamed()) {
            boolean alone = rivals.size() == 1 && values.isAlone(candidate.traits().mails())
                    && values.isAlone(candidate.traits().numbers());
            return alone ? Kind.CERTAIN : Kind.AMBIGUOUS;
        }
        if (rivals.size() > 1 && Traits.differ(candidate.traits().numbers(), claims.at(claim.place()).numbers())) {
            return Kind.AMBIGUOUS;
        }
        int best = rivals.stream().filter(each -> made.get(each).isNamed() && made.get(each).by() != MatchedBy.NAME)
                .min(Comparator.comparing((Integer each) -> !all.get(each).inDefault())
                        .thenComparing(Comparator.naturalOrder())).orElse(number);
        return best == number ? Kind.CERTAIN : Kind.DOUBLE;
    }

    /** How many contacts of a mailbox have a value. */
    private static final class Values {

        private final Map<String, Integer> counts = new HashMap<>();

        Values(List<Candidate> candidates) {
            candidates.stream().map(Candidate::traits)
                    .flatMap(each -> Stream.of(each.mails(), each.numbers(), each.names()).flatMap(Set::stream))
                    .forEach(value -> counts.merge(value, 1, Integer::sum));
        }

        boolean isAlone(Set<String> values) {
            return values.stream().allMatch(value -> counts.get(value) == 1);
        }
    }
}
