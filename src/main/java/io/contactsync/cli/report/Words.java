package io.contactsync.cli.report;

import io.contactsync.core.Printable;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, times and foreign text as a page shows them. */
public final class Words {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss zzz", Locale.ENGLISH);
    private static final int MINUTE = 60;
    private static final int TENTHS = 10;

    private Words() {
    }

    /** A whole number with its thousands apart. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A number with its noun, which takes an s for any but one. */
    public static String count(long number, String noun) {
        String plural = noun.matches(".*[^aeiou]y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + (noun.endsWith("x") ? "es" : "s");
        return number(number) + " " + (number == 1 ? noun : plural);
    }

    /** How long, in the two units that matter. */
    public static String time(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < TENTHS) {
            return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
        }
        if (seconds < MINUTE) {
            return seconds + " s";
        }
        return seconds < MINUTE * MINUTE ? seconds / MINUTE + " min " + pair(seconds % MINUTE) + " s"
                : seconds / MINUTE / MINUTE + " h " + pair(seconds / MINUTE % MINUTE) + " min";
    }

    private static String pair(long number) {
        return String.format(Locale.ROOT, "%02d", number);
    }

    /** Seconds with one decimal, for a column. */
    static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f", millis / 1000.0);
    }

    /** When, in that zone, to the second. */
    public static String when(Instant time, ZoneId zone) {
        return TIME.format(time.atZone(zone));
    }

    /** Text from outside: nothing in it is hidden, and nothing turns the text around it. */
    public static String text(String foreign) {
        return Printable.line(foreign);
    }
}
