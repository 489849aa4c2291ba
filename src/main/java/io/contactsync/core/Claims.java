package io.contactsync.core;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Whom each contact of a former tool speaks for, mailboxes aside: by e-mail address, else by number, else by name. What
 * more than one of the desired contacts has, a switchboard's number or an office's address, proves nobody; then the
 * name decides, if nobody else has it.
 *
 * <pre>
 *  what it shares with desired contacts       | it is theirs if
 * --------------------------------------------+-------------------------------------------------------------------
 *  an address that one of them has            | the names have a word in common, and theirs is not another's
 *  a number that one of them has              | one name holds the other; the same name if both have other addresses;
 *                                             | not both have more numbers that the other has not
 *  only what several of them have, or a name  | one of all has that name, no address differs, and numbers as above
 *  anything that only somebody else has       | never: it speaks against it
 *  nothing but a number that several have     | never: it is nobody's
 * </pre>
 */
final class Claims {

    /**
     * Whom a contact speaks for.
     *
     * @param by by what; null if it may be each of those, or is nobody's
     * @param places of those desired contacts; one if it is certain
     * @param isNamed whether it also has that one's name
     */
    record Claim(MatchedBy by, BitSet places, boolean isNamed) {

        boolean isCertain() {
            return by != null;
        }

        int place() {
            return places.nextSetBit(0);
        }
    }

    private final List<Traits> desired;
    private final Map<String, BitSet> mails;
    private final Map<String, BitSet> numbers;
    private final Map<String, BitSet> names;

    Claims(List<Traits> desired) {
        this.desired = List.copyOf(desired);
        this.mails = index(Traits::mails);
        this.numbers = index(Traits::numbers);
        this.names = index(Traits::names);
    }

    /** The desired contact of that place. */
    Traits at(int place) {
        return desired.get(place);
    }

    private Map<String, BitSet> index(Function<Traits, Set<String>> values) {
        Map<String, BitSet> index = new HashMap<>();
        for (int place = 0; place < desired.size(); place++) {
            for (String value : values.apply(desired.get(place))) {
                index.computeIfAbsent(value, first -> new BitSet()).set(place);
            }
        }
        return index;
    }

    /** Who has any of those values that so many have at most. */
    private static BitSet holders(Map<String, BitSet> index, Set<String> values, int most) {
        BitSet all = new BitSet();
        values.stream().map(index::get).filter(each -> each != null && each.cardinality() <= most).forEach(all::or);
        return all;
    }

    /** Whom a contact speaks for. */
    Claim of(Traits contact) {
        BitSet byName = holders(names, contact.names(), Integer.MAX_VALUE);
        BitSet mailed = holders(mails, contact.mails(), 1);
        BitSet only = mailed.isEmpty() ? holders(numbers, contact.numbers(), 1) : mailed;
        BitSet meant = only.isEmpty() ? byName : only;
        MatchedBy by = only.isEmpty() ? MatchedBy.NAME : mailed.isEmpty() ? MatchedBy.NUMBER : MatchedBy.MAIL;
        int place = meant.nextSetBit(0);
        if (meant.cardinality() == 1 && isTheirs(contact, place, by, byName) && !isContradicted(contact, place)) {
            return new Claim(by, meant, byName.get(place));
        }
        BitSet all = holders(mails, contact.mails(), Integer.MAX_VALUE);
        all.or(holders(numbers, contact.numbers(), 1));
        all.or(byName);
        return new Claim(null, all, false);
    }

    private boolean isTheirs(Traits contact, int place, MatchedBy by, BitSet byName) {
        Traits theirs = desired.get(place);
        boolean isNamed = byName.get(place);
        boolean otherMail = Traits.differ(contact.mails(), theirs.mails());
        return switch (by) {
            case MAIL -> isNamed || byName.isEmpty() && contact.mayBeCalledLike(theirs);
            case NUMBER -> !Traits.stray(contact.numbers(), theirs.numbers()) && (isNamed
                    || byName.isEmpty() && !otherMail && contact.isCalledLike(theirs));
            case NAME -> !otherMail && !Traits.stray(contact.numbers(), theirs.numbers());
        };
    }

    /** Whether it has an address or a number that only somebody else has. */
    private boolean isContradicted(Traits contact, int place) {
        return isOnlyOthers(mails, contact.mails(), place) || isOnlyOthers(numbers, contact.numbers(), place);
    }

    private static boolean isOnlyOthers(Map<String, BitSet> index, Set<String> values, int place) {
        return values.stream().map(index::get).anyMatch(all -> all != null && !all.get(place));
    }
}
