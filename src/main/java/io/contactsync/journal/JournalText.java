package io.contactsync.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The lines of one journal as bytes, one after the other: each hangs on the one before. */
final class JournalText {

    private static final JsonFactory JSON = new ObjectMapper().getFactory().setCharacterEscapes(new JournalEscapes());

    private final ChainHead.Link link;
    private final LineHash chain = new LineHash();

    /** @param link what the first line says of the journal before */
    JournalText(ChainHead.Link link) {
        this.link = link;
    }

    /** The next lines. */
    byte[] of(List<JournalEntry> entries, String now) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(320 * entries.size());
        try {
            for (JournalEntry entry : entries) {
                line(bytes, now, entry);
            }
        } catch (IOException impossible) {
            throw new JournalException("a journal entry cannot be rendered", impossible);
        }
        return bytes.toByteArray();
    }

    private void line(ByteArrayOutputStream bytes, String now, JournalEntry entry) throws IOException {
        if (chain.lines() == 0) {
            link.on(entry);
        }
        ByteArrayOutputStream object = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(object)) {
            json.writeStartObject();
            json.writeStringField("at", now);
            json.writeStringField("event", entry.event().word());
            for (Map.Entry<String, Object> member : entry.members().entrySet()) {
                json.writeObjectField(member.getKey(), member.getValue());
            }
            json.writeEndObject();
        }
        LineSum.write(chain.chained(object.toByteArray()), bytes);
    }

    /** An object as a journal writes it. */
    static byte[] of(ObjectNode object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeTree(object);
        }
        return bytes.toByteArray();
    }

    /** The hash of the last line; empty before the first. */
    String hash() {
        return chain.last();
    }

    /** How many lines there are. */
    long lines() {
        return chain.lines();
    }
}
