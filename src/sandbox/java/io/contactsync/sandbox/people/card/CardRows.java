package io.contactsync.sandbox.people.card;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of a CSV file that have any text, after its header; cells parted by comma, semicolon or tab, whichever the
 * header has most of. Whatever is wrong is an {@link IllegalArgumentException} in one sentence that names file and
 * line.
 */
final class CardRows {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setIgnoreSurroundingSpaces(true).setIgnoreEmptyLines(false).get();
    /** Excel takes a first line like sep=; for itself. */
    private static final Pattern SEPARATOR = Pattern.compile("(?i)\"?sep=(.?)\"?[ \\t]*(\\R|\\z)");
    private static final String REPLACEMENT = "\uFFFD";

    private final String file;
    private final int skipped;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> header;
    private int line;
    private boolean any;

    CardRows(Path path) throws IOException {
        file = path.toString();
        String text = Utf8File.readLeniently(path);
        Matcher separator = SEPARATOR.matcher(text);
        boolean named = separator.lookingAt();
        skipped = named ? 1 : 0;
        String rows = named ? text.substring(separator.end()) : text;
        char delimiter = named && !separator.group(1).isEmpty() ? separator.group(1).charAt(0) : delimiter(rows);
        parser = FORMAT.builder().setDelimiter(delimiter).get().parse(new StringReader(rows));
        records = parser.iterator();
        header = columns(withText());
    }

    /** The names of the columns, each once. */
    List<String> header() {
        return header;
    }

    /** The line, from 1, on which the row begins that was given last. */
    int line() {
        return line;
    }

    /** The cells of the next row, one for each column; null at the end. */
    List<String> next() {
        List<String> cells = withText();
        if (cells == null && !any) {
            throw new IllegalArgumentException(
                    file + " has a header and no rows, so it names no contact - allowed is a row for each");
        }
        any = true;
        return cells == null ? null : sound(cells);
    }

    private List<String> withText() {
        List<String> cells = cells();
        while (cells != null && cells.stream().allMatch(String::isBlank)) {
            cells = cells();
        }
        return cells;
    }

    private List<String> cells() {
        line = skipped + (int) parser.getCurrentLineNumber() + 1;
        try {
            return records.hasNext() ? records.next().stream().map(String::strip).toList() : null;
        } catch (UncheckedIOException broken) {
            throw bad("the quotes of the row that begins here do not match"
                    + (broken.getMessage().contains("EOF") ? ", one never ends" : "")
                    + " - a cell that begins with a quote ends with one, and a quote within is written twice");
        }
    }

    private List<String> columns(List<String> cells) {
        if (cells == null) {
            throw bad("the file is empty, it names no contact - allowed is a header and a row for each contact");
        }
        List<String> names = cells;
        while (names.get(names.size() - 1).isEmpty()) {
            names = names.subList(0, names.size() - 1); // programs write them by mistake
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name.isEmpty()) {
                throw bad("column " + (seen.size() + 1) + " of the header has no name"
                        + " - allowed is that only after the last column");
            }
            if (name.indexOf('\0') >= 0 || name.contains(REPLACEMENT)) {
                throw bad("the header is no text in UTF-8 - save the file as 'CSV UTF-8'");
            }
            if (!seen.add(name)) {
                throw bad("two columns of the header have one name - each needs its own, twice was '" + name + "'");
            }
        }
        return names;
    }

    private List<String> sound(List<String> cells) {
        if (cells.size() < header.size()) {
            throw defect(cells.size() + (cells.size() == 1 ? " column" : " columns") + " where the header has "
                    + header.size());
        }
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            String place = " in column " + (column + 1);
            if (column >= header.size() && !cell.isEmpty()) {
                throw defect("text" + place + ", the header names " + header.size());
            }
            if (cell.indexOf('\0') >= 0) {
                throw defect("a zero character" + place);
            }
            if (cell.contains(REPLACEMENT)) {
                throw defect("bytes that the source's charset cannot read" + place);
            }
        }
        return cells.subList(0, header.size());
    }

    private IllegalArgumentException defect(String what) {
        return bad("the row has " + what + " - correct it, or save the file as 'CSV UTF-8'");
    }

    private IllegalArgumentException bad(String sentence) {
        return new IllegalArgumentException(file + ", line " + line + ": " + sentence);
    }

    /** What parts the cells, by the first line with text, outside quotes. */
    private static char delimiter(String text) {
        int[] counts = new int[128];
        boolean quoted = false;
        boolean blank = true;
        for (int at = 0; at < text.length() && (blank || quoted || "\r\n".indexOf(text.charAt(at)) < 0); at++) {
            char each = text.charAt(at);
            quoted ^= each == '"';
            blank &= Character.isWhitespace(each);
            if (!quoted && each < counts.length) {
                counts[each]++;
            }
        }
        char best = counts[';'] > counts[','] ? ';' : ',';
        return counts['\t'] > counts[best] ? '\t' : best;
    }
}
