package io.contactsync.journal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** Ids of runs: when it began, in UTC, so that they sort by age, and four digits against another one in that moment. */
public final class RunId {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS")
            .withZone(ZoneOffset.UTC);

    private RunId() {
    }

    /** @param random four digits of it */
    public static String of(Instant began, short random) {
        return TIME.format(began) + "-" + HexFormat.of().toHexDigits(random);
    }
}
