package io.contactsync.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people and programs write into CSV files, and what becomes of it. */
class CsvRowsTest extends CsvBench {

    @Test
    void aByteOrderMarkBeforeAQuotedHeaderIsPassedOver() throws IOException {
        try (CsvRows rows = CsvRows.open(
                file("\uFEFF\"id\",\"na,me\"\r\n\"1\",\"Bär\"\r\n".getBytes(StandardCharsets.UTF_8)), "x.csv", COMMA)) {
            assertThat(rows.header()).containsExactly("id", "na,me");
            assertThat(rows.next()).isEqualTo(new CsvRow(2, List.of("1", "Bär"), null));
            assertThat(rows.hasNext()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void aByteOrderMarkCountsMoreThanWhatWasSaid(String charset) throws IOException {
        Path file = file("\uFEFFid,name\n1,Bär\n".getBytes(Charset.forName(charset)));
        assertThat(shown(read(CsvFormat.of(",", "windows-1252", "required"), file))).isEqualTo("2[1, Bär]");
    }

    @Test
    void excelsSeparatorLineIsPassedOver() throws IOException {
        for (String line : List.of("sep=;\r\n", "SEP=;\n", "\uFEFFsep=;\r", "\"sep=;\"\n", "\uFEFF\"sep=;\"\r\n")) {
            assertThat(shown(CsvFormat.of(";", "UTF-8", "required"), line + "id;name\n1;Ann\n")).as(line)
                    .isEqualTo("3[1, Ann]");
            assertThat(shown(CsvFormat.ANY, line + "id;name\n1;Ann\n")).as(line).isEqualTo("3[1, Ann]");
        }
        assertThat(shown(CsvFormat.of("tab", "UTF-8", "required"), "sep=\t\nid\tname\n1\tAnn\n"))
                .isEqualTo("3[1, Ann]");
        assertThat(shown(COMMA, "sep=\nid,name\n1,Ann\n")).isEqualTo("3[1, Ann]");
        assertThat(shown(COMMA, "separate,name\n1,Ann\n")).isEqualTo("2[1, Ann]");
    }

    @Test
    void anotherSeparatorThanSaidIsRefused() throws IOException {
        refused(COMMA, "sep=;\nid;name\n1;Ann\n",
                "x.csv, line 1: the file says sep=;, the delimiter is , - set delimiter in the source's route file "
                + "to what the file has, or to auto");
    }

    @Test
    void theDelimiterIsGuessedFromTheHeaderAlone() throws IOException {
        assertThat(shown(CsvFormat.ANY, "\n  \n\"a,b,c\nd\";name\n1;Ann, Bob, Eve\n")).isEqualTo("5[1, Ann, Bob, Eve]");
        assertThat(shown(CsvFormat.ANY, "id\tname, given\n1\tAnn\n"))
                .isEqualTo("2[1\tAnn]".replace("2[1\tAnn]", "2!has 1 column where the header has 2"));
    }

    @Test
    void emptyColumnsWithoutANameAreIgnored() throws IOException {
        assertThat(shown(COMMA, "id,name,, \n1,Ann,,\n2,Bob\n3,Eve,,,,\n")).isEqualTo("2[1, Ann] 3[2, Bob] 4[3, Eve]");
        assertThat(shown(COMMA, "id,name,,\n1,Ann,,x\n2,Bob,,\n"))
                .isEqualTo("2!has text in column 4, the header names 2 3[2, Bob]");
        refused(COMMA, "id,,name\n1,,Ann\n",
                "x.csv, line 1: column 2 of the header has no name - allowed is that only after the last column");
    }

    @Test
    void rowsWithoutAnyTextAreIgnored() throws IOException {
        assertThat(shown(COMMA, "id,name\n\n,\n  ,  \n1,Ann\n\"\",\"\"\n \n,,,,\n")).isEqualTo("5[1, Ann]");
    }

    @Test
    void spacesAroundQuotesAreIgnored() throws IOException {
        assertThat(shown(COMMA, "id, \"name\"\n 1 ,  \"Ann, \"\"A.\"\"\" \n2,Meier \"Bau\" GmbH\n"))
                .isEqualTo("2[1, Ann, \"A.\"] 3[2, Meier \"Bau\" GmbH]");
    }

    @Test
    void anyLineEndWillDoAndTheLineIsTheOneTheRowBeginsOn() throws IOException {
        assertThat(shown(COMMA, "id,name\r1,Ann\r2,Bob\r")).isEqualTo("2[1, Ann] 3[2, Bob]");
        assertThat(shown(COMMA, "id,\"na\r\nme\"\r\n\r\n1,\"A\nn\rn\"\r2,Bob\n3\n"))
                .isEqualTo("4[1, A\nn\rn] 7[2, Bob] 8!has 1 column where the header has 2");
    }

    @Test
    void aColumnNamedTwiceRefusesTheFileOnce() throws IOException {
        refused(COMMA, "id,phone, phone\n1,2,3\n",
                "x.csv, line 1: two columns of the header have one name - each needs its own, twice was 'phone'");
        assertThat(shown(COMMA, "id,Phone,phone\n1,2,3\n")).isEqualTo("2[1, 2, 3]");
    }

    @Test
    void anEmptyFileAndAHeaderAloneAreNamed() throws IOException {
        for (String text : List.of("", "\n", "\uFEFF", " \r\n ,,\n")) {
            Path file = file(text.getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> read(COMMA, file)).hasMessageContaining("the file is empty");
        }
        refused(COMMA, "id,name\n,\n",
                "x.csv has a header and no rows, so it names no contact - allowed is a row for each");
    }

    @Test
    void quotesThatDoNotMatchAreNamedWithTheRowTheyBeginIn() throws IOException {
        String rule = " - a cell that begins with a quote ends with one, and a quote within is written twice";
        refused(COMMA, "id,name\n1,\"A\nnn\"\n2,\"Bob\n3,Eve\n",
                "x.csv, line 4: the quotes of the row that begins here do not match, one never ends" + rule);
        refused(COMMA, "id,name\n1,\"Ann\"x\n",
                "x.csv, line 2: the quotes of the row that begins here do not match" + rule);
    }

    @Test
    void whatTheCharsetCannotReadIsNamedWithItsLine() throws IOException {
        assertThat(shown(read(COMMA, file("id,name\n1,Ann\n2,B\u00e4r\n".getBytes(StandardCharsets.ISO_8859_1)))))
                .isEqualTo("2[1, Ann] 3!has bytes that the source's charset cannot read in column 2");
        Path header = file("id,n\u00e4me\n1,Ann\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> read(COMMA, header))
                .hasMessageStartingWith("x.csv, line 1: column 2 of the header has bytes");
    }

    @Test
    void zeroCharactersAreNamed() throws IOException {
        assertThat(shown(COMMA, "id,name\n1,A\0n\n2,Bob\n")).isEqualTo("2!has a zero character in column 2 3[2, Bob]");
        Path unmarked = file("id,name\n1,Ann\n".getBytes(StandardCharsets.UTF_16LE));
        assertThatThrownBy(() -> read(COMMA, unmarked)).hasMessageContaining("x.csv, line 1")
                .hasMessageContaining("set charset to UTF-16LE");
    }

    @Test
    void aCharsetOrDelimiterThatIsNoneIsNamed() {
        assertThatThrownBy(() -> CsvFormat.of(",", "utf-99", "required"))
                .hasMessage("charset is 'utf-99', which Java does not know - allowed is the name of a "
                + "character set, for example UTF-8, windows-1252, ISO-8859-15 or UTF-16");
        assertThatThrownBy(() -> CsvFormat.of(",", "!", "required")).hasMessageStartingWith("charset is '!'");
        assertThatThrownBy(() -> CsvFormat.of(",", " ", "required")).hasMessageStartingWith("charset is ''");
        for (String delimiter : List.of("", ";;", "\"", "\n", "\\n")) {
            assertThatThrownBy(() -> CsvFormat.of(delimiter, "UTF-8", "required"))
                    .hasMessage("delimiter is '" + delimiter
                            + "' - allowed is one character other than a quote, tab, or auto");
        }
        assertThatThrownBy(() -> CsvFormat.of(",", "UTF-8", "yes"))
                .hasMessage("lastLineEnd is 'yes' - allowed is required or optional");
        for (String tab : List.of("\t", "tab", "TAB", "\\t", " \\t ")) {
            assertThat(CsvFormat.of(tab, "UTF-8", "optional"))
                    .isEqualTo(new CsvFormat('\t', StandardCharsets.UTF_8, false));
        }
    }

    /** A quote too many is legal CSV with the right number of columns, and the people of the rows between are gone. */
    @Test
    void rowsThatAQuoteSwallowedAreRefused() throws IOException {
        String header = "id,first,last,phone,mail\n";
        assertThat(read(COMMA, header + "1,\"Ann,Bell,1,a@x\n2,Ben,Cole,2,b@x\n3,Cy\",Dean,3,c@x\n4,Di,Ebb,4,d@x\n"))
                .extracting(CsvRow::defect)
                .containsExactly("has whole rows inside column 2 - is there a quote that does not end where it should?",
                        null);
        assertThat(read(COMMA, header + "1,\"Ann,Bell,1,a@x\r\n2,Ben\",Cole,2,b@x\r\n")).extracting(CsvRow::defect)
                .first().isNotNull();
        assertThat(read(COMMA, header + "1,Ann,\"Main Street 1\nBack yard, left\",1,a@x\n")).extracting(CsvRow::defect)
                .containsOnlyNulls();
        assertThat(read(COMMA, header + "1,Ann,Bell,1,\"One, two\nThree, four, five\"\n")).extracting(CsvRow::defect)
                .containsOnlyNulls();
    }
}
