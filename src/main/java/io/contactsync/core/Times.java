package io.contactsync.core;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How moments are shown to people: to the minute, with the offset of their zone, so that nobody has to know which zone
 * it is.
 *
 * @param zone which they are shown in
 */
public record Times(ZoneId zone) {

    /** In UTC. */
    public static final Times UTC = new Times(ZoneOffset.UTC);

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm ", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE ", Locale.ENGLISH);

    /** As in {@code 2026-11-25 18:04 +01:00}, or {@code 2026-11-25 17:04 UTC}. */
    public String minute(Instant time) {
        ZonedDateTime here = time.atZone(zone);
        return MINUTE.format(here) + (here.getOffset().equals(ZoneOffset.UTC) ? "UTC" : here.getOffset().getId());
    }

    /** The same after its weekday. */
    public String day(Instant time) {
        return DAY.format(time.atZone(zone)) + minute(time);
    }

    /** A moment that is still to come: the next full minute. */
    public String from(Instant time) {
        return minute(time.plusSeconds(59));
    }
}
