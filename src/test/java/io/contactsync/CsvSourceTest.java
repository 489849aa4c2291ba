package io.contactsync;

import static io.contactsync.core.ContactField.BUSINESS_PHONES;
import static io.contactsync.core.ContactField.COMPANY_NAME;
import static io.contactsync.core.ContactField.DISPLAY_NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.contactsync.core.Contact;
import io.contactsync.core.ContactField;
import io.contactsync.core.Value;
import io.contactsync.source.SourceContacts;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files of CSV as suppliers send them: which one is read, in which form, and what is wrong with it as a whole. */
class CsvSourceTest extends CsvSourceBench {

    @BeforeAll
    static void start() throws Exception {
        routes.add("lieferant-csv", lieferant());
        add("endless-csv", "region: US\n", "region: US\n        lastLineEnd: optional\n");
        add("wrong-charset-csv", "charset: UTF-8", "charset: utf-99");
        routes.start();
    }

    /** The shipped file with another name, folder, format and mapping. */
    private static String lieferant() {
        return """
                # In: one row of the supplier's file, an object of column name to text. Out: the contact made of it.
                - route:
                    id: contact-sync-source-lieferant-csv
                    description: Turns the rows of a supplier's CSV file into contacts.
                    from:
                      uri: kamelet:csv-contacts-source
                      parameters:
                        source: lieferant-csv
                        folder: "{{contact-sync.source.supplier-csv.folder}}"
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
    void aFileCutInsideItsLastCellDeletesNothing() throws IOException {
        SourceContacts result = read("supplier-csv", HEADER + ROW + OTHER.strip());
        keeps(result, "A1", "B2");
        incomplete(result, "offices.csv, line 3", "ends without a line end", "lastLineEnd: optional");
        assertThat(read("endless-csv", HEADER + ROW + OTHER.strip()).isComplete()).isTrue();
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
}
