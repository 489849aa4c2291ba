package io.contactsync.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A file and where it is. An open file can be written after its name is gone, or names another one: what it holds would
 * be on no disk that anybody looks at. Where a file system has no identities of files (Windows), only the size is
 * compared; there an open file is not removed either.
 */
record FilePlace(Path file, Object identity) {

    /** The file that has that name now. */
    static FilePlace of(Path file) throws IOException {
        return new FilePlace(file, attributes(file).fileKey());
    }

    /**
     * Whether it still has its name.
     *
     * @param size how many bytes it holds at least
     * @throws IOException if the name is gone, or belongs to another file, or to one that is shorter
     */
    void check(long size) throws IOException {
        BasicFileAttributes now = found();
        boolean same = identity == null || identity.equals(now.fileKey());
        if (!same || now.size() < size) {
            throw new IOException(
                    (same ? "it was cut" : "another file has taken its place") + " while the run was under way");
        }
    }

    private BasicFileAttributes found() throws IOException {
        try {
            return attributes(file);
        } catch (NoSuchFileException gone) {
            throw new IOException("it was removed or moved while the run was under way", gone);
        }
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
}
