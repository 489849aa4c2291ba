package io.contactsync.journal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Set;

/** Files and folders that only their owner reads, written so that a crash leaves the old or the new one. */
public final class PrivateFiles {

    private static final int BLOCK = 65_536;

    private PrivateFiles() {
    }

    /** Makes a folder that only its owner reads, and those around it, where they are not there yet. */
    public static void createFolder(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath();
        if (!Files.isDirectory(absolute)) {
            createFolder(absolute.getParent());
            Files.createDirectory(absolute, rights(absolute.getParent(), "rwx------"));
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

    /**
     * Makes the name of a file, and those of the folders around it, survive a crash: a process that was ended right
     * after it made one of them has not. What is not open to this process, others have made.
     */
    static void syncNames(Path file, int levels) throws IOException {
        Path around = file.toAbsolutePath().getParent();
        for (int level = 0; level < levels && around != null; level++) {
            if (!Files.isReadable(around)) {
                return;
            }
            sync(around);
            around = around.getParent();
        }
    }

    /** For a file that is made: its owner only, where the file system can say so. */
    static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
        return rights(folder, "rw-------");
    }

    /** GuardedSources while it is made: restricted afterwards, it would be open for a moment. */
    private static FileAttribute<?>[] rights(Path folder, String rights) throws IOException {
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    /**
     * Opens a file for reading.
     *
     * @throws IOException if it cannot be read, or is a link, a folder or a pipe: nobody waits for a writer, and
     * nothing outside is read
     */
    public static InputStream read(Path file) throws IOException {
        requireFile(file);
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Opens a file of what runs remember: whoever may write it may decide in another's name.
     *
     * @throws IOException if it cannot be read, is no ordinary file, belongs to another than its folder does, or may be
     * written by others
     */
    static InputStream readOwn(Path file) throws IOException {
        requireFile(file);
        requireOwn(file);
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * The folder is known to belong to whom the process runs as; where the file system knows no owners, nothing is
     * asked.
     */
    private static void requireOwn(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                || !Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            return;
        }
        UserPrincipal owner = Files.getOwner(file, LinkOption.NOFOLLOW_LINKS);
        UserPrincipal own = Files.getOwner(folder);
        if (!owner.equals(own)) {
            throw new IOException("it belongs to '" + owner.getName() + "' and its folder to '" + own.getName()
                    + "': who may write it may"
                    + " change what runs remember");
        }
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
        if (rights.contains(PosixFilePermission.GROUP_WRITE) || rights.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new IOException("it may be written by others (" + PosixFilePermissions.toString(rights)
                    + "), who could change what runs remember");
        }
    }

    /** Refuses what is there and is no ordinary file. */
    static void requireFile(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("it must be an ordinary file, and is " + kind(file));
        }
    }

    private static String kind(Path path) {
        return Files.isSymbolicLink(path) ? "a link" : Files.isDirectory(path) ? "a folder" : "neither file nor folder";
    }

    /** What goes into a file. */
    @FunctionalInterface
    public interface Body {
        /** Writes all of it; the stream is closed by others. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Replaces a file as a whole: a temporary file beside it, synced, then moved over it. */
    static void replace(Path file, List<String> lines) throws IOException {
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        replace(file, out -> out.write(bytes));
    }

    /**
     * Replaces a file as a whole, or makes it: a temporary file of a name of its own beside it, readable by its owner
     * only, synced, then moved over it.
     *
     * @throws IOException if it cannot be written, or is no ordinary file; what was there before is there still
     */
    public static void replace(Path file, Body body) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        createFolder(folder);
        requireFile(file);
        Path temporary = Files.createTempFile(folder, file.getFileName() + ".", ".new", ownerOnly(folder));
        try {
            write(temporary, body);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        sync(folder);
        Followed.of(file).changed(file);
    }

    /** Adds to a file, or makes it, readable by its owner only; it is on the disk when this returns. */
    static void append(Path file, byte[] bytes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        try (FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                ownerOnly(folder))) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
            Followed.of(file).grown(file, channel.size());
        }
        sync(folder);
    }

    private static void write(Path file, Body body) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BLOCK);
            body.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }
}
