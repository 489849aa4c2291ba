package io.contactsync.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much of a file is read, and how it is noticed that not all of it is there. */
class CsvLimitsTest extends CsvBench {

    @Test
    void aFileCutInsideItsLastCellIsNotTakenForWhole() throws IOException {
        List<CsvRow> read = new ArrayList<>();
        CsvRows rows = CsvRows.open(file("id,name\n1,Ann\n2,Bo".getBytes(StandardCharsets.UTF_8)), "x.csv", COMMA);
        assertThatThrownBy(() -> rows.forEachRemaining(read::add))
                .hasMessage("x.csv, line 3: the file ends without a line end, so its last row may be cut "
                        + "and nothing of this source is deleted - have it end with one or, if it is always written "
                        + "so, set lastLineEnd: optional in the source's route file");
        assertThat(shown(read)).isEqualTo("2[1, Ann] 3[2, Bo]");
        assertThat(rows.hasNext()).isFalse();
        assertThat(shown(OPTIONAL, "id,name\n1,Ann\n2,Bob")).isEqualTo("2[1, Ann] 3[2, Bob]");
    }

    @Test
    void aCellAsLongAsAllowedIsReadAndALongerOneRefused() throws IOException {
        String most = "x".repeat(CsvLimits.CELL);
        assertThat(read(COMMA, "id,name\n1," + most + "\n").get(0).cells().get(1)).isEqualTo(most);
        assertThat(shown(COMMA, "id,name\n1," + most + "x\n2,Bob\n"))
                .isEqualTo("2!has 32768 characters (allowed are 32767) in column 2 3[2, Bob]");
    }

    @Test
    void asManyColumnsAsAllowedAreReadAndNoMore() throws IOException {
        String header = "c" + String.join(",c",
                java.util.stream.IntStream.range(0, CsvLimits.COLUMNS).mapToObj(String::valueOf).toList());
        assertThat(read(COMMA, header + "\n" + "1,".repeat(CsvLimits.COLUMNS - 1) + "1\n")).hasSize(1);
        refused(COMMA, header + ",more\n", "x.csv, line 1: the header has 1001 columns - allowed are 1000");
    }

    @Test
    void aRowAsLongAsAllowedIsReadAndALongerOneEndsTheReading() throws IOException {
        String cells = "x".repeat(CsvLimits.ROW / 64 - 1) + ",";
        String row = cells.repeat(63) + "x".repeat(CsvLimits.ROW - 63 * (CsvLimits.ROW / 64 - 1));
        String header =
                String.join(",", java.util.stream.IntStream.range(0, 64).mapToObj(number -> "c" + number).toList());
        assertThat(read(COMMA, header + "\n" + row + "\n")).hasSize(1).allMatch(read -> read.defect() == null);
        refused(COMMA, header + "\n" + row + "x\n",
                "x.csv, line 2: the row is longer than 1048576 characters - is there a quote that never ends?");
    }

    /** A sparse file: nothing of it need be on the disk, and nothing of it be held. */
    @Test
    void aCellOfFortyMegabytesIsNotHeld() throws IOException {
        Path file = file("id,name\n1,Ann\n2,\"".getBytes(StandardCharsets.UTF_8));
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(40L << 20);
        }
        assertThatThrownBy(() -> read(COMMA, file)).hasMessage(
                "x.csv, line 3: the row is longer than 1048576 characters - is there a quote that never ends?");
    }

    @Test
    void aFileLargerThanAllowedIsNotOpened() throws IOException {
        Path file = file("id,name\n1,Ann\n".getBytes(StandardCharsets.UTF_8));
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(CsvLimits.FILE + 1);
        }
        assertThatThrownBy(() -> read(COMMA, file))
                .hasMessage("x.csv: the file is larger than 64 MB - divide it into two sources");
    }

    @Test
    void aFileThatGrowsWhileItIsReadIsNotTakenForWhole() throws IOException {
        Path file = file("id,name\n1,Ann\n".getBytes(StandardCharsets.UTF_8));
        CsvRows rows = CsvRows.open(file, "x.csv", COMMA);
        assertThat(rows.next().cells()).containsExactly("1", "Ann");
        Files.writeString(file, "id,name\n1,Ann\n2,Bob\n");
        assertThatThrownBy(() -> rows.forEachRemaining(row -> {}))
                .hasMessageStartingWith("x.csv was written to while it was read");
    }

    @Test
    void aFileCutBetweenCarriageReturnAndLineFeedIsNotTakenForWhole() {
        assertThatThrownBy(() -> read(COMMA, "id,name\r\n1,Ann\r\n2,Ben\r"))
                .hasMessageContaining("line 3: the file ends without a line end");
    }
}
