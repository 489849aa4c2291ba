package io.contactsync.cli.report;

import io.contactsync.core.Printable;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and foreign text as a page shows them. */
public final class PageText {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss zzz", Locale.ENGLISH);
    private static final int TENTH = 100;
    private static final int HALF = 50;

    private PageText() {
    }

    /** Seconds with one decimal, for a column. */
    static String seconds(long millis) {
        long tenths = (millis + HALF) / TENTH;
        return tenths / 10 + "." + tenths % 10;
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
