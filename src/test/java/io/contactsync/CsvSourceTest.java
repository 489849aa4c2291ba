package io.contactsync;

import static io.contactsync.core.ContactField.BUSINESS_PHONES;
import static io.contactsync.core.ContactField.COMPANY_NAME;
import static io.contactsync.core.ContactField.DISPLAY_NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.contactsync.core.Contact;
import io.contactsync.core.ContactField;
import io.contactsync.core.Value;
import io.contactsync.problem.Problem;
import io.contactsync.source.SourceContacts;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * CSV files as suppliers send them, read by the shipped source and by sources added as an integrator adds them: one
 * file, nothing else.
 */
class CsvSourceTest {

    private static final String HEADER =
            "office_id,organisation,contact_first_name,contact_last_name,role,building,street,suite,city,state,zip,country,phone,fax,hours\n";
    private static final String ROW =
            "A1,Office of Ann Other,Ann,Other,Clerk,,1 Main St.,,Cullman,AL,35055,United States,256-734-6043,,\n";
    private static final String OTHER = ROW.replace("A1", "B2").replace("Ann", "Bob");
    private static final List<String> PERSONAL = List.of("Ann", "Bob", "Other", "734-6043", "7346043", "@");

    @TempDir
    static Path temp;
    private static RoutesUnderTest routes;
    private static Path folder;

    @BeforeAll
    static void start() throws Exception {
        folder = Files.createDirectory(temp.resolve("inbox"));
        routes = new RoutesUnderTest(Files.createDirectory(temp.resolve("routes"))).with("source.supplier-csv.folder",
                folder.toString());
        String shipped = routes.source("supplier-csv");
        routes.add("lieferant-csv", lieferant());
        routes.add("misspelt-csv",
                shipped.replace("supplier-csv\n", "misspelt-csv\n").replace("displayName:", "dispalyName:"));
        routes.add("arithmetic-csv", shipped.replace("supplier-csv\n", "arithmetic-csv\n")
                .replace("givenName: .contact_first_name",
                        "givenName: (if .office_id == \"B2\" then .contact_first_name - 1 else \"x\" end)"));
        routes.add("birthday-csv", shipped.replace("supplier-csv\n", "birthday-csv\n").replace("jobTitle: .role",
                "birthday: .contact_first_name"));
        String own = "region: US\n        ";
        routes.add("endless-csv", shipped.replace("supplier-csv\n", "endless-csv\n").replace("region: US\n",
                own + "lastLineEnd: optional\n"));
        routes.add("tolerant-csv", shipped.replace("supplier-csv\n", "tolerant-csv\n")
                .replace("region: US\n", own + "optionalColumns: \"fax, phone\"\n")
                .replace(".zip", "(if has(\"zip\") then .zip else .postcode end)"));
        routes.add("branching-csv", shipped.replace("supplier-csv\n", "branching-csv\n")
                .replace("givenName: .contact_first_name",
                        "givenName: (if .office_id == \"B2\" then (.nick // \"\") else \"x\" end)"));
        routes.add("wrong-charset-csv",
                shipped.replace("supplier-csv\n", "wrong-charset-csv\n").replace("charset: UTF-8", "charset: utf-99"));
        routes.start();
    }

    /** The shipped file with another name, folder, format and mapping. */
    private static String lieferant() {
        return """
                # In: one row of the supplier's file, an object of column name to text. Out: the contact made of it.
                - route:
                    id: source-lieferant-csv
                    description: Turns the rows of a supplier's CSV file into contacts.
                    from:
                      uri: kamelet:csv-contacts-source
                      parameters:
                        source: lieferant-csv
                        folder: "{{source.supplier-csv.folder}}"
                        delimiter: ";"
                        charset: windows-1252
                        region: DE
                      steps:
                        - transform:
                            expression:
                              jq:
                                expression: |
                                  {
                                    id: .Nr,
                                    displayName: (.Vorname + " " + .Name),
                                    companyName: .["Firma / Büro"],
                                    businessPhones: [.Tel]
                                  }
                """;
    }

    @AfterAll
    static void stop() {
        routes.close();
    }

    @BeforeEach
    void empty() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private static Path drop(String name, String text, Charset charset) throws IOException {
        return Files.writeString(folder.resolve(name), text, charset);
    }

    private static SourceContacts read(String source, String text) throws IOException {
        drop("offices.csv", text, StandardCharsets.UTF_8);
        return read(source);
    }

    /** Whatever is wrong, no sentence about it tells who is in the file. */
    private static SourceContacts read(String source) {
        SourceContacts result = routes.read(source);
        assertThat(result.problems()).allSatisfy(problem -> assertThat(problem.safe()).doesNotContain(PERSONAL));
        return result;
    }

    private static void keeps(SourceContacts result, String... ids) {
        assertThat(result.contacts()).as(result.problems().toString()).extracting(contact -> contact.key().id())
                .containsExactly(ids);
    }

    private static void incomplete(SourceContacts result, String... parts) {
        assertThat(result.isComplete()).isFalse();
        assertThat(result.problems()).hasSize(1);
        assertThat(result.problems().get(0).sentence()).contains(parts).doesNotContain("Exception", "\n");
    }

