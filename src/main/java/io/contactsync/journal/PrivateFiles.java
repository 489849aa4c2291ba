package io.contactsync.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** Files and folders that only their owner reads, written so that a crash leaves the old or the new one. */
final class PrivateFiles {

    private PrivateFiles() {
    }

    static void createFolder(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath();
        if (!Files.isDirectory(absolute)) {
            createFolder(absolute.getParent());
            Files.createDirectory(absolute);
            restrict(absolute, PosixFilePermissions.fromString("rwx------"));
            sync(absolute.getParent());
        }
    }

    /** Makes the names in a folder survive a crash, where the operating system can do so for folders. */
    static void sync(Path folder) throws IOException {
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    static void restrict(Path path, Set<PosixFilePermission> permissions) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, permissions);
        }
    }

    /** Replaces a file as a whole: a temporary file beside it, synced, then moved over it. */
    static void replace(Path file, List<String> lines) throws IOException {
        createFolder(file.getParent());
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        Files.write(temporary, lines, StandardCharsets.UTF_8);
        restrict(temporary, PosixFilePermissions.fromString("rw-------"));
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(file.toAbsolutePath().getParent());
    }
}
