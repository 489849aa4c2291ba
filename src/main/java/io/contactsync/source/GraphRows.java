package io.contactsync.source;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;

/** The rows of a list of Graph's, one at a time, less those that are left out: of these the reader is told. */
public final class GraphRows implements SourceRows {

    private final SourceReader reader;
    private final String kind;
    private final Iterator<JsonNode> list;
    private final BiFunction<String, JsonNode, LeftOut> rule;
    private SourceRow next;

    private GraphRows(SourceReader reader, String kind, Iterator<JsonNode> list,
            BiFunction<String, JsonNode, LeftOut> rule) {
        this.reader = reader;
        this.kind = kind;
        this.list = list;
        this.rule = rule;
    }

    /** Users of the directory, less those that the exclusions leave out. */
    public static GraphRows users(SourceReader reader, UserExclusions exclusions, Iterator<JsonNode> users) {
        return new GraphRows(reader, "user", users, exclusions::leftOut);
    }

    /** Contacts of a mailbox, less what we wrote there: a central mailbox may be a target too. */
    public static GraphRows contacts(SourceReader reader, Iterator<JsonNode> contacts) {
        return new GraphRows(reader, "contact", contacts, CentralContacts::leftOut);
    }

    @Override
    public boolean hasNext() {
        while (next == null && list.hasNext()) {
            take(list.next());
        }
        return next != null;
    }

    /** A row is known by its id, never by its content. */
    private void take(JsonNode row) {
        String place = kind + " " + row.path("id").asText();
        LeftOut leftOut = rule.apply(place, row);
        if (leftOut == null) {
            next = new JsonRow(reader, place, row);
        } else {
            reader.leaveOut(leftOut);
        }
    }

    @Override
    public SourceRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        SourceRow row = next;
        next = null;
        return row;
    }

    @Override
    public void close() throws IOException {
        if (list instanceof Closeable pages) {
            pages.close();
        }
    }
}
