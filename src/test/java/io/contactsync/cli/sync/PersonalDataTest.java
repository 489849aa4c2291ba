package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.SyncBench.Result;
import io.contactsync.core.ContactKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keys of a source that show who somebody is stand nowhere on disk. */
class PersonalDataTest extends SmallTenant {

    @Test
    void keysThatShowPersonalDataAreHashedInJournalAndState() throws IOException {
        Path folder = Files.createDirectories(bench.data().resolve("inbox"));
        bench.with("sync.sources", "supplier-csv").with("source.supplier-csv.folder", folder.toString());
        List<String> rows =
                Files.readAllLines(
                        Path.of("src/sandbox/resources/io/contactsync/sandbox/people/us-congress-district-offices.csv"))
                .subList(0, 4);
        String id = rows.get(1).split(",")[0];
        Files.write(folder.resolve("offices.csv"),
                rows.stream().map(row -> row.replace(id, "ann@contoso.com")).toList());
        assertThat(bench.json().number("/changes/created")).isEqualTo(15);
        String hashed = new ContactKey("supplier-csv", "ann@contoso.com").shown().text();
        assertThat(bench.journal("intent")).extracting(line -> line.path("key").asText()).contains(hashed);
        lateLists();
        assertThat(bench.json().number("/changes/created")).as("recent all the same").isZero();
        bench.sandbox().faults().clear();
        Files.write(folder.resolve("offices.csv"),
                rows.stream().map(row -> row.replace(id, "another@contoso.com")).toList());
        bench.letPass(SETTLED);
        Result other = bench.json();
        assertThat(List.of(other.number("/changes/created"), other.number("/changes/deleted"))).containsExactly(5, 5);
        String journals = bench.journals().stream().map(PersonalDataTest::text).collect(Collectors.joining());
        assertThat(journals + everythingIn(bench.data().resolve("state").resolve("sources")) + other.err())
                .doesNotContain("contoso");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String everythingIn(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }
}
