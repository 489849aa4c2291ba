package io.contactsync.cli.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.Installation;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new source from a sample: what is written can be previewed at once. */
class SourceAddTest {

    private static final String GERMAN =
            "Kundennr;Anrede;Vorname;Name;Firma;Straße;PLZ;Ort;Telefon;Handy;E-Mail;Geburtstag;Fax;Status\r\n"
            + "1001;Frau;Käthe;Müller;Bäckerei Süß;Weg 1;80331;München;089 / 123456;0171 "
            + "1234567;k@example.com;31.12.1970;;aktiv\r\n"
            + "1002;Herr;Jürgen;Groß;Groß & Söhne;Gasse 2;10115;Berlin;030 / 1234567;;j@example.com;;030 / "
            + "99;aktiv\r\n";
    private static final String ENGLISH =
            "id,First Name,Last Name,Company,Job Title,Work Phone,Mobile,Email,Birthday,City\n"
            + "a-1,Ann,O'Neil,Acme,CEO,+44 20 7946 0958,+44 7911 123456,ann@example.com,25/12/1980,London\n"
            + "a-2,Bob,Łoś,Acme,,+44 20 7946 0959,,bob@example.com,01/02/1981,Leeds\n";
    private static final String FRENCH =
            "Prénom\tNom\tSociété\tTéléphone\tPortable\tCourriel\tCode postal\tVille\tPays\n"
            + "Zoë\tLefèvre\tCrème SA\t+33 1 23 45 67 89\t+33 6 12 34 56 78\tzoe@example.com\t75001\tParis\tFrance\n"
            + "Luc\tNoël\tCrème SA\t+33 1 23 45 67 80\t\t\t69001\tLyon\tFrance\n";

    @TempDir
    Path temp;
    private Installation installation;

    @BeforeEach
    void install() throws IOException {
        installation = new Installation(Files.createDirectory(temp.resolve("home")));
    }

    private Path sample(byte[] bytes) throws IOException {
        return Files.write(installation.home().resolve("inbox/sample.csv"), bytes);
    }

    private Result previewed(String name, String... more) {
        Result result = installation.run("preview", name, "--json", "--set", "source." + name + ".folder="
                + installation.home().resolve("inbox"),
                more.length > 0 ? more[0] : "--rows=5");
        assertThat(result.exit()).as(result.out() + result.err()).isZero();
        return result;
    }

    @Test
    void aGermanFileOfWindowsIsMappedByItsHeaders() throws IOException {
        Path sample = sample(GERMAN.getBytes(Charset.forName("windows-1252")));
        Result added = installation.run("source", "add", "kunden", "--from", "csv", "--sample", sample.toString());
        assertThat(added.exit()).as(added.out() + added.err()).isZero();
        assertThat(added.out()).contains("12 of 14 columns mapped, the id is 'Kundennr', not used: Fax, Status",
                "source.kunden.folder, source.kunden.region",
                "next: mkdir -p data/inbox/kunden, put the file there (cp <file>.csv data/inbox/kunden/), then "
                        + "'contact-sync preview kunden'; add kunden to "
                + "sync.sources");
        assertThat(installation.read(installation.route("kunden")))
                .contains("delimiter: \";\"", "charset: windows-1252", "# Columns that are not used: Fax, Status.")
                .doesNotContain("lastLineEnd");
        Result read = previewed("kunden");
        assertThat(read.json().at("/first/0/contact/displayName").asText()).isEqualTo("Käthe Müller");
        assertThat(read.json().at("/first/0/contact/birthday").asText()).startsWith("1970-12-31");
        assertThat(read.json().at("/first/0/contact/businessAddress/street").asText()).isEqualTo("Weg 1");
        assertThat(read.json().at("/first/0/contact/emailAddresses/0/address").asText()).isEqualTo("k@example.com");
        assertThat(read.json().at("/first/0/id").asText()).isEqualTo("1001");
        assertThat(read.number("/contacts")).isEqualTo(2);
    }

    @Test
    void anEnglishFileWithAByteOrderMarkIsReadAndItsDaysAreTurned() throws IOException {
        Path sample = sample(("\uFEFF" + ENGLISH).getBytes(StandardCharsets.UTF_8));
        Result added = installation.run("source", "add", "partners", "--from", "csv", "--sample", sample.toString());
        assertThat(added.out()).contains("10 of 10 columns mapped, the id is 'id'",
                "! 'Birthday' is taken for day/month/year");
        Result read = previewed("partners");
        assertThat(read.json().at("/first/1/contact/birthday").asText()).startsWith("1981-02-01");
        assertThat(read.json().at("/first/1/contact/surname").asText()).isEqualTo("Łoś");
        assertThat(read.json().at("/first/0/contact/businessPhones/0").asText()).isEqualTo("+44 20 7946 0958");
    }

    @Test
    void aFrenchFileInUtf16WithoutAnIdTakesAddressOrNameForIt() throws IOException {
        Path sample = sample(("\uFEFF" + FRENCH).getBytes(StandardCharsets.UTF_16LE));
        Result added = installation.run("source", "add", "clients", "--from", "csv", "--sample", sample.toString());
        assertThat(added.out()).contains("9 of 9 columns mapped",
                "! no column is an id of its own: the address stands, or else the names stand for it");
        assertThat(installation.read(installation.route("clients"))).contains("delimiter: tab", "charset: UTF-16LE");
        Result read = previewed("clients");
        assertThat(read.json().at("/first/0/id").asText()).isEqualTo("zoe@example.com");
        assertThat(read.json().at("/first/1/id").asText()).isEqualTo("Luc|Noël|Crème SA");
        assertThat(read.json().at("/first/0/contact/mobilePhone").asText()).isEqualTo("+33 6 12 34 56 78");
    }

