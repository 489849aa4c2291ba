package io.contactsync.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;

/** Users as they were read before, one at a time. */
final class KeptUsers implements Iterator<JsonNode> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Iterator<byte[]> rows;

    KeptUsers(List<byte[]> rows) {
        this.rows = rows.iterator();
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public JsonNode next() {
        try {
            return JSON.readTree(rows.next());
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
