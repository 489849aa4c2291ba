package io.contactsync.source.csv;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Looks at what a path names before it is opened: to open a pipe is to wait for whoever may write into it. */
public final class RegularFile {

    private RegularFile() {
    }

    /**
     * Its attributes, if it is a file with a content of its own.
     *
     * @param name how sentences call it
     * @param links whether a link is followed
     * @throws CsvException in one sentence, if it is a folder, a pipe, a device, a link that is not followed, or absent
     */
    public static BasicFileAttributes require(Path file, String name, LinkOption... links) {
        BasicFileAttributes found = attributes(file, name, links);
        if (!found.isRegularFile()) {
            throw new CsvException(
                    name + " is " + kind(found) + " - allowed is a regular file: put the file itself there");
        }
        return found;
    }

    private static BasicFileAttributes attributes(Path file, String name, LinkOption... links) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, links);
        } catch (NoSuchFileException absent) {
            throw new CsvException(name + " does not exist, or is a link to nowhere", absent);
        } catch (IOException unreadable) {
            throw new CsvException(name + " cannot be read" + reason(unreadable), unreadable);
        }
    }

    /** Why, in words that hold no path. */
    static String reason(IOException failure) {
        return failure instanceof AccessDeniedException
                ? ": access is denied - give the account of this program the right to read it"
                : " (" + failure.getClass().getSimpleName() + ")";
    }

    private static String kind(BasicFileAttributes found) {
        return found.isSymbolicLink() ? "a link" : found.isDirectory() ? "a folder" : "a pipe, a socket or a device";
    }
}
