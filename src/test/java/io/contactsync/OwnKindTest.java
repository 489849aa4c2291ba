package io.contactsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactsync.core.ContactField;
import io.contactsync.problem.Problem;
import io.contactsync.source.SourceContacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the Kamelet contacts-source promises to a route that reads, such as the one that the guide shows first. */
class OwnKindTest {

    private static final Path GUIDE = Path.of("src/main/docs/integrator.adoc");
    private static final String TWO = "[{\"no\": 1, \"name\": \"Ann\"}, {\"no\": \"2\", \"name\": \"Bob\"}]";
    private static final String MAP = "- to: {uri: \"direct:contact-sync-map-rows\"}";
    private static final String NEXT = "\n        ";
    private static final String FAIL =
            "- throwException: {exceptionType: java.io.IOException, message: the line is dead}";

    @TempDir
    Path temp;
    private String more = "columns: \"no, name\"";
    private String steps = MAP;
    private String rows = "direct:read-staff";

    private static String shown() throws IOException {
        return Files.readString(GUIDE).split("\\[\\[kind]]")[1].split("(?m)^----\n")[1];
    }

    private SourceContacts read(String json) throws Exception {
        Path folder = Files.createDirectory(temp.resolve("inbox"));
        Files.writeString(folder.resolve("staff.json"), json);
        RoutesUnderTest routes = new RoutesUnderTest(Files.createDirectory(temp.resolve("routes")))
                .with("sync.source-seconds", "2");
        routes.with("source.staff.folder", folder.toString()).add("staff", shown()
                .replace("columns: \"no, name\"", more).replace(".name}", ".name, jobTitle: .job}")
                .replace("rows: \"direct:read-staff\"", "rows: \"" + rows + "\"").replace(MAP, steps));
        try (RoutesUnderTest running = routes.start()) {
            return running.read("staff");
        }
    }

    private static void incomplete(SourceContacts read, int contacts, String part) {
        assertThat(read.isComplete()).isFalse();
        assertThat(read.contacts()).as(read.problems().toString()).hasSize(contacts);
        assertThat(read.problems()).extracting(Problem::sentence).singleElement().asString().contains(part);
    }

    @Test
    void rowsBecomeContacts() throws Exception {
        more = "optionalColumns: job";
        SourceContacts read = read(TWO);
        assertThat(read.problems()).isEmpty();
        assertThat(read.contacts()).extracting(contact -> contact.key().id() + " "
                + contact.text(ContactField.DISPLAY_NAME)).containsExactly("1 Ann", "2 Bob");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "columns: no|does not have: 'job'",
        "columns: nr|does not have: 'nr', 'job'",
        "columns: Name|is it 'name' for 'Name'?",
    })
    void aColumnThatIsNotThereRefusesAll(String parameter, String part) throws Exception {
        more = parameter;
        incomplete(read(TWO), 0, part);
    }

    @Test
    void aColumnThatMayBeMissingIsEmpty() throws Exception {
        more = "columns: \"no, name\", optionalColumns: job";
        assertThat(read(TWO).problems()).isEmpty();
    }

    @Test
    void aRowThatIsNoObjectHasNoColumns() throws Exception {
        more = "columns: \"no, name\", optionalColumns: job";
        incomplete(read("[{\"no\": 1, \"name\": \"Ann\"}, \"Bob\"]"), 0, "row 2: ");
    }

    @Test
    void aRowThatCannotBeTrustedIsRefusedWithItsPlace() throws Exception {
        more = "optionalColumns: job";
        incomplete(read("[{\"no\": 1, \"name\": \"Ann\"}, {\"name\": \"Bob\"}]"), 1, "row 2: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "[{\"no\": 1, \"name\": \"Ann\"}, {\"no\": 2|Unexpected end-of-input",
        "{\"no\": 1, \"name\": \"Ann\"}|was given a single object",
        "[]|it named no contact at all",
    })
    void whatIsNoListIsIncomplete(String json, String part) throws Exception {
        more = "optionalColumns: job";
        incomplete(read(json), 0, part);
    }

    @Test
    void anExceptionAfterTheFirstPageIsIncomplete() throws Exception {
        more = "optionalColumns: job";
        steps = MAP + NEXT + FAIL;
        incomplete(read(TWO), 2, "the line is dead");
    }

    @Test
    void aReaderThatGivesNothingIsIncomplete() throws Exception {
        steps = "- log: {message: idle}";
        incomplete(read(TWO), 0, "it named no contact at all");
    }

    @Test
    void aReaderThatDoesNotEndIsGivenUp() throws Exception {
        more = "optionalColumns: job";
        steps = MAP + NEXT + "- delay: {expression: {constant: {expression: \"6000\"}}}" + NEXT + MAP;
        incomplete(read(TWO), 2, "it had not come to its end after 2 seconds (sync.source-seconds)");
    }

    @Test
    void aReaderThatIsNotThereStopsTheStart() {
        rows = "direct:read-stuff";
        assertThatThrownBy(() -> read(TWO)).hasMessageContaining("the route contact-sync-source-staff tells "
                + "its Kamelet 'rows' an address that no route of its file begins with: give direct:NAME - was "
                + "'direct:read-stuff'");
    }
}
