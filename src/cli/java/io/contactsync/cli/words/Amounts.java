package io.contactsync.cli.words;

import java.time.Duration;
import java.util.Locale;

/** Numbers and times in words, the same everywhere. */
public final class Amounts {

    private static final long THOUSAND = 1_000;
    private static final long MINUTE = 60;
    private static final long HOUR = 3_600;

    private Amounts() {
    }

    /** 3000 is {@code 3,000}, whatever the machine's language is. */
    public static String count(long number) {
        boolean small = number > -THOUSAND && number < THOUSAND; // a table has thousands of these, and a format is slow
        return small ? Long.toString(number) : String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 change}, {@code 3,000 changes}. */
    public static String of(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    /** A number with its noun, which takes an s, or what English has in its place, for any but one. */
    public static String of(long number, String noun) {
        String plural = noun.matches(".*[^aeiou]y") ? noun.substring(0, noun.length() - 1) + "ies"
                : noun + (noun.endsWith("x") ? "es" : "s");
        return of(number, noun, plural);
    }

    /** {@code 3,000 mailboxes}. */
    public static String mailboxes(long number) {
        return of(number, "mailbox");
    }

    /** {@code 3,000 changes}. */
    public static String changes(long number) {
        return of(number, "change");
    }

    /** How long: {@code 0.4 s}, {@code 31 s}, {@code 3 min 20 s}, {@code 1 h 05 min}. */
    public static String time(Duration time) {
        long seconds = time.toSeconds();
        if (seconds >= HOUR) {
            return String.format(Locale.ROOT, "%,d h %02d min", seconds / HOUR, seconds % HOUR / MINUTE);
        }
        if (seconds >= MINUTE) {
            return String.format(Locale.ROOT, "%d min %02d s", seconds / MINUTE, seconds % MINUTE);
        }
        return seconds >= 10 ? seconds + " s" : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    /** How long still, in whole seconds: {@code 7 s}. */
    public static String left(Duration time) {
        return time.toSeconds() < MINUTE ? Math.max(1, time.toSeconds()) + " s" : time(time);
    }
}
