package io.contactsync.cli.words;

import io.contactsync.core.Printable;

import java.util.regex.Pattern;

/**
 * A cell of a CSV file (RFC 4180).
 *
 * <p>A spreadsheet takes a cell that begins with {@code = + - @}, a tab or a carriage return for a formula, and names
 * and numbers come from outside: such a cell gets an apostrophe before it, which spreadsheets show as text. So does
 * such a sign behind {@code ; ,}, a tab or a line end within a cell: many spreadsheets part cells there, quotes or
 * none. Control characters become spaces.
 */
public final class CsvCell {

    /** With their wide forms, which some spreadsheets take for the same. */
    private static final String FORMULA = "[=+\\-@\uff1d\uff0b\uff0d\uff20]";
    private static final String BLANK = "[\\s\\p{Z}\\p{Cc}\\p{Cf}\"']*";
    private static final Pattern FIRST = Pattern.compile("[\t\r]|" + BLANK + FORMULA);
    private static final Pattern INNER = Pattern.compile("(?<!^)([;,\\t\\v]" + BLANK + ")(?=" + FORMULA + ")");

    private CsvCell() {
    }

    /** The cell as text that no spreadsheet computes. */
    public static String harmless(String cell) {
        String line = Printable.line(INNER.matcher(cell).replaceAll("$1'"));
        return FIRST.matcher(cell).lookingAt() ? "'" + line : line;
    }
}
