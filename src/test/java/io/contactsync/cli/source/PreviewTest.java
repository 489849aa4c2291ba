package io.contactsync.cli.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.Installation;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.core.Contact;
import io.contactsync.core.ContactField;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Value;
import io.contactsync.problem.Problem;
import io.contactsync.source.SourceContacts;
import io.contactsync.source.SourceCounts;
import io.contactsync.source.SourceOrigin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an integrator sees of a source, without a tenant and without a trace. */
class PreviewTest {

    @TempDir
    Path temp;
    private Installation installation;

    @BeforeEach
    void install() throws IOException {
        installation = new Installation(Files.createDirectory(temp.resolve("home")));
    }

    @Test
    void aFileIsShownContactByContactWithoutLoginAndWithoutATrace() throws IOException {
        Path data = temp.resolve("data");
        Result result = installation.drop(Installation.HEADER + Installation.ROW + Installation.ROW.replace("A1", "B2")
                .replace("256-734-6043", "call us"))
                .preview("--set", "sync.data=" + data);
        assertThat(result.exit()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).contains("file           offices.csv",
                "columns        office_id, organisation, contact_first_name",
                "id             A1", "  displayName        Office of Ann Other, Cullman",
                "  businessPhones     +1 256-734-6043",
                "  businessAddress    1 Main St., 35055 Cullman, AL, United States", "id             B2",
                "  businessPhones     call us",
                "! 1 telephone number not read", "'businessPhones' stays as written", "- was 'call us'",
                "total          2 contacts, 0 left out on purpose, 0 repeated, 0 refused", "complete       yes");
        assertThat(result.out()).endsWith(
                "\nnext: add supplier-csv to sync.sources in config/application.properties when this is right, then"
                + " 'contact-sync plan' shows what a run would do\n");
        assertThat(result.err()).isEmpty();
        assertThat(Files.exists(data)).isFalse();
    }

