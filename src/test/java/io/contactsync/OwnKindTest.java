package io.contactsync;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.ContactField;
import io.contactsync.problem.Problem;
import io.contactsync.source.SourceContacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kind of source of one's own is a file of YAML: the one that the integrator's guide shows. */
class OwnKindTest {

    private static final Path GUIDE = Path.of("src/main/docs/integrator.adoc");

    @TempDir
    Path temp;

    private static String shown() throws IOException {
        return Files.readString(GUIDE).split("\\[\\[kind]]")[1].split("(?m)^----\n")[1];
    }

    private SourceContacts read(String json) throws Exception {
        Path folder = Files.createDirectory(temp.resolve("inbox"));
        Files.writeString(folder.resolve("staff.json"), json);
        RoutesUnderTest routes = new RoutesUnderTest(Files.createDirectory(temp.resolve("routes")));
        Files.writeString(temp.resolve("routes/kamelets/json-contacts-source.kamelet.yaml"), shown());
        routes.add("staff", """
                # In: one object of the file. Out: the contact made of it.
                - route:
                    id: source-staff
                    description: Turns objects into contacts.
                    from:
                      uri: kamelet:json-contacts-source
                      parameters: {source: staff, file: staff.json, region: CH, folder: "%s"}
                      steps:
                        - transform:
                            expression: {jq: {expression: "{id: .no, displayName: .name}"}}
                """.formatted(folder));
        try (RoutesUnderTest running = routes.start()) {
            return running.read("staff");
        }
    }

    @Test
    void itsObjectsBecomeContacts() throws Exception {
        SourceContacts result = read("[{\"no\": 1, \"name\": \"Ann\"}, {\"no\": \"2\", \"name\": \"Bob\"}]");
        assertThat(result.problems()).isEmpty();
        assertThat(result.contacts()).extracting(contact -> contact.key().id() + " "
                + contact.text(ContactField.DISPLAY_NAME)).containsExactly("1 Ann", "2 Bob");
    }

    @Test
    void anObjectThatCannotBeTrustedIsRefusedWithItsPlace() throws Exception {
        SourceContacts result = read("[{\"no\": 1, \"name\": \"Ann\"}, {\"name\": \"Bob\"}]");
        assertThat(result.isComplete()).isFalse();
        assertThat(result.contacts()).hasSize(1);
        assertThat(result.problems()).extracting(Problem::sentence).singleElement().asString()
                .startsWith("staff.json, row 2: ");
    }

    @Test
    void aFileThatIsCutIsIncomplete() throws Exception {
        SourceContacts result = read("[{\"no\": 1, \"name\": \"Ann\"}, {\"no\": 2");
        assertThat(result.isComplete()).isFalse();
        assertThat(result.problems()).hasSize(1);
    }
}
