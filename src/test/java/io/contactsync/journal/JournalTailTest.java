package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a journal ends that its process could not bring to its end, and that no more than that is cut. */
class JournalTailTest {

    private static final int BLOCK = 65_536;

    @TempDir
    Path data;
    private Path file;
    private String hash;

    /** A journal of three lines, the last of that length. */
    private byte[] journal(int length) throws IOException {
        try (Journal journal = Journal.begin(data, data.resolve("runs/r1"), Clock.systemUTC())) {
            journal.write(JournalEntry.of(Grammar.RUN_START).with("run", "r1"));
            journal.write(JournalEntry.of(Grammar.PLAN).with("mailbox", "alice"));
            journal.write(JournalEntry.of(Grammar.PLAN).with("mailbox", "x".repeat(length)));
            file = journal.file();
            hash = journal.hash();
        }
        return Files.readAllBytes(file);
    }

    private JournalTail tail() throws IOException {
        return JournalTail.of(file.getParent());
    }

    private void add(String torn) throws IOException {
        Files.writeString(file, torn, StandardOpenOption.APPEND);
    }

    @Test
    void aWholeJournalEndsWithItsLastLineHoweverLongThatIs() throws IOException {
        for (int length : new int[] {1, BLOCK - 200, BLOCK, 9 * BLOCK}) {
            byte[] whole = journal(length);
            assertThat(tail()).isEqualTo(new JournalTail(file, hash, whole.length, whole.length, 0));
            assertThat(tail().isWhole()).isTrue();
            tail().cut();
            assertThat(Files.readAllBytes(file)).isEqualTo(whole);
            Files.delete(file);
        }
    }

    @Test
    void whatWasTornIsCutHoweverLongItIs() throws IOException {
        for (int length : new int[] {1, BLOCK - 10, BLOCK, 9 * BLOCK}) {
            byte[] whole = journal(7);
            add("{\"at\":\"" + "y".repeat(length));
            JournalTail tail = tail();
            assertThat(tail.hash()).isEqualTo(hash);
            assertThat(tail.end()).isEqualTo(whole.length);
            assertThat(tail.size()).isEqualTo(whole.length + 7 + length);
            assertThat(tail.isWhole()).isFalse();
            assertThat(tail.isCuttable()).isTrue();
            tail.cut();
            assertThat(Files.readAllBytes(file)).isEqualTo(whole);
            assertThat(tail().isWhole()).isTrue();
            Files.delete(file);
        }
    }

    @Test
    void ofAWholeLineOnlyTheEndMayBeMissingOrWrong() throws IOException {
        byte[] whole = journal(7);
        for (String end : new String[] {"", "\0", "\0\0zz"}) {
            Files.write(file, new String(whole, 0, whole.length - 1, StandardCharsets.US_ASCII).concat(end)
                    .getBytes(StandardCharsets.US_ASCII));
            JournalTail tail = tail();
            assertThat(tail.hash()).as("'%s'", end).isEqualTo(hash);
            assertThat(tail.end()).isEqualTo(whole.length - 1);
            assertThat(tail.isWhole()).isFalse();
            tail.cut();
            assertThat(Files.readAllBytes(file)).isEqualTo(whole);
        }
    }

    @Test
    void moreThanOneBrokenLineIsNoTornEnd() throws IOException {
        journal(7);
        add("rubbish\n");
        assertThat(tail().broken()).isOne();
        assertThat(tail().isCuttable()).isTrue();
        add("rubbish\n");
        assertThat(tail().broken()).isEqualTo(2);
        assertThat(tail().isCuttable()).isFalse();
    }

    @Test
    void whatHasNoWholeLineIsNotCutAndNothingHasNoTail() throws IOException {
        file = Files.createDirectories(data.resolve("runs/r2")).resolve(Journal.FILE);
        assertThat(tail()).isNull();
        Files.createFile(file);
        assertThat(tail()).isNull();
        add("{\"at\":\"");
        assertThat(tail()).isEqualTo(new JournalTail(file, "", 0, 7, 0));
        assertThat(tail().isCuttable()).isFalse();
        assertThat(tail().isWhole()).isFalse();
        tail().cut();
        assertThat(tail()).isNull();
    }

    @Test
    void whatIsCompressedWasWhole() throws IOException {
        byte[] whole = journal(7);
        Path zipped = file.resolveSibling(Journal.FILE + JournalFiles.COMPRESSED);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(whole);
        }
        Files.delete(file);
        assertThat(tail().hash()).isEqualTo(hash);
        assertThat(tail().isWhole()).isTrue();
    }
}
