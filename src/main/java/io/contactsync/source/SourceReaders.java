package io.contactsync.source;

import io.contactsync.contact.Normaliser;

/**
 * Opens the readings of sources.
 *
 * @param normaliser brings values into their one form
 * @param seconds how long a reading may take
 */
public record SourceReaders(Normaliser normaliser, int seconds) {

    public SourceReaders {
        if (seconds < 1) {
            throw new IllegalArgumentException("sync.source-seconds must be 1 or more - was " + seconds);
        }
    }

    /**
     * Begins one reading.
     *
     * @param source the source's name
     * @param region ISO 3166-1 alpha-2 region of its national telephone numbers; empty if it has none
     * @throws IllegalArgumentException if the region is none
     */
    public SourceReader open(String source, String region) {
        return new SourceReader(source, normaliser.region(region), normaliser, seconds);
    }
}
