package io.contactsync.core;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which mailboxes of a run something reaches, by their places in the run's list of mailboxes (0 is the first). A change
 * that 3,000 mailboxes share is told once, with its reach.
 */
public final class Reach {

    /** None. */
    public static final Reach NONE = new Reach(new BitSet());

    private static final Pattern RANGE = Pattern.compile("(\\d{1,7})(?:-(\\d{1,7}))?");

    private final BitSet places;

    private Reach(BitSet places) {
        this.places = places;
    }

    /** Those places. */
    public static Reach of(BitSet places) {
        return new Reach((BitSet) places.clone());
    }

    /** That one place. */
    public static Reach of(int place) {
        BitSet one = new BitSet();
        one.set(place);
        return new Reach(one);
    }

    /**
     * From its {@link #text}.
     *
     * @throws IllegalArgumentException if the text is none
     */
    public static Reach parse(String text) {
        BitSet places = new BitSet();
        for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            Matcher range = RANGE.matcher(part);
            if (!range.matches()) {
                throw new IllegalArgumentException(
                        "a reach must be places and ranges as in '0-16,18' - was '" + text + "'");
            }
            int first = Integer.parseInt(range.group(1));
            int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
            if (last < first) {
                throw new IllegalArgumentException("a range of a reach must not go backwards - was '" + part + "'");
            }
            places.set(first, last + 1);
        }
        return new Reach(places);
    }

    /** Places and ranges of places, ascending: {@code 0-16,18}; empty for none. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (int first = places.nextSetBit(0); first >= 0; ) {
            int end = places.nextClearBit(first);
            text.append(text.isEmpty() ? "" : ",").append(first);
            if (end - first > 1) {
                text.append('-').append(end - 1);
            }
            first = places.nextSetBit(end);
        }
        return text.toString();
    }

    /** How many mailboxes. */
    public int size() {
        return places.cardinality();
    }

    /** Whether the mailbox of that place is among them. */
    public boolean contains(int place) {
        return places.get(place);
    }

    /** The places, ascending. */
    public IntStream places() {
        return places.stream();
    }

    /** Both together. */
    public Reach and(Reach other) {
        BitSet all = (BitSet) places.clone();
        all.or(other.places);
        return new Reach(all);
    }

    /** Those that are not among the other ones. */
    public Reach without(Reach other) {
        BitSet rest = (BitSet) places.clone();
        rest.andNot(other.places);
        return new Reach(rest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reach reach && reach.places.equals(places);
    }

    @Override
    public int hashCode() {
        return places.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
