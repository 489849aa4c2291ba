package io.contactsync.journal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;

/** Ids of runs: when it began, in UTC, so that they sort by age, and four digits against another one in that moment. */
public final class RunId {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS")
            .withZone(ZoneOffset.UTC);

    private static final int LENGTH = "20261125-180455-000".length();

    private RunId() {
    }

    /** When the run of that id began; empty if it is no such id. */
    public static Optional<Instant> began(String id) {
        try {
            return Optional.of(TIME.parse(id.substring(0, Math.min(LENGTH, id.length())), Instant::from));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    /** @param random four digits of it */
    public static String of(Instant began, short random) {
        return TIME.format(began) + "-" + HexFormat.of().toHexDigits(random);
    }
}
