package io.contactsync.microsoftgraph;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;

/**
 * The three forms of a date in HTTP, all of them GMT.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7">RFC 9110, 5.6.7</a>
 */
final class HttpDate {

    private static final int CENTURY_FROM = 1990;
    private static final List<DateTimeFormatter> FORMS = List.of(
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US),
            new DateTimeFormatterBuilder().appendPattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, CENTURY_FROM)
                    .appendPattern(" HH:mm:ss 'GMT'").toFormatter(Locale.US),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US));

    /** Of a second's many answers all name the same. */
    private static volatile Last last = new Last("", null);

    private record Last(String text, Instant moment) {
    }

    private HttpDate() {
    }

    /** The moment, or null if the text is no such date. */
    static Instant parse(String text) {
        Last known = last;
        if (!known.text.equals(text)) {
            known = new Last(text == null ? "" : text, read(text));
            last = known;
        }
        return known.moment;
    }

    private static Instant read(String text) {
        for (DateTimeFormatter form : text == null ? List.<DateTimeFormatter>of() : FORMS) {
            try {
                return LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC);
            } catch (DateTimeException e) {
                continue; // not this form
            }
        }
        return null;
    }
}
