package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to journals that are closed is noticed, and named with its place. */
class AuditCheckTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    /** Another character, another case, no character at all: in turn. */
    private static final int[] BITS = {0x01, 0x20, 0x80};
    private static final List<String> RUNS = List.of("1", "2", "3");

    @TempDir
    Path data;

    @BeforeEach
    void write() {
        RUNS.forEach(this::write);
    }

    private Path write(String run) {
        return write(run, Journal.SEGMENT);
    }

    private Path write(String run, long segment) {
        try (Journal journal = Journal.begin(data, data.resolve("runs").resolve(run), NOON, segment)) {
            journal.write(JournalEntry.of(Grammar.RUN_START).with("run", run).with("mode", "sync"));
            for (String key : List.of("staff|1", "staff|2")) {
                journal.write(JournalEntry.of(Grammar.INTENT).with("mailbox", "alice").with("key", key));
                journal.write(JournalEntry.of(Grammar.OUTCOME).with("mailbox", "alice").with("key", key));
            }
            journal.write(JournalEntry.of(Grammar.RUN_END).with("run", run));
            return journal.file();
        }
    }

    private Path file(String run) {
        return data.resolve("runs").resolve(run).resolve(Journal.FILE);
    }

    private AuditCheck.Verdict verdict() {
        return AuditCheck.of(data);
    }

    private List<String> bad() {
        return verdict().bad().stream().map(AuditCheck.Bad::sentence).toList();
    }

    private void change(String run, UnaryOperator<List<String>> change) throws IOException {
        Files.write(file(run), change.apply(new ArrayList<>(Files.readAllLines(file(run)))));
    }

    /** As somebody would who knows the check sums but not the hashes. */
    private static String summed(String line) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        LineSum.write((line.substring(0, line.length() - LineSum.LENGTH) + "}").getBytes(StandardCharsets.UTF_8), out);
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    @Test
    void journalsAsTheyWereWrittenAreSound() throws IOException {
        AuditCheck.Verdict verdict = verdict();
        assertThat(verdict.bad()).isEmpty();
        assertThat(verdict.notes()).isEmpty();
        assertThat(verdict.journals()).isEqualTo(3);
        assertThat(verdict.lines()).isEqualTo(18);
        assertThat(verdict.run()).isEqualTo("3");
        assertThat(Files.readString(file("3"))).endsWith("\"hash\":\"" + verdict.hash() + "\",\"sum\":\""
                + Files.readString(file("3")).substring((int) Files.size(file("3")) - 11));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3"})
    void eachByteThatChangesIsNoticed(String run) throws IOException {
        byte[] whole = Files.readAllBytes(file(run));
        for (int place = 0; place < whole.length; place++) {
            byte[] other = whole.clone();
            other[place] ^= (byte) BITS[place % BITS.length];
            Files.write(file(run), other);
            assertThat(bad()).as("byte %d of run %s", place, run).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3"})
    void aCutAtEachByteIsNoticed(String run) throws IOException {
        byte[] whole = Files.readAllBytes(file(run));
        for (int length = 0; length < whole.length; length++) {
            Files.write(file(run), java.util.Arrays.copyOf(whole, length));
            assertThat(bad()).as("run %s cut after %d bytes", run, length).isNotEmpty();
        }
    }

    @Test
    void aLineThatIsEditedWithItsSumIsNamed() throws IOException {
        change("2", lines -> {
            lines.set(2, summed(lines.get(2).replace("staff|1", "staff|9")));
            return lines;
        });
        assertThat(bad()).singleElement().asString().contains(file("2").toString(), "in line 3");
    }

    @Test
    void linesThatAreSwappedTakenOutOrPutInAreNamed() throws IOException {
        change("2", lines -> {
            Collections.swap(lines, 1, 2);
            return lines;
        });
        assertThat(bad()).singleElement().asString().contains("in line 2");
        change("2", lines -> {
            Collections.swap(lines, 1, 2);
            lines.remove(3);
            return lines;
        });
        assertThat(bad()).singleElement().asString().contains("in line 4");
        change("1", lines -> {
            lines.add(3, lines.get(2));
            return lines;
        });
        assertThat(bad()).hasSize(2).first().asString().contains(file("1").toString(), "in line 4");
    }

    /** Its own lines hang together again; only others know that it was another one. */
    @Test
    void aJournalThatIsWrittenAnewIsNoticedByTheOneAfterIt() throws IOException {
        LineHash hash = new LineHash();
        change("2", lines -> {
            List<String> anew = new ArrayList<>();
            for (String line : lines.subList(0, 5)) {
                byte[] object = (line.substring(0, line.indexOf(",\"hash\"")) + "}").getBytes(StandardCharsets.UTF_8);
                java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
                LineSum.write(OlderJournals.chained(hash, object), out);
                anew.add(out.toString(StandardCharsets.UTF_8).strip());
            }
            return anew;
        });
        assertThat(bad()).singleElement().asString().contains("the journal of the run 2 does not end with the line "
                + "that the journal after it, 3, names", "5 lines");
    }

    @Test
    void aJournalThatIsMissingIsNamedTheLastOneToo() throws IOException {
        Files.delete(file("2"));
        assertThat(bad()).singleElement().asString()
                .contains("the journal of the run 2 is missing: the journal of 3 names it as the one before it");
        write("2b");
        Files.delete(file("2b"));
        assertThat(bad()).hasSize(2).last().asString().contains("2b is missing: state/chain names it as the latest");
    }

    @Test
    void journalsThatAreSwappedOrPutInAreNoticed() throws IOException {
        Path aside = data.resolve("aside");
        Files.move(file("1"), aside);
        Files.move(file("2"), file("1"));
        Files.move(aside, file("2"));
        assertThat(bad()).isNotEmpty().first().asString().contains("run ");
        Files.move(file("1"), aside);
        Files.move(file("2"), file("1"));
        Files.move(aside, file("2"));
        assertThat(bad()).isEmpty();
        Files.createDirectories(file("2a").getParent());
        Files.copy(file("2"), file("2a"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(bad()).singleElement().asString().contains("the journal of the run 2a does not belong here");
    }

    /** A journal without hashes is one of an older version, unless it takes the place of one that had them. */
    @Test
    void aJournalStrippedOfItsHashesIsNoticed() throws IOException {
        change("2", lines -> lines.stream().map(line -> line.substring(0, line.indexOf(",\"hash\"")) + "}").toList());
        assertThat(bad()).singleElement().asString().contains("the journal of the run 2");
    }

    @Test
    void whereTheHeadIsNotKnownThatIsSaid() throws IOException {
        Files.delete(data.resolve("state").resolve("chain"));
        assertThat(bad()).singleElement().asString().contains("state/chain", "is missing", "after 3");
        write("4");
        AuditCheck.Verdict verdict = verdict();
        assertThat(verdict.bad()).isEmpty();
        assertThat(verdict.notes()).singleElement().asString()
                .contains("when the run 4 began, state/chain was missing");
    }

    @Test
    void journalsOfOlderVersionsAreCountedApart() throws IOException {
        Path old = Files.createDirectories(file("0").getParent()).resolve(Journal.FILE);
        Files.writeString(old, "{\"at\":\"2026-11-20T12:00:00.000Z\",\"event\":\"run-start\",\"run\":\"0\"}\n");
        assertThat(bad()).isEmpty();
        assertThat(verdict().old()).isEqualTo(1);
        assertThat(verdict().journals()).isEqualTo(3);
    }

    @Test
    void journalsOfSeveralFilesHangTogetherAndAMissingOneIsNamed() throws IOException {
        write("4", 300);
        assertThat(bad()).isEmpty();
        Path folder = file("4").getParent();
        assertThat(folder.resolve("journal-0003.jsonl")).exists();
        Retention.compress(folder.resolve("journal-0002.jsonl"));
        assertThat(folder.resolve("journal-0002.jsonl")).doesNotExist();
        assertThat(bad()).isEmpty();
        Path last = folder.resolve("journal-0003.jsonl");
        byte[] third = Files.readAllBytes(last);
        Files.delete(last);
        assertThat(bad()).singleElement().asString()
                .contains("run 4 does not end with the line that state/chain names");
        Files.write(last, third);
        Files.delete(folder.resolve("journal-0002.jsonl.gz"));
        assertThat(bad()).singleElement().asString().contains("its file journal-0002.jsonl is missing");
    }

    @Test
    void eachByteOfACompressedJournalThatChangesIsNoticed() throws IOException {
        Retention.compress(file("2"));
        assertThat(bad()).isEmpty();
        Path zipped = file("2").resolveSibling("journal.jsonl.gz");
        byte[] whole = Files.readAllBytes(zipped);
        int unheard = 0;
        for (int place = 0; place < whole.length; place++) {
            byte[] other = whole.clone();
            other[place] ^= 1;
            Files.write(zipped, other);
            unheard += bad().isEmpty() ? 1 : 0;
        }
        assertThat(unheard).as("bytes of gzip's head that hold nothing of the journal: time and system")
                .isLessThanOrEqualTo(7);
    }
}
