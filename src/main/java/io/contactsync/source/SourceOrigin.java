package io.contactsync.source;

import java.util.List;

/**
 * What a reading was made of, where that is a file with columns.
 *
 * @param file its name; empty if it is none
 * @param columns names of its columns, in order
 */
public record SourceOrigin(String file, List<String> columns) {

    /** Of a source that is no file. */
    public static final SourceOrigin NONE = new SourceOrigin("", List.of());

    public SourceOrigin {
        columns = List.copyOf(columns);
    }
}
