package io.contactsync.core;

import java.util.Locale;

/**
 * What goes through without a human: no more than the larger of a number and a share.
 *
 * @param min a number that always goes through
 * @param percent a share of the whole, 0 to 100
 */
public record Limit(int min, int percent) {

    /** Nothing goes through. */
    public static final Limit NONE = new Limit(0, 0);

    /** Whether {@code part} of {@code whole} is more than both. */
    boolean isExceededBy(int part, int whole) {
        return part > min && 100L * part > (long) percent * whole;
    }

    /** The share beside what is allowed, as in {@code 20 %, allowed 3 % and 10}. */
    String words(int part, int whole) {
        return percent(part, whole) + ", " + allowed();
    }

    /** What is allowed, as in {@code allowed 3 % and 10}. */
    String allowed() {
        return "allowed " + percent + " %" + (min == 0 ? "" : " and " + min);
    }

    /** Numbers and cause in one sentence. */
    String told(String numbers, String cause) {
        return numbers + (equals(NONE) ? ", and " : ": ") + cause;
    }

    /** In whole percent; more exactly where it would look like what is allowed. */
    private String percent(int part, int whole) {
        double share = whole == 0 ? 100 : 100.0 * part / whole;
        return Math.round(share) == percent ? String.format(Locale.ROOT, "%.1f %%", share) : Math.round(share) + " %";
    }
}
