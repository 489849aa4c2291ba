package io.contactsync.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** The lines of one journal as bytes, one after the other: each hangs on the one before. */
final class JournalText {

    private final ChainHead.Link link;
    private final LineHash chain = new LineHash();

    /** @param link what the first line says of the journal before */
    JournalText(ChainHead.Link link) {
        this.link = link;
    }

    /**
     * The next lines.
     *
     * @param draft those entries, rendered
     */
    byte[] of(List<JournalEntry> entries, JournalDraft draft, String now) {
        if (chain.lines() > 0) {
            return draft.sealed(now, chain);
        }
        link.on(entries.get(0));
        return JournalDraft.of(entries).sealed(now, chain);
    }

    /** An object as a journal writes it. */
    static byte[] of(ObjectNode object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JournalDraft.JSON.createGenerator(bytes)) {
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
