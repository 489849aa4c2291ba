package io.contactsync.run;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** Ids of runs: when it began, in UTC, so that they sort by age, and four digits against another one in that moment. */
final class RunId {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS")
            .withZone(ZoneOffset.UTC);

    private RunId() {
    }

    static String of(Instant began, short random) {
        return TIME.format(began) + "-" + HexFormat.of().toHexDigits(random);
    }
}
