package io.contactsync.journal;

import java.io.IOException;
import java.nio.file.Path;

/** A file of summed lines is not what was written: a line of it was changed, or its end is missing. */
public final class DamagedLinesException extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param line counted from 1 */
    public DamagedLinesException(Path file, int line) {
        super("the file '" + file + "' is damaged or cut off in line " + line);
    }
}
