package io.contactsync.source.csv;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/** The file as it was when it was opened. */
record FileState(Path file, String name, LinkOption[] links, BasicFileAttributes found) {

    static FileState of(Path file, String name, LinkOption... links) {
        BasicFileAttributes found = RegularFile.require(file, name, links);
        if (found.size() > CsvLimits.FILE) {
            throw new CsvException(name + ": " + LimitedReader.LimitException.file().getMessage());
        }
        return new FileState(file, name, links, found);
    }

    /** A file that took its place meanwhile is another matter: the one that was read was whole. */
    void requireUnchanged() {
        if (!Files.exists(file, links)) {
            return;
        }
        BasicFileAttributes now = RegularFile.require(file, name, links);
        if (Objects.equals(now.fileKey(), found.fileKey())
                && (now.size() != found.size() || !now.lastModifiedTime().equals(found.lastModifiedTime()))) {
            throw new CsvException(name
                    + " was written to while it was read - let it be written under another ending and renamed to *.csv "
                    + "when it is whole");
        }
    }
}
