package io.contactsync.source;

import io.contactsync.contact.Normaliser;

/** Opens the readings of sources. */
public record SourceReaders(Normaliser normaliser) {

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
}
