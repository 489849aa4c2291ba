package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalReaderTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir
    Path data;
    private Path runs;

    @BeforeEach
    void place() {
        runs = data.resolve("runs");
    }

    private Path write(String run, List<JournalEntry> entries) {
        try (Journal journal = Journal.begin(data, runs.resolve(run), Clock.fixed(NOON, ZoneOffset.UTC))) {
            journal.write(entries, true);
            return journal.file();
        }
    }

    private static JournalEntry intent(String mailbox, String key) {
        return JournalEntry.of(Grammar.INTENT).with("mailbox", mailbox).with("change", "create")
                .with("key", "staff|" + key);
    }

    private JournalReader.Found search(String... texts) {
        return JournalReader.of(runs).search(List.of(texts));
    }

    private static List<String> told(JournalReader.Found found) {
        return found.lines().stream().map(line -> line.run() + " " + line.mailbox() + " " + line.key()).toList();
    }

    @Test
    void findsTheLinesOfAllRunsTheOldestFirstAndEachOnce() {
        write("20261125", List.of(intent("alice", "1"), intent("bob", "1")));
        write("20261124", List.of(intent("bob", "2"), intent("alice", "2"), JournalEntry.of(Grammar.RUN_END)
                .with("exit", 0)));
        assertThat(told(search("alice"))).containsExactly("20261124 alice staff|2", "20261125 alice staff|1");
        assertThat(told(search("alice", "staff|1\"", "intent"))).hasSize(4);
        assertThat(search("alice").lines().get(0).at()).isEqualTo(NOON);
        assertThat(search("carol").lines()).isEmpty();
        assertThat(JournalReader.of(runs).runs()).containsExactly("20261124", "20261125");
        assertThat(told(JournalReader.of(runs).only(List.of("20261125")).search(List.of("alice"))))
                .containsExactly("20261125 alice staff|1");
        assertThat(JournalReader.of(runs.resolve("none")).search(List.of("x")).lines()).isEmpty();
    }

    /** Parts are some megabytes long, and lines lie across their borders. */
    @Test
    void findsAllOfAJournalOfManyParts() {
        write("1", IntStream.range(0, 60_000).mapToObj(number -> intent("box" + number % 1_000, "key" + number + "-"
                + "x".repeat(100))).toList());
        assertThat(told(search("\"mailbox\":\"box77\""))).hasSize(60)
                .isSortedAccordingTo((a, b) -> Integer.compare(a.length(), b.length()));
        assertThat(search("\"event\":\"intent\"").lines()).hasSize(60_000);
    }

    @Test
    void whatADiskHasChangedIsSaidWithItsLineAndTheRestIsThere() throws IOException {
        Path file = write("1", List.of(intent("alice", "1"), intent("alice", "2"), intent("alice", "3")));
        Files.writeString(file, Files.readString(file).replace("staff|2", "staff|7"));
        JournalReader.Found found = search("alice");
        assertThat(told(found)).containsExactly("1 alice staff|1", "1 alice staff|3");
        assertThat(found.damage()).singleElement().asString().contains(file.toString(), "could not be read in line 2");
    }

    @Test
    void aTornLastLineWasNeverSentAndIsNoDamage() throws IOException {
        Path file = write("1", List.of(intent("alice", "1"), intent("alice", "2")));
        String whole = Files.readString(file);
        for (int cut = 1; cut < 60; cut++) {
            Files.writeString(file, whole.substring(0, whole.length() - 1 - cut));
            assertThat(search("alice").damage()).isEmpty();
            assertThat(told(search("alice"))).containsExactly("1 alice staff|1");
        }
        Files.writeString(file, whole.substring(0, whole.length() - 1));
        assertThat(told(search("alice"))).as("only its end of line is missing").hasSize(2);
    }

    @Test
    void whatIsNoFileIsSaidAndNotWaitedFor() throws IOException {
        write("1", List.of(intent("alice", "1")));
        Files.createDirectories(runs.resolve("2").resolve(Journal.FILE));
        JournalReader.Found found = search("alice");
        assertThat(told(found)).hasSize(1);
        assertThat(found.damage()).singleElement().asString().contains("it must be an ordinary file, and is a folder");
    }

    /** Against the plain search, on texts of few letters, where shifts go wrong first. */
    @Test
    void aPatternIsFoundWhereItIs() {
        Random dice = new Random(1);
        for (int round = 0; round < 20_000; round++) {
            String text = word(dice, dice.nextInt(40));
            String part = word(dice, 1 + dice.nextInt(5));
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            int from = text.isEmpty() ? 0 : dice.nextInt(text.length());
            assertThat(new BytePattern(part).find(bytes, from, bytes.length)).as("%s in %s from %d", part, text, from)
                    .isEqualTo(text.indexOf(part, from));
        }
    }

    private static String word(Random dice, int length) {
        StringBuilder word = new StringBuilder();
        for (int place = 0; place < length; place++) {
            word.append((char) ('a' + dice.nextInt(3)));
        }
        return word.toString();
    }
}
