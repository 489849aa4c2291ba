package io.contactsync.source.csv;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A file that is written and read again, and how what was read is shown. */
abstract class CsvBench {

    static final CsvFormat COMMA = CsvFormat.of(",", "UTF-8", "required");
    static final CsvFormat OPTIONAL = CsvFormat.of(",", "UTF-8", "optional");

    @TempDir
    Path temp;

    Path file(byte[] bytes) throws IOException {
        return Files.write(temp.resolve("x.csv"), bytes);
    }

    List<CsvRow> read(CsvFormat format, Path file) throws IOException {
        List<CsvRow> read = new ArrayList<>();
        try (CsvRows rows = CsvRows.open(file, "x.csv", format, LinkOption.NOFOLLOW_LINKS)) {
            rows.forEachRemaining(read::add);
        }
        return read;
    }

    List<CsvRow> read(CsvFormat format, String text) throws IOException {
        return read(format, file(text.getBytes(StandardCharsets.UTF_8)));
    }

    String shown(CsvFormat format, String text) throws IOException {
        return shown(read(format, text));
    }

    static String shown(List<CsvRow> rows) {
        return String.join(" ",
                rows.stream()
                        .map(row -> row.line() + (row.defect() == null ? row.cells().toString() : "!" + row.defect()))
                        .toList());
    }

    void refused(CsvFormat format, String text, String sentence) throws IOException {
        Path file = file(text.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> read(format, file)).isInstanceOf(CsvException.class).hasMessage(sentence);
    }
}
