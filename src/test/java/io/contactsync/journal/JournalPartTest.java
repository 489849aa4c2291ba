package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long journal is read in parts of whole lines, none of which is lost or counted twice. */
class JournalPartTest {

    private static final int SIZE = 4 << 20;

    @TempDir
    Path folder;

    /** Lines that tell their own number, of many lengths; some are longer than what is looked at in one piece. */
    private static byte[] lines(int bytes) {
        StringBuilder text = new StringBuilder(bytes);
        for (int number = 1; text.length() < bytes; number++) {
            text.append(number).append(' ').append("x".repeat(number % 997 == 0 ? 20_000 : number % 211)).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** All parts give the whole file in their order, and of each block the first line knows its number. */
    private static byte[] read(List<JournalPart> parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (JournalPart part : parts) {
            part.read((block, line) -> {
                int second = 0;
                while (block[second++] != '\n') {
                    // to the block's second line
                }
                assertThat(line.at(0)).isEqualTo(number(block, 0));
                if (second < block.length) {
                    assertThat(line.at(second)).isEqualTo(number(block, second));
                }
                assertThat(block[block.length - 1]).isEqualTo((byte) '\n');
                all.writeBytes(block);
            });
        }
        return all.toByteArray();
    }

    private static long number(byte[] block, int place) {
        int end = place;
        while (block[end] != ' ') {
            end++;
        }
        return Long.parseLong(new String(block, place, end - place, StandardCharsets.US_ASCII));
    }

    @Test
    void partsFollowOneAnotherAndEndWithALine() throws IOException {
        byte[] whole = lines(2 * SIZE + SIZE / 2);
        Path file = Files.write(folder.resolve("journal.jsonl"), whole);
        List<JournalPart> parts = JournalPart.of(file);
        assertThat(parts).hasSize(3);
        assertThat(parts.get(0).from()).isZero();
        assertThat(parts.get(2).to()).isEqualTo(whole.length);
        for (JournalPart part : parts.subList(0, 2)) {
            assertThat(part.to() - part.from()).isBetween((long) SIZE, SIZE + 30_000L);
        }
        assertThat(read(parts)).isEqualTo(whole);
    }

    @Test
    void aLineThatEndsJustAtAPartsEndBelongsToThatPart() throws IOException {
        byte[] whole = ("1 " + "x".repeat(SIZE - 3) + "\n2 second\n3 third\n").getBytes(StandardCharsets.US_ASCII);
        Path file = Files.write(folder.resolve("journal.jsonl"), whole);
        List<JournalPart> parts = new ArrayList<>(JournalPart.of(file));
        assertThat(parts.get(0).to()).isEqualTo(SIZE);
        assertThat(read(parts)).isEqualTo(whole);
    }

    @Test
    void whatIsCompressedIsOnePartInBlocksOfWholeLines() throws IOException {
        byte[] whole = lines(2 * SIZE + SIZE / 2);
        Path file = folder.resolve("journal.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(whole);
        }
        assertThat(JournalPart.of(file)).hasSize(1);
        assertThat(read(JournalPart.of(file))).isEqualTo(whole);
    }
}
