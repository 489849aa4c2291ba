package io.contactsync.source;

import io.contactsync.source.csv.CsvException;
import io.contactsync.source.csv.CsvFormat;
import io.contactsync.source.csv.CsvRow;
import io.contactsync.source.csv.CsvRows;
import io.contactsync.source.csv.RegularFile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A file that somebody shows as an example of a source: how it is written, and what stands in it.
 *
 * @param file its name
 * @param delimiter as the parameter of the CSV Kamelet has it
 * @param charset as that parameter has it
 * @param endsWithLineEnd whether its last row ends with a line end
 * @param columns names of its columns
 * @param rows its first rows that can be read, a text for each column
 */
public record SourceSample(String file, String delimiter, String charset, boolean endsWithLineEnd,
        List<String> columns, List<List<String>> rows) {

    private static final int LOOKED_AT = 1 << 20;
    private static final int ROWS = 200;

    public SourceSample {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * Looks at a CSV file.
     *
     * @throws CsvException in one sentence, if it is no such file
     */
    public static SourceSample read(Path file) {
        String name = file.getFileName().toString();
        RegularFile.require(file, name);
        byte[] begin = begin(file, name);
        Charset charset = charset(begin);
        try (CsvRows rows = CsvRows.open(file, name, new CsvFormat(CsvFormat.AUTO, charset, false))) {
            String delimiter = rows.delimiter() == '\t' ? "tab" : String.valueOf(rows.delimiter());
            return new SourceSample(name, delimiter, charset.name(), endsWithLineEnd(file), rows.header(), first(rows));
        } catch (IOException unreadable) {
            throw new CsvException(name + " cannot be read (" + unreadable.getClass().getSimpleName() + ")",
                    unreadable);
        }
    }

    private static List<List<String>> first(CsvRows rows) {
        List<List<String>> first = new ArrayList<>();
        while (first.size() < ROWS && rows.hasNext()) {
            CsvRow row = rows.next();
            if (row.defect() == null) {
                first.add(row.cells());
            }
        }
        return first;
    }

    private static byte[] begin(Path file, String name) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LOOKED_AT);
        } catch (IOException unreadable) {
            throw new CsvException(name + " cannot be read (" + unreadable.getClass().getSimpleName() + ")",
                    unreadable);
        }
    }

    /** A byte order mark and what UTF-16 looks like count first; what is no UTF-8 was written by Windows. */
    private static Charset charset(byte[] begin) {
        if (begin.length > 1 && (begin[0] & 0xFF) + (begin[1] & 0xFF) == 0xFE + 0xFF) {
            return (begin[0] & 0xFF) == 0xFF ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        if (begin.length > 1 && (begin[0] == 0 || begin[1] == 0)) {
            return begin[1] == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        return isUtf8(begin) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
    }

    /** The last line may be cut inside a character. */
    private static boolean isUtf8(byte[] begin) {
        int end = begin.length;
        while (begin.length == LOOKED_AT && end > 0 && begin[end - 1] != '\n') {
            end--;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Arrays.copyOf(begin, end == 0 ? begin.length
                    : end)));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static boolean endsWithLineEnd(Path file) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            ByteBuffer last = ByteBuffer.allocate(2);
            channel.position(Math.max(0, channel.size() - 2));
            channel.read(last);
            byte[] bytes = Arrays.copyOf(last.array(), last.position());
            return new String(bytes, StandardCharsets.ISO_8859_1).matches("(?s).*[\\r\\n]\\x00?");
        }
    }

    /** The texts of a column that have any. */
    List<String> values(int column) {
        return rows.stream().map(row -> row.get(column)).filter(text -> !text.isBlank()).toList();
    }
}
