package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactsync.core.ContactKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person is gone from journals, plain and compressed, and the chain still says what it said. */
class ErasureTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant LATER = NOON.plus(Duration.ofHours(2));
    private static final Duration SETTLE = Duration.ofMinutes(15);
    private static final ContactKey ANN = new ContactKey("graph-users", "6f1a0f1b-a55e-3a76-ac5c-ba7828ec02f9");
    private static final ContactKey EVA = new ContactKey("acme", "Eva Popescu");
    private static final ContactKey BEN = new ContactKey("acme", "K-2");

    @TempDir
    Path data;

    @BeforeEach
    void write() {
        write("1");
        write("2");
    }

    private Path write(String run) {
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        try (Journal journal = Journal.begin(data, data.resolve("runs").resolve(run), clock)) {
            journal.write(JournalEntry.of(Grammar.RUN_START).with("run", run).with("mode", "sync"));
            journal.write(JournalEntry.of(Grammar.SOURCE).with("problems", List.of("row 7: was 'Ann Bär'")));
            journal.write(JournalEntry.of(Grammar.TARGETS).with("mailboxes", 2));
            journal.write(JournalEntry.of(Grammar.CLOCK).with("graph", Journal.time(NOON)));
            for (String mailbox : List.of("box", ANN.id())) {
                journal.write(JournalEntry.of(Grammar.PLAN).with("mailbox", mailbox).with("create", 3));
                for (ContactKey key : List.of(ANN, EVA, BEN)) {
                    for (Grammar event : List.of(Grammar.INTENT, Grammar.OUTCOME)) {
                        journal.write(JournalEntry.of(event).with("mailbox", mailbox).with("change", "create")
                                .with("key", key.shown().text()).with("name", key == ANN ? "Ann Bär" : null)
                                .with("after", "hash-of-" + key.source()).with("outcome",
                                event == Grammar.OUTCOME ? "applied" : null));
                    }
                }
                journal.write(JournalEntry.of(Grammar.MAILBOX).with("mailbox", mailbox).with("status", "done"));
            }
            journal.write(JournalEntry.of(Grammar.RUN_END).with("run", run));
            return journal.file();
        }
    }

    private static Erasure erasure(Path data, ContactKey key, String... words) {
        return new Erasure(data, new ErasedPerson(key, List.of(words)));
    }

    private void erase(ContactKey key, String... words) {
        Erasure erasure = erasure(data, key, words);
        erasure.require(LATER, SETTLE);
        assertThat(erasure.carryOut("root", Clock.fixed(LATER, ZoneOffset.UTC))).isPositive();
    }

    private List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String run : List.of("1", "2")) {
            for (Path file : JournalFiles.of(data.resolve("runs").resolve(run))) {
                lines.addAll(new String(JournalFiles.open(file).readAllBytes(), StandardCharsets.UTF_8).lines()
                        .toList());
            }
        }
        return lines;
    }

    private List<AuditCheck.Bad> bad() {
        return AuditCheck.of(data).bad();
    }

    @Test
    void nothingOfThemIsLeftAndTheChainHolds() throws IOException {
        Retention.compress(data.resolve("runs").resolve("1").resolve(Journal.FILE));
        List<String> before = lines();
        erase(ANN, "Ann Bär", "ann@contoso.com");
        List<String> after = lines();
        assertThat(after).hasSameSizeAs(before).noneMatch(line -> line.contains(ANN.id()) || line.contains("Bär"));
        assertThat(after).filteredOn(line -> line.contains("hash-of-graph-users")).isEmpty();
        assertThat(after).filteredOn(line -> line.contains("hash-of-acme")).hasSize(16);
        assertThat(after).anyMatch(line -> line.contains("row 7: was '(erased)'"));
        for (int place = 0; place < after.size(); place++) {
            assertThat(LineHash.of(after.get(place).getBytes(StandardCharsets.UTF_8), 0, after.get(place)
                    .getBytes(StandardCharsets.UTF_8).length)).as("the hash of line %d is the one it had", place)
                    .isNotEmpty().isEqualTo(before.get(place).replaceAll(".*\"hash\":\"(.{22})\".*", "$1"));
        }
        assertThat(bad()).isEmpty();
        GrammarCheck.all(data);
    }

    @Test
    void oneAfterTheOtherIsErasedAndTheChainHolds() throws IOException {
        erase(ANN, "Ann Bär");
        erase(EVA, "Eva Popescu");
        assertThat(lines()).noneMatch(line -> line.contains(EVA.shown().id()))
                .anyMatch(line -> line.contains(BEN.text()));
        assertThat(bad()).isEmpty();
        GrammarCheck.all(data);
    }

    /** Otherwise whoever wants to hide something would say that it was erased. */
    @Test
    void aLineThatOnlySaysSoIsNoticed() throws IOException {
        erase(EVA);
        Path file = data.resolve("runs").resolve("2").resolve(Journal.FILE);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        int place = lines.indexOf(lines.stream().filter(line -> line.contains("K-2")).findFirst().orElseThrow());
        String told = lines.get(place).replace("K-2", "K-9").replace(",\"hash\"", ",\"erased\":true,\"hash\"");
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        LineSum.write((told.substring(0, told.length() - LineSum.LENGTH) + "}").getBytes(StandardCharsets.UTF_8), out);
        lines.set(place, out.toString(StandardCharsets.UTF_8).strip());
        Files.write(file, lines);
        assertThat(bad()).singleElement().extracting(AuditCheck.Bad::sentence).asString()
                .contains("the journal of the run 2", "no erasure made them so");
    }

    @Test
    void aJournalThatWasNotReplacedBeforeACrashIsSoundStill() throws IOException {
        Path file = data.resolve("runs").resolve("2").resolve(Journal.FILE);
        byte[] before = Files.readAllBytes(file);
        erase(EVA);
        Files.write(file, before);
        assertThat(bad()).isEmpty();
        erase(EVA);
        assertThat(lines()).noneMatch(line -> line.contains(EVA.shown().id()));
        assertThat(bad()).isEmpty();
    }

    /** Two sources may number their people alike. */
    @Test
    void anotherOneWithTheSameIdStays() throws IOException {
        erase(new ContactKey("acme", "K-2"));
        assertThat(lines()).noneMatch(line -> line.contains("acme|K-2"));
        ErasedPerson other = new ErasedPerson(new ContactKey("globex", "K-2"), List.of("Ann"));
        var line = new com.fasterxml.jackson.databind.ObjectMapper().createObjectNode().put("key", "acme|K-2")
                .put("reason", "Joann and Annette");
        assertThat(other.takeOut(line)).isFalse();
    }

    @Test
    void nobodyIsErasedWhomTheNextRunMustKnowOrFromWhatIsDamaged() throws IOException {
        assertThatThrownBy(() -> erasure(data, ANN).require(NOON.plusSeconds(60), SETTLE))
                .hasMessageContaining("less than 15 minutes ago").hasMessageMatching(".*: erase after 20.* UTC");
        assertThatThrownBy(() -> erasure(data, ANN).require(NOON.minusSeconds(9_999), SETTLE))
                .as("the clock went back").hasMessageContaining("less than 15 minutes ago");
        Files.delete(data.resolve("runs").resolve("1").resolve(Journal.FILE));
        assertThatThrownBy(() -> erasure(data, ANN).require(LATER, SETTLE))
                .hasMessageContaining("the journal of the run 1 is missing");
    }
}
