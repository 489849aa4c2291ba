package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class JournalTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T12:00:00.007Z"), ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Journal journal() {
        return Journal.begin(folder, folder.resolve("runs").resolve("run"), NOON);
    }

    private static List<JsonNode> read(Journal journal) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(journal.file())) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    @Test
    void writesOneLineAnEntryInTheOrderGiven() throws Exception {
        try (Journal journal = journal()) {
            journal.write(JournalEntry.of(Grammar.INTENT).with("mailbox", "alice").with("empty", "").with("none", null)
                    .with("count", 0).with("list", List.of("a", 1))
                    .with("map", Map.of("k", true)));
            assertThat(Files.readString(journal.file())).isEqualTo(
                    "{\"at\":\"2026-11-23T12:00:00.007Z\",\"event\":\"intent\",\"mailbox\":\"alice\",\"count\":0,"
                            + "\"list\":[\"a\",1],\"map\":{\"k\":true},"
                            + "\"hash\":\"JowdfzAj5zS36RAsbGZqBd\",\"sum\":\"71ef9bdf\"}\n");
        }
    }

    @Test
    void staysOneLineWhateverANameHolds() throws Exception {
        String nasty = "a\nb\r\"c\\\u2028\u0000\u001b[31m\u202e😀";
        try (Journal journal = journal()) {
            journal.write(JournalEntry.of(Grammar.INTENT).with("name", nasty));
            assertThat(Files.readString(journal.file()).chars().filter(character -> character == '\n').count())
                    .isEqualTo(1);
            assertThat(read(journal).get(0).get("name").asText()).isEqualTo(nasty);
        }
    }

    @Test
    void writesHalfACharacterToo() throws Exception {
        try (Journal journal = journal()) {
            journal.write(JournalEntry.of(Grammar.SOURCE).with("problems",
                    List.of("row 7: was 'a\ud83d'", "row 8: was '\ude00b'")));
            assertThat(read(journal)).hasSize(1);
        }
    }

    @Test
    void losesAndTearsNoLineOfParallelWriters() throws Exception {
        int writers = 8;
        int rounds = 60;
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        try (Journal journal = journal()) {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                int number = writer;
                tasks.add(() -> {
                    for (int round = 0; round < rounds; round++) {
                        JournalEntry first = JournalEntry.of(Grammar.INTENT).with("writer", number).with("round", round)
                                .with("text", "x".repeat(number * 100));
                        JournalEntry next =
                                JournalEntry.of(Grammar.OUTCOME).with("writer", number).with("round", round);
                        journal.write(List.of(first, next), round % 3 == 0);
                    }
                    return null;
                });
            }
            for (Future<Void> done : pool.invokeAll(tasks)) {
                done.get();
            }
            List<JsonNode> lines = read(journal);
            assertThat(lines).hasSize(2 * writers * rounds);
            for (int writer = 0; writer < writers; writer++) {
                int number = writer;
                assertThat(lines.stream().filter(line -> line.get("writer").asInt() == number)
                        .map(line -> line.get("round").asInt() + line.get("event").asText()).distinct())
                        .hasSize(2 * rounds);
            }
            for (int place = 0; place < lines.size(); place += 2) {
                assertThat(lines.get(place + 1).get("round")).as("entries of one write stand together")
                        .isEqualTo(lines.get(place).get("round"));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void showsADurableLineToWhoeverReadsTheFile() throws Exception {
        try (Journal journal = journal()) {
            journal.write(List.of(JournalEntry.of(Grammar.PLAN)), false);
            journal.write(List.of(JournalEntry.of(Grammar.INTENT)), true);
            assertThat(read(journal)).extracting(line -> line.get("event").asText()).containsExactly("plan", "intent");
        }
    }

    @Test
    void writesNothingMoreAfterTheFirstFailure() throws Exception {
        Journal journal = journal();
        journal.write(JournalEntry.of(Grammar.INTENT));
        Thread.currentThread().interrupt(); // closes the channel, as a broken disk would
        assertThatThrownBy(() -> journal.write(JournalEntry.of(Grammar.OUTCOME))).isInstanceOf(JournalException.class)
                .hasMessageContaining("cannot be written");
        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(() -> journal.write(List.of(JournalEntry.of(Grammar.LEFT)), false))
                .isInstanceOf(JournalException.class);
        assertThatThrownBy(() -> journal.write(JournalEntry.of(Grammar.LEFT))).isInstanceOf(JournalException.class);
        journal.close();
        assertThat(read(journal)).extracting(line -> line.get("event").asText()).containsExactly("intent");
    }

    @Test
    void isReadByItsOwnerOnly() throws Exception {
        try (Journal journal = journal()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(journal.file())))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(journal.file().getParent())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void neverBeginsOverAnother() {
        try (Journal journal = journal()) {
            assertThatThrownBy(this::journal).isInstanceOf(JournalException.class)
                    .hasMessageContaining(journal.file().toString());
        }
    }

    @Test
    void writesNothingForNoEntries() throws Exception {
        try (Journal journal = journal()) {
            journal.write(List.of(), true);
            assertThat(read(journal)).isEmpty();
        }
    }
}
