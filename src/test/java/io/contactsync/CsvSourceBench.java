package io.contactsync;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.source.SourceContacts;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder into which a supplier's file is dropped, the shipped source that reads it, and room for sources as an
 * integrator adds them: one file, nothing else.
 */
abstract class CsvSourceBench {


    static final String HEADER =
            "office_id,organisation,contact_first_name,contact_last_name,role,building,street,suite,city,state,zip,"
                    + "country,phone,fax,hours\n";
    static final String ROW =
            "A1,Office of Ann Other,Ann,Other,Clerk,,1 Main St.,,Cullman,AL,35055,United States,256-734-6043,,\n";
    static final String OTHER = ROW.replace("A1", "B2").replace("Ann", "Bob");
    private static final List<String> PERSONAL = List.of("Ann", "Bob", "Other", "734-6043", "7346043", "@");

    @TempDir
    static Path temp;
    static RoutesUnderTest routes;
    static Path folder;

    @BeforeAll
    static void prepare() throws Exception {
        folder = Files.createDirectory(temp.resolve("inbox"));
        routes = new RoutesUnderTest(Files.createDirectory(temp.resolve("routes"))).with("source.supplier-csv.folder",
                folder.toString());
    }

    /** The shipped file under another name, with one text in place of another. */
    static void add(String name, String text, String other) throws IOException {
        routes.add(name, routes.source("supplier-csv").replace("supplier-csv\n", name + "\n").replace(text, other));
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

    static Path drop(String name, String text, Charset charset) throws IOException {
        return Files.writeString(folder.resolve(name), text, charset);
    }

    static SourceContacts read(String source, String text) throws IOException {
        drop("offices.csv", text, StandardCharsets.UTF_8);
        return read(source);
    }

    /** Whatever is wrong, no sentence about it tells who is in the file. */
    static SourceContacts read(String source) {
        SourceContacts result = routes.read(source);
        assertThat(result.problems()).allSatisfy(problem -> assertThat(problem.safe()).doesNotContain(PERSONAL));
        return result;
    }

    static void keeps(SourceContacts result, String... ids) {
        assertThat(result.contacts()).as(result.problems().toString()).extracting(contact -> contact.key().id())
                .containsExactly(ids);
    }

    static void incomplete(SourceContacts result, String... parts) {
        assertThat(result.isComplete()).isFalse();
        assertThat(result.problems()).hasSize(1);
        assertThat(result.problems().get(0).sentence()).contains(parts).doesNotContain("Exception", "\n");
    }
}
