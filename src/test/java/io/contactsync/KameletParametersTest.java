package io.contactsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.core.ContactField;
import io.contactsync.source.SourceContacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a route tells its Kamelet arrives as it is written there, or is refused by name. */
class KameletParametersTest {

    private static final List<String> FOLDERS =
            List.of("Meier & Co", "what? why", "100% sure", "a%20b", "a+b", "it's", "'quoted'", "\"Q\"",
                    "a}b{c", "${body}", "RAW(x)", "a=b&c=d", "#1", "x)&y", "comma, semicolon; tab\t!", "true", "null",
                    "Zürich 東京", "\\back", "a//b");

    /**
     * How a folder is told: as it is, by a key, and by a key in RAW. The first name is told in all three ways, the
     * others in turn.
     */
    private static final List<String> KINDS = List.of("folder-", "key-", "raw-");

    @TempDir
    Path temp;
    private RoutesUnderTest routes;

    private void source(String name, String folder, String more) throws IOException {
        routes.add(name, """
                # In: one row of the file. Out: the contact made of it.
                - route:
                    id: contact-sync-source-%s
                    description: Turns rows into contacts.
                    from:
                      uri: kamelet:csv-contacts-source
                      parameters:
                        source: %s
                        folder: %s
                        region: CH
                %s
                      steps:
                        - transform:
                            expression:
                              jq:
                                expression: "{id: .id, displayName: .name}"
                """.formatted(name, name, quoted(folder), more.indent(8).stripTrailing()));
    }

    private static String quoted(String text) throws JsonProcessingException {
        return new ObjectMapper().writeValueAsString(text);
    }

    private String drop(String folder, String text) throws IOException {
        Path made = Files.createDirectories(temp.resolve("inbox").resolve(folder));
        Files.writeString(made.resolve("x.csv"), text);
        return temp.resolve("inbox") + "/" + folder;
    }

    private void started() throws IOException {
        routes = new RoutesUnderTest(Files.createDirectory(temp.resolve("routes")));
    }

    private static void names(SourceContacts result, String... names) {
        assertThat(result.problems()).as(result.source()).isEmpty();
        assertThat(result.contacts()).extracting(contact -> contact.text(ContactField.DISPLAY_NAME))
                .containsExactly(names);
    }

    @Test
    void aFolderNamedMeierAndCoIsRead() throws Exception {
        started();
        for (int i = 0; i < FOLDERS.size(); i++) {
            source("folder-" + letters(i), drop(FOLDERS.get(i), "id,name\n1,Ann " + i + "\n"), "");
            routes.with("source.folder-" + letters(i) + ".folder", temp.resolve("inbox") + "/" + FOLDERS.get(i));
            source("key-" + letters(i), "{{contact-sync.source.folder-" + letters(i) + ".folder}}", "");
            source("raw-" + letters(i), "RAW({{contact-sync.source.folder-" + letters(i) + ".folder}})", "");
        }
        try (RoutesUnderTest running = routes.start()) {
            for (int i = 0; i < FOLDERS.size(); i++) {
                for (String kind : i == 0 ? KINDS : List.of(KINDS.get(i % KINDS.size()))) {
                    names(running.read(kind + letters(i)), "Ann " + i);
                }
            }
        }
    }

    private static String letters(int number) {
        return String.valueOf((char) ('a' + number));
    }

    @Test
    void aTabIsADelimiterHoweverItIsWritten() throws Exception {
        started();
        String folder = drop("tabs", "id\tname\n1\tAnn, \"A.\"\n");
        source("literal", folder, "delimiter: \"\\t\"");
        source("word", folder, "delimiter: tab");
        source("escaped", folder, "delimiter: '\\t'");
        source("guessed", folder, "delimiter: auto");
        try (RoutesUnderTest running = routes.start()) {
            for (String source : List.of("literal", "word", "escaped", "guessed")) {
                names(running.read(source), "Ann, \"A.\"");
            }
        }
    }

    @Test
    void aQuoteAndAnAmpersandAreDelimitersToo() throws Exception {
        started();
        for (String delimiter : List.of("'", "&", "%", "|", "?", " ", "#", "+", ";", "\\")) {
            String name = "d-" + letters("'&%|? #+;\\".indexOf(delimiter));
            source(name, drop(name, "id" + delimiter + "name\n1" + delimiter + "Ann\n"),
                    "delimiter: " + quoted(delimiter));
        }
        try (RoutesUnderTest running = routes.start()) {
            for (char delimiter : "'&%|? #+;\\".toCharArray()) {
                names(running.read("d-" + letters("'&%|? #+;\\".indexOf(delimiter))), "Ann");
            }
        }
    }

    @Test
    void aMisspeltParameterIsRefusedByName() throws Exception {
        started();
        source("misspelt", drop("x", "id,name\n"), "chraset: UTF-8");
        assertThatThrownBy(routes::start).hasMessageContaining("source-misspelt").hasMessageContaining("'chraset'")
                .hasMessageContaining("charset, delimiter, folder");
    }
}
