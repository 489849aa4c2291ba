package io.contactsync.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days as sources write them.
 *
 * <pre>
 *  1987-12-31, 19871231      | ISO 8601, a time behind it is ignored
 *  31.12.1987                | day before month, as everywhere with points
 *  12/31/1987, 31/12/1987    | only if one of the two cannot be a month, or both are the same
 *  00.00.00, 0/0/00, 1.2.87  | no day: nothing was entered, or the century is not known
 * </pre>
 */
final class Days {

    /** What a day must be, for sentences. */
    static final String ALLOWED = "it must be a day as 1987-12-31 or 31.12.1987";

    private static final Pattern ISO = Pattern.compile("(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})");
    private static final Pattern BASIC = Pattern.compile("(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})");
    private static final Pattern POINTS =
            Pattern.compile("(?<day>\\d{1,2})\\. ?(?<month>\\d{1,2})\\. ?(?<year>\\d{4})");
    private static final Pattern SLASHES = Pattern.compile("(?<month>\\d{1,2})/(?<day>\\d{1,2})/(?<year>\\d{4})");
    private static final List<Pattern> FORMS = List.of(ISO, BASIC, POINTS, SLASHES);
    private static final Pattern TIME = Pattern.compile("[T ]\\d{1,2}:\\d{2}.*");
    private static final int MONTHS = 12;
    /** Exchange's times begin with 1601 (FILETIME), and Outlook writes 1/1/4501 for none. */
    private static final int FIRST_YEAR = 1601;
    private static final int NO_YEAR = 4501;

    private Days() {
    }

    /** The day of a text; null if it is none, or not for certain. */
    static LocalDate read(String text) {
        String day = TIME.matcher(text.strip()).replaceFirst("");
        return FORMS.stream().map(form -> form.matcher(day)).filter(Matcher::matches).findFirst().map(Days::day)
                .orElse(null);
    }

    private static LocalDate day(Matcher form) {
        int month = Integer.parseInt(form.group("month"));
        int day = Integer.parseInt(form.group("day"));
        boolean isSlashed = form.pattern() == SLASHES;
        return isSlashed && month <= MONTHS && day <= MONTHS && month != day ? null
                : isSlashed && month > MONTHS ? day(form, day, month) : day(form, month, day);
    }

    private static LocalDate day(Matcher form, int month, int day) {
        int year = Integer.parseInt(form.group("year"));
        try {
            return year < FIRST_YEAR || year >= NO_YEAR ? null : LocalDate.of(year, month, day);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
