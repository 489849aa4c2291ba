package io.contactsync.source;

import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;

/** The rows of any list, one at a time: with these a kind of source is YAML alone. */
public final class Rows implements Iterator<SourceRow>, Closeable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SourceReader reader;
    private final String place;
    private final Iterator<?> list;
    private int row;

    private Rows(SourceReader reader, String place, Iterator<?> list) {
        this.reader = reader;
        this.place = place;
        this.list = list;
    }

    /**
     * For a Kamelet that was called back to read.
     *
     * @param reader its variable of that name
     * @param place what is read, for example {@code offices.json}: a bad row is told by it and by its number
     * @param list rows of which Jackson makes JSON, such as maps; it is closed at its end if it can be
     */
    public static Rows of(SourceReader reader, String place, Iterator<?> list) {
        return new Rows(reader, place, list);
    }

    @Override
    public boolean hasNext() {
        return list.hasNext();
    }

    @Override
    public SourceRow next() {
        row++;
        return new JsonRow(reader, place + ", row " + row, JSON.valueToTree(list.next()));
    }

    @Override
    public void close() throws IOException {
        if (list instanceof Closeable open) {
            open.close();
        }
    }
}
