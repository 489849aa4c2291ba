package io.contactsync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.run.RunReport;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import io.contactsync.sandbox.store.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a German Outlook exported goes by one route file from the file into mailboxes. */
class GermanExportTest {

    private static final Path EXPORT = Path.of("src/test/resources/people/outlook-de.csv");
    private static final int PEOPLE = 60;

    @TempDir
    Path temp;

    @Test
    void theGermanExportRunsFromFileToMailboxByOneRouteFile() throws Exception {
        Path inbox = Files.createDirectory(temp.resolve("Meier & Co"));
        Files.copy(EXPORT, inbox.resolve("Kontakte.CSV"), StandardCopyOption.REPLACE_EXISTING);
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withMailboxes(4));
                RoutesUnderTest routes = new RoutesUnderTest(Files.createDirectory(temp.resolve("routes")))
                        .with(sandbox.address())
                        .with("sync.sources", "outlook-de-csv").with("source.outlook-de-csv.folder", inbox.toString())
                        .with("targets.from", "group").with("targets.group", sandbox.address().targetGroup())
                        .with("sync.data", temp.resolve("data").toString()).start()) {
            RunReport first = routes.sync();
            assertThat(first.exit()).as(first.toString()).isZero();
            assertThat(first.totals().tally().created()).isEqualTo(4 * PEOPLE);
            String central = sandbox.address().centralMailbox();
            String mailbox = sandbox.tenant().users().stream().map(User::id).filter(id -> !id.equals(central))
                    .filter(id -> contacts(sandbox, id).size() >= PEOPLE).findFirst().orElseThrow();
            right(contacts(sandbox, mailbox));
            assertThat(routes.sync().totals().unchanged()).isEqualTo(4 * PEOPLE);
        }
    }

    private static List<JsonNode> contacts(Sandbox sandbox, String user) {
        return sandbox.tenant().snapshot(user).values().stream().map(GermanExportTest::json).toList();
    }

    private static JsonNode json(byte[] contact) {
        try {
            return new ObjectMapper().readTree(contact);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void right(List<JsonNode> contacts) {
        JsonNode found = contacts.stream().filter(contact -> contact.path("surname").asText().equals("von der Aa")
                && contact.path("birthday").asText().startsWith("1970-02-01")).findFirst().orElseThrow();
        assertThat(found.path("displayName").asText()).isEqualTo("Renée von der Aa");
        assertThat(found.path("companyName").asText()).isEqualTo("Bäckerei Käse & Söhne GmbH");
        assertThat(found.path("businessAddress").path("street").asText()).isEqualTo("Hauptstraße 1 Hinterhaus");
        assertThat(found.path("businessAddress").path("city").asText()).isEqualTo("München");
    }
}
