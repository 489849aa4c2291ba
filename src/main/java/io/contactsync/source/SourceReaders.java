package io.contactsync.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.contact.Normaliser;

/** Opens the reading of a source; the bean that the source kamelets begin with. */
public final class SourceReaders {

    private final Normaliser normaliser;

    public SourceReaders(Normaliser normaliser) {
        this.normaliser = normaliser;
    }

    /**
     * Begins one reading.
     *
     * @param source the source's name
     * @param region ISO 3166-1 alpha-2 region of its national telephone numbers; empty if it has none
     * @throws IllegalArgumentException if the region is none
     */
    public SourceReader open(String source, String region) {
        return new SourceReader(source, normaliser.region(region), normaliser);
    }

    /** Which file is read. */
    public void from(SourceReader reader, CsvSource file) {
        reader.from(file.origin());
    }

    /** Where a row of Graph's stands: its id, never its content. */
    public String place(String kind, JsonNode row) {
        return kind + " " + row.path("id").asText();
    }

    /** Takes a row as the source's mapping made it. */
    public void accept(SourceReader reader, String place, JsonNode mapped) {
        reader.accept(place, mapped);
    }

    /** Refuses a row. */
    public void refuse(SourceReader reader, String place, Exception reason) {
        reader.refuse(place, reason);
    }

    /** The source could not be read to its end. */
    public void broke(SourceReader reader, Exception reason) {
        reader.broke(Refusals.inSource(reader.source(), reason));
    }

    /** Nothing that the source gave can be trusted. */
    public void distrust(SourceReader reader, Exception reason) {
        reader.distrust(reason);
    }

    /** What was read. */
    public SourceContacts finish(SourceReader reader) {
        return reader.finish();
    }
}