    @Test
    void headersThatNobodyKnowsAreJudgedByWhatStandsBelow() throws IOException {
        Path sample = sample(("Feld 1,\"a \"\"b\"\" {c}\",end,x{{y}}\nAnn Other,+1 "
                + "256-734-6043,ann@example.com,z\nBob Other,+1 256-734-6044,bob@example.com,z").getBytes());
        Result added = installation.run("source", "add", "odd", "--from", "csv", "--sample", sample.toString());
        assertThat(added.exit()).as(added.out() + added.err()).isZero();
        assertThat(added.out()).contains("2 of 4 columns mapped",
                "! the file ends without a line end, so lastLineEnd is optional");
        Result read = previewed("odd");
        assertThat(read.json().at("/first/0/contact/businessPhones/0").asText()).isEqualTo("+1 256-734-6043");
    }

    @Test
    void withoutASampleTheFirstLookNamesTheColumnsOfTheFile() throws IOException {
        assertThat(installation.run("source", "add", "plain", "--from", "csv", "--enable").exit()).isZero();
        assertThat(installation.read(installation.configuration()))
                .contains("sync.sources = graph-users,graph-contacts,plain\n");
        sample(ENGLISH.getBytes(StandardCharsets.UTF_8));
        Result read = installation.run("preview", "plain", "--set", "source.plain.folder=" + installation.home()
                .resolve("inbox"));
        assertThat(read.exit()).isEqualTo(1);
        assertThat(read.out()).contains("the mapping asks for columns that the file does not have: 'number'",
                "The header was 'id', 'First Name'");
    }

    @Test
    void mailboxesAreReadWithTheMappingThatIsShipped() throws IOException {
        Result added = installation.run("source", "add", "partners", "--from", "graph-contacts");
        assertThat(added.exit()).as(added.out() + added.err()).isZero();
        try (SyncBench bench = SyncBench.start(temp)) {
            Result read = bench.command("preview", "partners", "--home", installation.home().toString(), "--set",
                    "source.partners.mailboxes="
                    + bench.sandbox().address().centralMailbox());
            assertThat(read.exit()).as(read.out() + read.err()).isZero();
            assertThat(read.out()).contains("total          40 contacts");
        }
    }

    /** What others do not name must not stop them. */
    @Test
    void aSourceOfOneOfSeveralConfigurationsIsItsOwn() throws IOException {
        Path file = installation.home().resolve("config/tenants/contoso.properties");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "targets.from = licensed-users\nsync.data = data/contoso\n");
        Result added = installation.run("source", "add", "kunden", "--from", "csv", "--config", file.toString());
        assertThat(added.exit()).as(added.out() + added.err()).isZero();
        assertThat(file.resolveSibling("contoso/sources/source-kunden.camel.yaml")).exists();
        assertThat(installation.home().resolve("routes/sources/source-kunden.camel.yaml")).doesNotExist();
        assertThat(installation.read(file)).contains("source.kunden.folder = data/inbox/contoso/kunden\n");
        assertThat(installation.run("source", "add", "other", "--from", "csv").exit()).as("without it").isZero();
    }

    @Test
    void theConfigurationKeepsItsFormAndItsComments() throws IOException {
        String before = installation.read(installation.configuration());
        installation.run("source", "add", "kunden", "--from", "csv");
        List<String> after = installation.read(installation.configuration()).lines().toList();
        assertThat(after).containsAll(before.lines().toList()).hasSize(before.lines().toList().size() + 4);
        int place = after.indexOf("source.kunden.folder = data/inbox/kunden");
        assertThat(after.get(place - 1)).startsWith("# Folder into which the file of kunden");
        assertThat(after.get(place - 2)).startsWith("source.outlook-de-csv.folder");
        assertThat(installation.run("source", "add", "again", "--from", "csv").exit()).isZero();
    }

    @Test
    void nothingIsOverwrittenAndEveryMistakeIsOneSentence() throws IOException {
        for (List<String> wrong : List.of(List.of("supplier-csv", "--from", "csv",
                "there is a source 'supplier-csv' already"),
                List.of("Big Ones", "--from", "csv", "must be kebab-case"),
                List.of("x", "--from", "cvs",
                        "must be one of csv, graph-contacts, sql, rest, sftp - was 'cvs' - did you mean 'csv'?"),
                List.of("x", "--from", "json", "must be one of csv, graph-contacts, sql, rest, sftp - was 'json'"))) {
            Result result = installation.run("source", "add", wrong.get(0), wrong.get(1), wrong.get(2));
            assertThat(result.exit()).isEqualTo(2);
            assertThat(result.sentences()).singleElement().asString().contains(wrong.get(3));
        }
        Result missing = installation.run("source", "add", "x", "--from", "csv", "--sample", temp.resolve("none.csv")
                .toString());
        assertThat(missing.sentences()).singleElement().asString().contains("--sample: none.csv does not exist");
        Files.write(temp.resolve("empty.csv"), new byte[0]);
        assertThat(installation.run("source", "add", "x", "--from", "csv", "--sample", temp.resolve("empty.csv")
                .toString()).sentences()).singleElement()
                .asString().contains("--sample: empty.csv, line 1: the file is empty");
        assertThat(Files.exists(installation.route("x"))).isFalse();
    }
}
