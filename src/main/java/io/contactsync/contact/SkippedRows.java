package io.contactsync.contact;

import com.fasterxml.jackson.core.JsonParser;
import io.contactsync.microsoftgraph.GraphItemReader;

import java.io.IOException;

/** Reads the rows of a list of which the links alone are wanted. */
public final class SkippedRows implements GraphItemReader<Object> {

    @Override
    public Object read(JsonParser parser) throws IOException {
        parser.skipChildren();
        return null;
    }
}
