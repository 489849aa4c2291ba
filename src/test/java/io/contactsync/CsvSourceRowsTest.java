package io.contactsync;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.ContactField;
import io.contactsync.problem.Problem;
import io.contactsync.source.SourceContacts;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rows of a supplier's file and what a mapping makes of them: what is refused, and where it stands. */
class CsvSourceRowsTest extends CsvSourceBench {

    private static final String GIVEN_NAME = "givenName: .contact_first_name";

    @BeforeAll
    static void start() throws Exception {
        add("misspelt-csv", "displayName:", "dispalyName:");
        add("arithmetic-csv", GIVEN_NAME,
                "givenName: (if .office_id == \"B2\" then .contact_first_name - 1 else \"x\" end)");
        add("birthday-csv", "jobTitle: .role", "birthday: .contact_first_name");
        add("branching-csv", GIVEN_NAME, "givenName: (if .office_id == \"B2\" then (.nick // \"\") else \"x\" end)");
        String zip = routes.source("supplier-csv").replace("supplier-csv\n", "tolerant-csv\n")
                .replace(".zip", "(if has(\"zip\") then .zip else .postcode end)");
        routes.add("tolerant-csv",
                zip.replace("region: US\n", "region: US\n        optionalColumns: \"fax, phone\"\n"));
        routes.start();
    }

    @Test
    void aRaggedRowIsRefusedWithItsLine() throws IOException {
        SourceContacts result = read("supplier-csv", HEADER + "C3,too,short\n" + ROW);
        keeps(result, "A1");
        assertThat(result.refused()).isEqualTo(1);
        incomplete(result, "offices.csv, line 2", "has 3 columns where the header has 15");
    }

    @Test
    void theLineCountsLinesNotRows() throws IOException {
        SourceContacts result = read("supplier-csv",
                HEADER + ROW.replace("1 Main St.", "\"1 Main St.\nBack door\"") + "C3,too,short\n");
        keeps(result, "A1");
        incomplete(result, "offices.csv, line 4");
    }

    @Test
    void aColumnThatTheFileLacksRefusesTheFile() throws IOException {
        String header = HEADER.replace("phone", "Phone ").replace("zip", "postcode");
        SourceContacts result = read("supplier-csv", header + "C3,too,short\n" + ROW + OTHER);
        keeps(result);
        incomplete(result, "offices.csv, line 1", "does not have: 'phone', 'zip';", "optionalColumns",
                "'city', 'state', 'postcode'", "'Phone' for 'phone'");
        assertThat(result.refused()).isZero();
        assertThat(result.problems().get(0).safe()).contains("'phone', 'zip'").doesNotContain("postcode", "Phone'");
        assertThat(read("tolerant-csv", header + ROW).problems()).isEmpty();
    }

    @Test
    void aColumnThatOnlySomeRowsAskForRefusesTheFileToo() throws IOException {
        SourceContacts result = read("branching-csv", HEADER + ROW + OTHER);
        keeps(result);
        incomplete(result, "does not have: 'nick'", "The header was 'office_id'");
    }

    @Test
    void aRowThatNeverEndsEndsTheReading() throws IOException {
        SourceContacts result =
                read("supplier-csv", HEADER + ROW + OTHER.replace("1 Main", "\"1 Main") + OTHER.repeat(12_000));
        keeps(result, "A1");
        incomplete(result, "offices.csv, line 3", "longer than 1048576 characters");
    }

    @Test
    void rowsWithoutTextAndEmptyColumnsAreNoProblem() throws IOException {
        String wide = (HEADER + ROW + OTHER).replace("\n", ",,\r\n") + ",,\r\n\r\n";
        SourceContacts result = read("supplier-csv", "\uFEFFsep=,\r\n" + wide);
        keeps(result, "A1", "B2");
        assertThat(result.isComplete()).as(result.problems().toString()).isTrue();
        assertThat(result.refused()).isZero();
    }

    @Test
    void aRowWithoutIdIsRefused() throws IOException {
        SourceContacts result = read("supplier-csv", HEADER + ROW + OTHER.replace("B2", " "));
        keeps(result, "A1");
        incomplete(result, "offices.csv, line 3", "id", "empty");
    }

    @Test
    void ofTwoRowsWithOneIdTheFirstCounts() throws IOException {
        SourceContacts result = read("supplier-csv", HEADER + ROW + OTHER.replace("B2", "A1"));
        keeps(result, "A1");
        assertThat(result.contacts().get(0).text(ContactField.GIVEN_NAME)).isEqualTo("Ann");
        incomplete(result, "offices.csv, line 3", "'A1'");
    }

    @Test
    void theSameRowTwiceIsNoProblem() throws IOException {
        SourceContacts result = read("supplier-csv", HEADER + ROW + ROW);
        keeps(result, "A1");
        assertThat(result.isComplete()).isTrue();
    }

    @Test
    void anUnknownPropertyInTheMappingIsNamed() throws IOException {
        SourceContacts result = read("misspelt-csv", HEADER + ROW);
        keeps(result);
        incomplete(result, "'dispalyName' is not a contact property", "displayName");
    }

    @Test
    void aMappingThatFailsForARowRefusesIt() throws IOException {
        SourceContacts result = read("arithmetic-csv", HEADER + ROW + OTHER);
        keeps(result, "A1");
        incomplete(result, "offices.csv, line 3");
    }

    @Test
    void aValueThatDoesNotFitIsNotQuoted() throws IOException {
        SourceContacts result = read("birthday-csv", HEADER + ROW);
        keeps(result, "A1");
        assertThat(result.isComplete()).isTrue();
        assertThat(result.counts().leftOut()).isEqualTo(1);
        assertThat(result.notes()).extracting(Problem::safe)
                .containsExactly("offices.csv, line 2: 'birthday' is left out, "
                + "it must be a day as 1987-12-31 or 31.12.1987 - was '...'");
    }

    @Test
    void anUnclosedQuoteKeepsWhatStandsBefore() throws IOException {
        SourceContacts result = read("supplier-csv", HEADER + ROW + OTHER + OTHER.replace("1 Main", "\"1 Main"));
        keeps(result, "A1", "B2");
        assertThat(result.isComplete()).isFalse();
        assertThat(result.problems()).allSatisfy(problem -> assertThat(problem.sentence()).doesNotContain("Exception"));
    }

    @Test
    void aColumnNamedTwiceIsIncomplete() throws IOException {
        incomplete(read("supplier-csv", HEADER.replace("fax", "phone") + ROW), "phone");
    }
}
