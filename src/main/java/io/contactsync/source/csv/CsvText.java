package io.contactsync.source.csv;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a CSV file from its header on, without a byte order mark and without the line in which Excel names the
 * separator.
 *
 * @param reader the text; what the charset cannot decode is a replacement character in it
 * @param format the format with the charset and the delimiter that were found
 * @param skipped lines before the text
 */
record CsvText(Reader reader, CsvFormat format, int skipped) {

    /** Longer ones first: that of UTF-16 begins that of UTF-32. */
    private static final String[] MARKS =
            {"UTF-32BE:0000FEFF", "UTF-32LE:FFFE0000", "UTF-8:EFBBBF", "UTF-16BE:FEFF", "UTF-16LE:FFFE"};
    private static final int LONGEST_MARK = 4;
    /** Excel takes a first line like sep=; for itself. */
    private static final Pattern SEPARATOR = Pattern.compile("\"?sep=(.?)\"?\\s*", Pattern.CASE_INSENSITIVE);
    private static final int SEPARATOR_LENGTH = 16;

    /** @throws CsvException without place, if the file names another delimiter than the format */
    static CsvText of(InputStream in, CsvFormat format) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(in);
        CsvFormat marked = format.with(charset(bytes, format.charset()));
        BufferedReader text = new BufferedReader(new InputStreamReader(bytes, marked.charset().newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE)));
        return separated(text, marked);
    }

    /** That of the byte order mark, which is passed over, or else the one that was said. */
    private static Charset charset(BufferedInputStream in, Charset said) throws IOException {
        in.mark(LONGEST_MARK);
        byte[] begin = in.readNBytes(LONGEST_MARK);
        in.reset();
        for (String each : MARKS) {
            byte[] mark = java.util.HexFormat.of().parseHex(each.substring(each.indexOf(':') + 1));
            if (begin.length >= mark.length && Arrays.equals(mark, Arrays.copyOf(begin, mark.length))) {
                in.skipNBytes(mark.length);
                return Charset.forName(each.substring(0, each.indexOf(':')));
            }
        }
        return said;
    }

    private static CsvText separated(BufferedReader text, CsvFormat format) throws IOException {
        text.mark(SEPARATOR_LENGTH);
        StringBuilder line = new StringBuilder();
        int next = text.read();
        while (next >= 0 && next != '\n' && next != '\r' && line.length() < SEPARATOR_LENGTH - 2) {
            line.append((char) next);
            next = text.read();
        }
        Matcher separator = SEPARATOR.matcher(line);
        if (!separator.matches()) {
            text.reset();
            return new CsvText(text, format.delimiter() == CsvFormat.AUTO ? format.with(guess(text)) : format, 0);
        }
        passOver(text, next);
        return new CsvText(text, named(separator.group(1), format, text), 1);
    }

    /** Line feed and carriage return are one line end. */
    private static void passOver(BufferedReader text, int lineEnd) throws IOException {
        text.mark(1);
        if (lineEnd != '\r' || text.read() != '\n') {
            text.reset();
        }
    }

    private static CsvFormat named(String separator, CsvFormat format, BufferedReader text) throws IOException {
        if (format.delimiter() == CsvFormat.AUTO) {
            return format.with(separator.isEmpty() ? guess(text) : separator.charAt(0));
        }
        if (!separator.isEmpty() && separator.charAt(0) != format.delimiter()) {
            throw new CsvException("the file says sep=" + separator + ", the delimiter is " + name(format.delimiter())
                    + " - set delimiter in the source's route file to what the file has, or to auto");
        }
        return format;
    }

    private static String name(char delimiter) {
        return delimiter == '\t' ? "tab" : String.valueOf(delimiter);
    }

    /** Comma, semicolon or tab, whichever stands most often in the first line with text, outside quotes. */
    private static char guess(BufferedReader text) throws IOException {
        text.mark(CsvLimits.ROW + 1);
        int[] counts = new int[128];
        boolean quoted = false;
        boolean blank = true;
        int next = text.read();
        for (int read = 0; read < CsvLimits.ROW && next >= 0
                && (blank || quoted || next != '\n' && next != '\r'); read++) {
            quoted ^= next == '"';
            blank &= Character.isWhitespace(next);
            if (!quoted && next < counts.length) {
                counts[next]++;
            }
            next = text.read();
        }
        text.reset();
        char best = counts[';'] > counts[','] ? ';' : ',';
        return counts['\t'] > counts[best] ? '\t' : best;
    }
}
