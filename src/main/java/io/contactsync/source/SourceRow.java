package io.contactsync.source;

import com.fasterxml.jackson.databind.JsonNode;

/** A row of a source, on its way through the mapping. */
public abstract class SourceRow {

    private final SourceReader reader;
    private final String place;

    /** @param place where it stands, for example {@code offices.csv, line 17} */
    SourceRow(SourceReader reader, String place) {
        this.reader = reader;
        this.place = place;
    }

    final String place() {
        return place;
    }

    /**
     * What the mapping gets.
     *
     * @throws IllegalArgumentException if the row cannot be trusted
     */
    public abstract JsonNode read();

    /** Takes it as the mapping made it. */
    public void accept(JsonNode mapped) {
        reader.accept(place, mapped);
    }

    /** Refuses it. */
    public void refuse(Exception reason) {
        reader.refuse(place, reason);
    }

    /**
     * To be called after the mapping.
     *
     * @throws MissingColumnsException if it asked for columns that the source does not have
     */
    public void requireColumns() {
    }
}
