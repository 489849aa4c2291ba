package io.contactsync.source.csv;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;

/**
 * How a CSV file is written.
 *
 * @param delimiter the character between two cells, or {@link #AUTO}
 * @param charset its character set; a byte order mark in the file counts more
 * @param endsWithLineEnd whether a file without a line end at its end is taken for cut
 */
public record CsvFormat(char delimiter, Charset charset, boolean endsWithLineEnd) {

    /** Comma, semicolon or tab: whichever the header has most of. */
    public static final char AUTO = '\0';

    /** What people have lying about: UTF-8, any of the usual delimiters, complete or not. */
    public static final CsvFormat ANY = new CsvFormat(AUTO, StandardCharsets.UTF_8, false);

    /**
     * The format in the words of a source.
     *
     * @param delimiter one character, {@code tab} or {@code \t}, or {@code auto}
     * @param charset a name of the IANA, for example {@code windows-1252}
     * @param lastLineEnd {@code required} or {@code optional}
     * @throws CsvException in one sentence that names the parameter, what was found and what is allowed
     */
    public static CsvFormat of(String delimiter, String charset, String lastLineEnd) {
        return new CsvFormat(delimiter(delimiter), charset(charset.strip()), required(lastLineEnd.strip()));
    }

    private static char delimiter(String text) {
        String word = text.length() == 1 ? text : text.strip().toLowerCase(Locale.ROOT);
        if (word.equals("tab") || word.equals("\\t")) {
            return '\t';
        }
        if (word.equals("auto")) {
            return AUTO;
        }
        if (word.length() != 1 || "\"\r\n\0".contains(word)) {
            throw new CsvException(
                    "delimiter is '" + text + "' - allowed is one character other than a quote, tab, or auto");
        }
        return word.charAt(0);
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new CsvException("charset is '" + name + "', which Java does not know - allowed is the name of a "
                    + "character set, for example UTF-8, windows-1252, ISO-8859-15 or UTF-16", unknown);
        }
    }

    private static boolean required(String text) {
        if (!text.equals("required") && !text.equals("optional")) {
            throw new CsvException("lastLineEnd is '" + text + "' - allowed is required or optional");
        }
        return text.equals("required");
    }

    CsvFormat with(char found) {
        return new CsvFormat(found, charset, endsWithLineEnd);
    }

    CsvFormat with(Charset found) {
        return new CsvFormat(delimiter, found, endsWithLineEnd);
    }
}