    @Test
    void aRowThatIsRefusedIsNamedWithItsPlaceAndTheReadingIsNotComplete() throws IOException {
        Result result = installation.drop(Installation.HEADER + Installation.ROW + "B2,too short\n").preview();
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.out()).contains("x 1 row refused",
                "  offices.csv, line 3: has 2 columns where the header has 15",
                "complete       no: nothing of it would be deleted",
                "next: mend what is named above, then 'contact-sync preview supplier-csv' again");
    }

    @Test
    void aRowThatTheMappingLeavesOutIsNoFault() throws IOException {
        installation.change(installation.route("supplier-csv"), "                  {\n",
                "                  if .city == \"Cullman\" then null else {\n")
                .change(installation.route("supplier-csv"), "else null end)\n                  }",
                "else null end)\n                  } end");
        Result result = installation.drop(Installation.HEADER + Installation.ROW
                + Installation.ROW.replace("A1", "B2").replace("Cullman", "Mobile")).preview();
        assertThat(result.exit()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).contains("- 1 row left out on purpose",
                "  offices.csv, line 2: its mapping leaves it out",
                "1 contact, 1 left out on purpose");
    }

    @Test
    void onlySoManyContactsAreShownAsAreAskedFor() throws IOException {
        StringBuilder rows = new StringBuilder(Installation.HEADER);
        for (int row = 0; row < 9; row++) {
            rows.append(Installation.ROW.replace("A1", "A" + row));
        }
        installation.drop(rows.toString());
        assertThat(installation.preview().out()).contains("id             A4", "and 4 more: --rows 9 shows all")
                .doesNotContain("id             A5");
        assertThat(installation.preview("--rows", "0").out()).doesNotContain("id             A0")
                .contains("total          9 contacts");
        assertThat(installation.preview("--rows", "-1").sentences()).singleElement().asString()
                .contains("--rows must be 0 or more - was '-1'");
    }

    @Test
    void forScriptsItIsOneLineOfJsonWithContactsAsGraphGetsThem() throws IOException {
        Result result = installation.drop(Installation.HEADER + Installation.ROW).preview("--json");
        assertThat(result.exit()).isZero();
        assertThat(result.json().at("/first/0/id").asText()).isEqualTo("A1");
        assertThat(result.json().at("/first/0/contact/businessPhones/0").asText()).isEqualTo("+1 256-734-6043");
        assertThat(result.json().at("/first/0/contact").has("singleValueExtendedProperties")).isFalse();
        assertThat(result.number("/contacts")).isEqualTo(1);
        assertThat(result.json().path("columns")).hasSize(15);
        assertThat(result.json().path("complete").asBoolean()).isTrue();
    }

    @Test
    void anUnknownSourceIsAnsweredWithThoseThatExist() {
        Result result = installation.run("preview", "suplier-csv");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.sentences()).singleElement().asString()
                .contains("there is no source 'suplier-csv'", "did you mean 'supplier-csv'?",
                "there are graph-contacts, graph-users, outlook-de-csv, supplier-csv",
                "contact-sync source add suplier-csv --from csv");
    }

    @Test
    void aFolderThatIsMissingOrEmptyIsNamed() {
        assertThat(installation.preview("--set", "source.supplier-csv.folder=/no/such").out())
                .contains(
                        "the folder '/no/such' does not exist - make it (mkdir -p '/no/such') and put the *.csv file "
                                + "there;"
                        + " source.<name>.folder in config/application.properties").doesNotContain("route file");
        Result empty = installation.preview();
        assertThat(empty.exit()).isEqualTo(1);
        assertThat(empty.out()).contains("there is no *.csv file in the folder", "put the file there");
    }

    @Test
    void aSourceOfGraphNeedsALoginAndNothingElse() {
        assertThat(installation.run("preview", "graph-users").sentences()).singleElement().asString()
                .contains("graph.tenant-id is not set: 'contact-sync init'");
        try (SyncBench bench = SyncBench.start(temp)) {
            Result result = bench.with("targets.group", "").with("source.graph-users.region", "US")
                    .command("preview", "graph-users", "--rows", "1");
            assertThat(result.exit()).as(result.out() + result.err()).isZero();
            assertThat(result.out()).contains("  displayName ", "  emailAddresses ", "complete       yes")
                    .doesNotContain("columns");
            assertThat(Files.exists(bench.data())).isFalse();
        }
    }

    @Test
    void whatIsBrokenElsewhereDoesNotMatter() throws IOException {
        installation.change(installation.route("graph-users"), "- transform:", "- transfrom:");
        assertThat(installation.drop(Installation.HEADER + Installation.ROW).preview("--set", "targets.from=nobody")
                .exit()).isZero();
    }

    @Test
    void onATerminalEverythingFitsEightyColumns() {
        Contact contact = new Contact(new ContactKey("offices", "17"),
                Map.of(ContactField.DISPLAY_NAME, new Value.Text("Käserei Süd"),
                ContactField.BUSINESS_PHONES, new Value.Texts(List.of("+49 89 123456", "+49 171 1234567")),
                ContactField.JOB_TITLE, new Value.Text("")));
        SourceContacts read = new SourceContacts("offices", List.of(contact), List.of(), SourceCounts.NONE,
                List.of(Problem.of("offices.csv, line 2, Käserei Süd: 'businessPhones' stays as written, it is not "
                + "one whole number of the region DE - was 'x'")),
                "1 telephone number not read", List.of(),
                new SourceOrigin("offices.csv", List.of("nummer", "firma", "telefon", "handy", "bemerkung", "ort",
                "plz")));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        new PreviewScreen(read, 5, true, new PrintStream(said, true, StandardCharsets.UTF_8))
                .show(Path.of("routes/sources/source-offices.camel.yaml"), true);
        assertThat(said.toString(StandardCharsets.UTF_8)).isEqualTo("""
                offices        routes/sources/source-offices.camel.yaml
                file           offices.csv
                columns        nummer, firma, telefon, handy, bemerkung, ort, plz

                id             17
                  displayName        Käserei Süd
                  businessPhones     +49 89 123456 · +49 171 1234567
                  (empty)            jobTitle

                ! 1 telephone number not read
                  offices.csv, line 2, Käserei Süd: 'businessPhones' stays as written, it is not
                    one whole number of the region DE - was 'x'

                total          1 contact, 0 left out on purpose, 0 repeated, 0 refused
                complete       yes: whoever it no longer names would be deleted

                next: contact-sync plan shows what a run would do with it
                """);
    }
}
