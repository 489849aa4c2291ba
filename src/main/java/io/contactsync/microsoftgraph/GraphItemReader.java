package io.contactsync.microsoftgraph;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;

/**
 * Reads one row of a collection from the stream.
 *
 * @param <T> what a row becomes
 */
@FunctionalInterface
public interface GraphItemReader<T> {

    /**
     * @param parser stands on the row's START_OBJECT and must be left on the matching END_OBJECT
     * @return the row, or null to leave it out
     * @throws IOException as the parser throws it; the page then counts as unreadable
     */
    T read(JsonParser parser) throws IOException;
}
