package io.contactsync.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.contactsync.core.Names;

import java.io.Closeable;
import java.io.IOException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.temporal.TemporalAccessor;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The rows of any list, one at a time: with these a kind of source is YAML alone. */
public final class Rows implements SourceRows {

    /** Times as they are written, day first; of a database they have no zone, and must not be moved into one. */
    private static final ObjectMapper JSON = new ObjectMapper().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .registerModule(new SimpleModule().addSerializer(java.sql.Date.class, ToStringSerializer.instance)
                    .addSerializer(Timestamp.class, ToStringSerializer.instance)
                    .addSerializer(Time.class, ToStringSerializer.instance)
                    .addSerializer(TemporalAccessor.class, ToStringSerializer.instance));
    private static final ObjectNode NO_COLUMNS = JsonNodeFactory.instance.objectNode();

    private final SourceReader reader;
    private final String place;
    private final Iterator<?> list;
    private final Set<String> required;
    private final Set<String> optional;

    private Rows(SourceReader reader, String place, Iterator<?> list, Set<String> required, Set<String> optional) {
        this.reader = reader;
        this.place = place;
        this.list = list;
        this.required = required;
        this.optional = optional;
    }

    /**
     * What a route that reads has given to be mapped.
     *
     * @param reader the reading
     * @param place what is read, for example {@code offices.json}: a bad row is told by it and by its number; may be
     * null
     * @param given rows that know their place, or a list of rows of which Jackson makes JSON, such as maps; it is
     * closed at its end if it can be
     * @param columns names of columns that every row must have, comma-separated; empty or null if there are none
     * @param optionalColumns names of those that the mapping asks for and a row may lack
     * @throws IllegalArgumentException if it is no list
     */
    public static SourceRows of(SourceReader reader, String place, Object given, String columns,
            String optionalColumns) {
        return given instanceof SourceRows rows ? rows : new Rows(reader, place == null ? "" : place, list(given),
                set(columns), set(optionalColumns));
    }

    private static Set<String> set(String names) {
        return names == null ? Set.of() : new LinkedHashSet<>(Names.list(names));
    }

    private static Iterator<?> list(Object given) {
        if (given instanceof Iterator<?> rows) {
            return rows;
        }
        if (given instanceof Iterable<?> rows && (!(rows instanceof JsonNode json) || json.isArray())) {
            return rows.iterator();
        }
        throw new IllegalArgumentException("direct:contact-sync-map-rows takes a list of rows, and was given "
                + kind(given));
    }

    private static String kind(Object given) {
        boolean nothing = given == null || given instanceof JsonNode json && (json.isNull() || json.isMissingNode());
        return nothing ? "nothing" : given instanceof Map || given instanceof ObjectNode ? "a single object"
                : given instanceof JsonNode ? "a single value" : "a " + given.getClass().getSimpleName();
    }

    @Override
    public boolean hasNext() {
        return list.hasNext();
    }

    @Override
    public SourceRow next() {
        JsonNode row = JSON.valueToTree(list.next());
        return new JsonRow(reader, reader.next(place), required.isEmpty() ? row
                : new RowColumns(row instanceof ObjectNode object ? object : NO_COLUMNS, required, optional));
    }

    @Override
    public void close() throws IOException {
        if (list instanceof Closeable open) {
            open.close();
        }
    }
}
