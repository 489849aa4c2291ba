package io.contactsync.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Lines of a journal with room for what is known only once they are appended: their time, which is that of all of them,
 * and of each its hash and its sum. So lines are made side by side, and no other waits for more than those.
 */
final class JournalDraft {

    /** As any JSON object is written in a journal. */
    static final JsonFactory JSON = new ObjectMapper().getFactory().setCharacterEscapes(new JournalEscapes());

    private static final byte[] START = LineHash.bytes("{\"at\":\"");
    private static final byte[] TIME = LineHash.bytes("0000-00-00T00:00:00.000Z");
    private static final byte[] EVENT = LineHash.bytes("\",\"event\":");
    /** An outcome with its contact's id has some 450 bytes. */
    private static final int ORDINARY = 512;

    private final int[] ends;
    private byte[] bytes;
    private int size;

    private JournalDraft(int lines) {
        this.ends = new int[lines];
        this.bytes = new byte[ORDINARY * lines];
    }

    /** Those of entries, one each. */
    static JournalDraft of(List<JournalEntry> entries) {
        JournalDraft draft = new JournalDraft(entries.size());
        for (int line = 0; line < entries.size(); line++) {
            draft.line(entries.get(line));
            draft.ends[line] = draft.size;
        }
        return draft;
    }

    private void line(JournalEntry entry) {
        add(START);
        add(TIME);
        add(EVENT);
        text(entry.event().word());
        entry.each((name, value) -> {
            add(',');
            text(name);
            add(':');
            value(value);
        });
        size = LineHash.reserve(room(LineHash.ROOM), size);
        size = LineSum.reserve(room(LineSum.LENGTH + 1), size);
    }

    /** Room for so many bytes more. */
    private byte[] room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
        return bytes;
    }

    private void add(char one) {
        room(1)[size++] = (byte) one;
    }

    private void add(byte[] some) {
        System.arraycopy(some, 0, room(some.length), size, some.length);
        size += some.length;
    }

    private void value(Object value) {
        if (value instanceof String text) {
            text(text);
        } else if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
            add(value.toString().getBytes(StandardCharsets.US_ASCII));
        } else {
            any(value);
        }
    }

    /** Most are of printable ASCII, of which nothing but these two is escaped. */
    private void text(String text) {
        int before = size;
        byte[] room = room(text.length() + 2);
        int end = size;
        room[end++] = '"';
        for (int place = 0; place < text.length(); place++) {
            char character = text.charAt(place);
            if (character < ' ' || character > '~' || character == '"' || character == '\\') {
                size = before;
                any(text);
                return;
            }
            room[end++] = (byte) character;
        }
        room[end++] = '"';
        size = end;
    }

    private void any(Object value) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try (JsonGenerator generator = JSON.createGenerator(json)) {
            generator.writeObject(value);
        } catch (IOException impossible) {
            throw new JournalException("a journal entry cannot be rendered", impossible);
        }
        add(json.toByteArray());
    }

    /** The lines as they are appended, at that time, behind those that were told to the chain before. */
    byte[] sealed(String time, LineHash chain) {
        byte[] at = LineHash.bytes(time);
        int from = 0;
        for (int end : ends) {
            System.arraycopy(at, 0, bytes, from + START.length, TIME.length);
            chain.seal(bytes, from, end);
            LineSum.seal(bytes, from, end);
            from = end;
        }
        return Arrays.copyOf(bytes, size);
    }
}