    @Test
    void aFileOfRowsBecomesContacts() throws IOException {
        SourceContacts result = read("supplier-csv", HEADER + ROW + OTHER);
        assertThat(result.problems()).isEmpty();
        keeps(result, "A1", "B2");
        Contact first = result.contacts().get(0);
        assertThat(first.text(DISPLAY_NAME)).isEqualTo("Office of Ann Other, Cullman");
        assertThat(first.fields()).containsEntry(BUSINESS_PHONES, new Value.Texts(List.of("+1 256-734-6043")));
        assertThat(folder.resolve("offices.csv")).exists();
    }

    @Test
    void anotherSuppliersFileNeedsOneFileMore() throws IOException {
        drop("kunden.CSV", "Nr;Vorname;Name;Firma / Büro;Tel\r\n17;Jürgen;Größer;\"Äpfel; Öl\";(030) 22 73 20 00\r\n",
                Charset.forName("windows-1252"));
        SourceContacts result = read("lieferant-csv");
        assertThat(result.problems()).isEmpty();
        Contact contact = result.contacts().get(0);
        assertThat(contact.text(DISPLAY_NAME)).isEqualTo("Jürgen Größer");
        assertThat(contact.text(COMPANY_NAME)).isEqualTo("Äpfel; Öl");
        assertThat(contact.fields()).containsEntry(BUSINESS_PHONES, new Value.Texts(List.of("+49 30 22732000")));
        assertThat(contact.fields()).doesNotContainKey(ContactField.JOB_TITLE);
    }

    @Test
    void aByteOrderMarkIsNotPartOfTheFirstColumn() throws IOException {
        SourceContacts result = read("supplier-csv", "\uFEFF" + HEADER + ROW);
        assertThat(result.problems()).isEmpty();
        keeps(result, "A1");
    }

    @Test
    void anotherCharsetThanSaidIsNoticed() throws IOException {
        drop("offices.csv", HEADER + ROW + OTHER.replace("Main", "Hänsel"), StandardCharsets.ISO_8859_1);
        SourceContacts result = read("supplier-csv");
        keeps(result, "A1");
        incomplete(result, "offices.csv, line 3", "charset");
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
    void aFileCutInsideItsLastCellDeletesNothing() throws IOException {
        SourceContacts result = read("supplier-csv", HEADER + ROW + OTHER.strip());
        keeps(result, "A1", "B2");
        incomplete(result, "offices.csv, line 3", "ends without a line end", "lastLineEnd: optional");
        assertThat(read("endless-csv", HEADER + ROW + OTHER.strip()).isComplete()).isTrue();
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
    void aCharsetThatIsNoneIsNamed() throws IOException {
        assertThat(read("wrong-charset-csv", HEADER + ROW).problems().get(0).sentence())
                .startsWith("charset is 'utf-99'");
    }

    @Test
    void aLinkInTheFolderIsRefused() throws IOException {
        Files.createSymbolicLink(folder.resolve("x.csv"),
                Files.writeString(temp.resolve("elsewhere.csv"), HEADER + ROW));
        SourceContacts result = read("supplier-csv");
        keeps(result);
        incomplete(result, "x.csv is a link");
    }

    @Test
    void aFifoInTheFolderIsRefusedAndNotWaitedFor() throws Exception {
        assumeTrue(new ProcessBuilder("mkfifo", folder.resolve("x.csv").toString()).start().waitFor() == 0);
        SourceContacts result = read("supplier-csv");
        keeps(result);
        incomplete(result, "x.csv is a pipe");
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
    void anEmptyFileIsIncomplete() throws IOException {
        incomplete(read("supplier-csv", ""), "offices.csv, line 1", "is empty", "no contact");
    }

    @Test
    void aHeaderAloneIsIncomplete() throws IOException {
        incomplete(read("supplier-csv", HEADER), "no contact");
    }

    @Test
    void noFileIsIncomplete() {
        incomplete(read("supplier-csv"), "there is no *.csv file in the folder '" + folder + "'");
    }

    @Test
    void aMissingFolderIsIncompleteAndIsNotMade() throws IOException {
        Files.delete(folder);
        try {
            SourceContacts result = read("supplier-csv");
            incomplete(result, folder.toString());
        } finally {
            Files.createDirectories(folder);
        }
    }

    @Test
    void anUnclosedQuoteKeepsWhatStandsBefore() throws IOException {
        SourceContacts result = read("supplier-csv", HEADER + ROW + OTHER + OTHER.replace("1 Main", "\"1 Main"));
        keeps(result, "A1", "B2");
        assertThat(result.isComplete()).isFalse();
        assertThat(result.problems()).allSatisfy(problem -> assertThat(problem.sentence()).doesNotContain("Exception"));
    }

    @Test
    void ofTwoFilesTheNewestCounts() throws IOException {
        Instant now = Instant.parse("2026-01-02T00:00:00Z");
        Files.setLastModifiedTime(drop("a-new.csv", HEADER + ROW, StandardCharsets.UTF_8), FileTime.from(now));
        Files.setLastModifiedTime(drop("z-old.csv", HEADER + OTHER, StandardCharsets.UTF_8),
                FileTime.from(now.minusSeconds(60)));
        drop("notes.txt", "nothing", StandardCharsets.UTF_8);
        keeps(read("supplier-csv"), "A1");
        Files.setLastModifiedTime(folder.resolve("z-old.csv"), FileTime.from(now.plusSeconds(60)));
        keeps(read("supplier-csv"), "B2");
    }

    @Test
    void aColumnNamedTwiceIsIncomplete() throws IOException {
        incomplete(read("supplier-csv", HEADER.replace("fax", "phone") + ROW), "phone");
    }
}
