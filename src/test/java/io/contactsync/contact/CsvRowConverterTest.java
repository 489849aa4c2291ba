package io.contactsync.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;

class CsvRowConverterTest {

    private static List<CsvRow> rows(String csv) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser parser = format.parse(new StringReader(csv))) {
            return parser.stream().map(record -> new CsvRowConverter().convertRecord(record)).toList();
        }
    }

    @Test
    void namesColumnsAndTheLineARowEndsOn() throws Exception {
        List<CsvRow> rows = rows("\uFEFFid , name\n1, Anna \n2,\"Ben\nBerg\"\n");
        assertThat(rows).extracting(CsvRow::defect).containsOnlyNulls();
        assertThat(rows.get(0).read().toString()).isEqualTo("{\"id\":\"1\",\"name\":\"Anna\"}");
        assertThat(rows.get(1).read().path("name").asText()).isEqualTo("Ben\nBerg");
        assertThat(rows).extracting(CsvRow::line).containsExactly(2L, 4L);
    }

    @Test
    void distrustsRowsWithOtherColumnsThanTheHeader() throws Exception {
        List<CsvRow> rows = rows("id,name\n1\n1,2,3\n");
        assertThatThrownBy(rows.get(0)::read).hasMessage("has 1 columns where the header has 2");
        assertThatThrownBy(rows.get(1)::read).hasMessage("has 3 columns where the header has 2");
    }

    @Test
    void distrustsTextThatTheCharsetCannotRead() throws Exception {
        assertThatThrownBy(rows("id,name\n1,J\uFFFDrg\n").get(0)::read).hasMessage("has characters that the source's charset cannot read");
    }
}
