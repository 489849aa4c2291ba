package io.contactsync.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.Installation;
import io.contactsync.cli.SyncBench.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What goes wrong while somebody writes a route is said in one sentence, with the file and, where that can be known,
 * the line.
 */
class RouteMistakeTest {

    private static final String FILE = "source-supplier-csv.camel.yaml";

    @TempDir
    Path temp;

    private Result preview(String from, String to) throws IOException {
        Installation installation = new Installation(Files.createDirectory(temp.resolve("home")));
        installation.change(installation.route("supplier-csv"), from, to.replace("\\t", "\t"));
        return installation.drop(Installation.HEADER + Installation.ROW).preview();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', ignoreLeadingAndTrailingWhitespace = false, value = {
        "id: .office_id,|id: .office_id|line 21: the mapping cannot be read as jq from here on|was 'displayName: ([",
        "map(select(. != \"\"))|map(select(. != \"\")|the mapping cannot be read as jq|was '",
        "      steps:|       steps:|line 14: not a route in YAML|line 14",
        "        delimiter:|\\t delimiter:|line 11: not a route in YAML|TAB",
        "- transform:|- transfrom:|line 15: not a route in YAML|transfrom",
        "        delimiter:|        delimeter:|line 11: the route contact-sync-source-supplier-csv tells its Kamelet "
        + "'delimeter'|allowed are charset, delimiter, folder",
        "folder: \"{{contact-sync.source.supplier-csv.folder}}\"|folder: {{contact-sync.source.supplier-csv.folder}}|"
        + "line 10: a placeholder stands in quotes|was 'folder: {{",
        "kamelet:csv-contacts-source|kamelet:csv-contact-source|line 7: there is no Kamelet 'csv-contact-source'|did "
        + "you mean 'csv-contacts-source'?",
        "        source: supplier-csv|        region: DE|needs the parameter source|add it under 'parameters:'",
    })
    void aRouteThatCannotBeStartedIsNamedByFileAndLine(String from, String to, String first,
    String second) throws IOException {
        Result result = preview(from, to);
        assertThat(result.exit()).as(result.out() + result.err()).isEqualTo(2);
        assertThat(result.sentences()).as(result.err()).singleElement().asString().contains(FILE, first, second);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void aLanguageThatIsNotShippedIsNamedWithItsJar() throws IOException {
        Result result = preview("              jq:", "              mvel:");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.sentences()).singleElement().asString()
                .endsWith("a route uses the language 'mvel', which is not in lib: put camel-mvel there");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "dataSource:|dataSorce:|line 39: the component sql has no option 'dataSorce'",
        "sql:select|sqll:select|line 36: there is no Camel component 'sqll' in lib: put camel-sqll there",
        "#staff-database|#staff-databas|line 39: no file of routes makes the bean 'staff-databas'",
        "datasource.Driver|datasource.Diver|line 46: there is no class org.springframework.jdbc.datasource.Diver",
        "rows: direct:read-staff|rows: direct:staff|line 10: the route contact-sync-source-staff tells its "
        + "Kamelet 'rows'",
    })
    void aReaderThatCannotBeStartedIsNamedByFileAndLine(String from, String to, String sentence) throws IOException {
        Installation installation = new Installation(Files.createDirectory(temp.resolve("home")));
        installation.run("source", "add", "staff", "--from", "sql");
        installation.change(installation.route("staff"), from, to);
        Result result = installation.run("preview", "staff");
        assertThat(result.exit()).as(result.out() + result.err()).isEqualTo(2);
        assertThat(result.sentences()).as(result.err()).singleElement().asString()
                .contains("source-staff.camel.yaml, " + sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', ignoreLeadingAndTrailingWhitespace = false, value = {
        "displayName:|dispalyName:|'dispalyName' is not a contact property|did you mean 'displayName'?",
        "join(\", \")|jion(\", \")|the mapping calls 'jion' with one argument, and jq has no such "
        + "function|offices.csv, line 2",
        ".office_id|.offise_id|the mapping asks for columns that the file does not have: 'offise_id'|The header was "
        + "'office_id'",
    })
    void aMappingThatFitsNoRowIsNamedOnce(String from, String to, String first, String second) throws IOException {
        Result result = preview(from, to);
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out()).contains(FILE, first, second);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', ignoreLeadingAndTrailingWhitespace = false, value = {
        "        folder: \"{{contact-sync.source.supplier-csv.folder}}\"|        charset: UTF-8|let its route "
        + "name it, as \"{{contact-sync.source.supplier-csv.folder}}\"",
        "{{contact-sync.source.supplier-csv.folder}}|{{contact-sync.source.supplier-csv.foldr}}|did "
        + "you mean 'source.supplier-csv.foldr'?",
    })
    void aKeyThatItsRouteNoLongerNamesIsSaid(String from, String to, String sentence) throws IOException {
        Result result = preview(from, to);
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.sentences()).singleElement().asString()
                .contains("'source.supplier-csv.folder' is not used by any route", sentence);
    }
}
