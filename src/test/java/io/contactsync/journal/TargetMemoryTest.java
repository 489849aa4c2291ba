package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactsync.core.KnownTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mailboxes are found again that have left the targets, also where the file of them is lost. */
class TargetMemoryTest {

    private static final KnownTarget HERE = new KnownTarget("a", 40, null);
    private static final KnownTarget GONE = new KnownTarget("b", 7, Instant.parse("2026-11-25T05:00:00.123Z"));

    @TempDir
    Path data;

    private void journal() {
        try (Journal journal = Journal.begin(data, new DataPlaces(data).runs().resolve("20261125-050000-000-0001"),
                Clock.systemUTC())) {
            journal.write(JournalEntry.of(Grammar.PLAN).with("mailbox", "a"));
            journal.write(JournalEntry.of(Grammar.PLAN).with("mailbox", "c"));
        }
    }

    @Test
    void comesBackAsItWasWritten() {
        TargetMemory memory = new TargetMemory(data);
        memory.write(List.of(HERE, GONE));
        assertThat(memory.file()).isEqualTo(data.resolve("state/targets")).isRegularFile();
        assertThat(memory.read()).isEqualTo(Map.of("a", HERE, "b", GONE));
        assertThat(memory.isDamaged()).isFalse();
    }

    @Test
    void whatIsThereAlreadyIsNotWrittenAgain() throws IOException {
        new TargetMemory(data).write(List.of(HERE, GONE));
        TargetMemory memory = new TargetMemory(data);
        Files.setLastModifiedTime(memory.file(), FileTime.from(Instant.EPOCH));
        memory.write(memory.read().values());
        assertThat(Files.getLastModifiedTime(memory.file()).toInstant()).isEqualTo(Instant.EPOCH);
        memory.write(List.of(GONE));
        assertThat(Files.getLastModifiedTime(memory.file()).toInstant()).isAfter(Instant.EPOCH);
        assertThat(memory.read()).isEqualTo(Map.of("b", GONE));
    }

    @Test
    void whatAnOlderVersionWroteGetsASumOverAllLines() throws IOException {
        TargetMemory memory = new TargetMemory(data);
        ByteArrayOutputStream old = new ByteArrayOutputStream();
        LineSum.write("{\"mailbox\":\"a\",\"contacts\":40}".getBytes(StandardCharsets.UTF_8), old);
        LineSum.write("{\"lines\":1}".getBytes(StandardCharsets.UTF_8), old);
        PrivateFiles.replace(memory.file(), out -> out.write(old.toByteArray()));
        assertThat(memory.read()).isEqualTo(Map.of("a", HERE));
        assertThat(SummedLines.read(memory.file(), line -> { })).isFalse();
        memory.write(List.of(HERE));
        assertThat(SummedLines.read(memory.file(), line -> { })).isTrue();
    }

    @Test
    void whatIsDamagedOrLostIsWrittenAgain() throws IOException {
        TargetMemory memory = new TargetMemory(data);
        memory.write(List.of(HERE, GONE));
        Files.delete(memory.file());
        memory.write(List.of(HERE, GONE));
        Files.writeString(memory.file(), "damaged");
        memory.read();
        memory.write(List.of(HERE, GONE));
        assertThat(memory.read()).isEqualTo(Map.of("a", HERE, "b", GONE));
    }

    @Test
    void whereItIsMissingTheJournalsTellWithoutNumbers() {
        assertThat(new TargetMemory(data).read()).isEmpty();
        journal();
        TargetMemory memory = new TargetMemory(data);
        assertThat(memory.read()).isEqualTo(Map.of("a", new KnownTarget("a", KnownTarget.UNKNOWN, null),
                "c", new KnownTarget("c", KnownTarget.UNKNOWN, null)));
        assertThat(memory.isDamaged()).isFalse();
    }

    @Test
    void damageIsSaidAndNothingOfTheFileIsBelieved() throws IOException {
        journal();
        TargetMemory memory = new TargetMemory(data);
        memory.write(List.of(HERE, GONE));
        Files.writeString(memory.file(), Files.readString(memory.file()).replace("\"b\"", "\"x\""));
        assertThat(memory.read().keySet()).containsExactly("a", "c");
        assertThat(memory.isDamaged()).isTrue();
        memory.write(List.of(GONE));
        assertThat(memory.read()).isEqualTo(Map.of("b", GONE));
        assertThat(memory.isDamaged()).isFalse();
    }

    @Test
    void whatIsWrittenInTheWayOfAFolderIsSaid() throws IOException {
        TargetMemory memory = new TargetMemory(data);
        Files.createDirectories(memory.file().resolve("in the way"));
        assertThatThrownBy(() -> memory.write(List.of(HERE))).isInstanceOf(JournalException.class)
                .hasMessageContaining("state/targets' cannot be written");
        assertThat(memory.read()).isEmpty();
        assertThat(memory.isDamaged()).isTrue();
    }
}
