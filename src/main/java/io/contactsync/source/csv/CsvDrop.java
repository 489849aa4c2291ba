package io.contactsync.source.csv;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * The newest CSV file of a folder, as it was seen.
 *
 * @param file where it lies
 * @param bytes its size
 * @param modified when it was last written to
 * @param looks how often it was looked at, and looked different
 * @param settled whether it looked the same twice: nobody is writing it any more
 */
public record CsvDrop(Path file, long bytes, FileTime modified, int looks, boolean settled) {

    /** Whether it must be looked at once more, after a moment, before it may be read. */
    public boolean unsettled() {
        return !settled;
    }

    /** Its name, for sentences. */
    public String name() {
        return file.getFileName().toString();
    }

    boolean looksLike(CsvDrop other) {
        return file.equals(other.file) && bytes == other.bytes && modified.equals(other.modified);
    }
}
