package io.contactsync.cli.status;

import io.contactsync.cli.configuration.ConfigurationException;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How large the data folder is.
 *
 * @param parts bytes by what lies directly in it, files together as {@code ""}
 */
public record DataFolderSize(SortedMap<String, Long> parts) {

    /** What can be seen of it now: files may come and go while it is counted. */
    public static DataFolderSize of(Path folder) {
        SortedMap<String, Long> parts = new TreeMap<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    Path below = folder.relativize(file);
                    parts.merge(below.getNameCount() > 1 ? below.getName(0).toString()
                            : "", attributes.size(), Long::sum);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            throw new ConfigurationException("sync.data: the folder '" + folder + "' cannot be read ("
                    + unreadable.getClass().getSimpleName() + ")");
        }
        return new DataFolderSize(parts);
    }

    /** All of it, in bytes. */
    public long all() {
        return parts.values().stream().mapToLong(Long::longValue).sum();
    }
}
