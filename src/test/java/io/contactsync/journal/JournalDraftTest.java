package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Lines that are made before their time, hash and sum are known are those that a JSON writer would make. */
class JournalDraftTest {

    private static final String AT = "2026-11-23T12:00:00.123Z";
    private static final List<String> TEXTS = List.of("plain", "\"", "\\", "/", "\u0000", "\u001b[31m", "\n", "\u007f",
            "\u0085", "ü", "日本", "😀", "\ud83d", "\ude00", "\u202e", "\u2028", "\ufeff", "{}", "\",\"sum\":\"",
            "'", "~ ");

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void linesAreWhatAJsonWriterMakes() throws IOException {
        System.out.println("JournalDraftTest -Dseed=" + seed);
        LineHash chain = new LineHash();
        LineHash other = new LineHash();
        for (int round = 0; round < 3_000; round++) {
            List<JournalEntry> entries = IntStream.rangeClosed(0, random.nextInt(4)).mapToObj(each -> entry()).toList();
            byte[] lines = JournalDraft.of(entries).sealed(AT, chain);
            ByteArrayOutputStream expected = new ByteArrayOutputStream();
            for (JournalEntry entry : entries) {
                LineSum.write(OlderJournals.chained(other, object(entry)), expected);
            }
            assertThat(new String(lines, StandardCharsets.UTF_8)).isEqualTo(expected.toString(StandardCharsets.UTF_8));
        }
        assertThat(chain.last()).isEqualTo(other.last());
    }

    /** Bytes that a journal makes for a line, beside what the entry itself is: some 940. */
    @Test
    void makesLittleForALine() {
        List<JournalEntry> batch = IntStream.range(0, 20).mapToObj(each -> JournalEntry.of(Grammar.INTENT)
                .with("mailbox", "6bfb0212-55b1-4f6e-9dfb-0123456789ab").with("change", "create")
                .with("key", "graph-users|d76299e5-c5ba-3538-b83d-a3b95bb4" + each).with("reason", "new")
                .with("after", "pdokOctcDzyjRAWmoGgT_g")).toList();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        LineHash chain = new LineHash();
        JournalDraft.of(batch).sealed(AT, chain);
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int round = 0; round < 100; round++) {
            JournalDraft.of(batch).sealed(AT, chain);
        }
        assertThat((threads.getCurrentThreadAllocatedBytes() - before) / 2_000).isLessThan(1_900);
    }

    private JournalEntry entry() {
        JournalEntry entry = JournalEntry.of(Grammar.values()[random.nextInt(Grammar.values().length)]);
        for (int members = random.nextInt(12); members > 0; members--) {
            entry.with(List.of("mailbox", "key", "reason", "a b", "ü\"").get(random.nextInt(5)) + random.nextInt(9),
                    value());
        }
        return entry;
    }

    private Object value() {
        return switch (random.nextInt(8)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextLong();
            case 2 -> random.nextBoolean();
            case 3 -> Map.of(text(), random.nextInt(5));
            case 4 -> new ArrayList<>(List.of(text(), text()));
            case 5 -> random.nextDouble();
            default -> text();
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(5); pieces > 0; pieces--) {
            text.append(TEXTS.get(random.nextInt(TEXTS.size())).repeat(random.nextInt(60) == 0 ? 300 : 1));
        }
        return text.toString();
    }

    /** The line as an object without hash and sum, by Jackson alone. */
    private static byte[] object(JournalEntry entry) throws IOException {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        try (JsonGenerator json = new ObjectMapper().getFactory().setCharacterEscapes(new JournalEscapes())
                .createGenerator(object)) {
            json.writeStartObject();
            json.writeStringField("at", AT);
            json.writeStringField("event", entry.event().word());
            for (Map.Entry<String, Object> member : entry.members().entrySet()) {
                json.writeObjectField(member.getKey(), member.getValue());
            }
            json.writeEndObject();
        }
        return object.toByteArray();
    }
}
