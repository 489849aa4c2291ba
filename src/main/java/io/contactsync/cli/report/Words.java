package io.contactsync.cli.report;

import io.contactsync.core.Printable;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and foreign text as a page shows them. */
public final class Words {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss zzz", Locale.ENGLISH);

    private Words() {
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
