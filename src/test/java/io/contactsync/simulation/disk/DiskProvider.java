package io.contactsync.simulation.disk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Java asks of the simulated disk. */
final class DiskProvider extends FileSystemProvider {

    static final DiskProvider ONE = new DiskProvider();

    private static Disk disk(Path path) {
        return ((DiskPath) path).system().disk();
    }

    /** File or folder; null if there is none. */
    private static Object node(Path path) {
        Object at = disk(path).root();
        for (Path name : ((DiskPath) path).names()) {
            at = at instanceof DiskFolder folder ? folder.names.get(name.toString()) : null;
        }
        return at;
    }

    private static Object existing(Path path) throws NoSuchFileException {
        Object node = node(path);
        if (node == null) {
            throw new NoSuchFileException(path.toString());
        }
        return node;
    }

    private static DiskFolder around(Path path) throws IOException {
        if (existing(path.toAbsolutePath().getParent()) instanceof DiskFolder folder) {
            return folder;
        }
        throw new NotDirectoryException(path.toString());
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    @Override
    public String getScheme() {
        return "disk";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> env) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException();
    }

    @Override
    public InputStream newInputStream(Path path, OpenOption... options) throws IOException {
        if (existing(path) instanceof DiskFile file) {
            return new ByteArrayInputStream(file.content());
        }
        throw new IOException("Is a directory");
    }

    @Override
    public SeekableByteChannel newByteChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attrs)
            throws IOException {
        return newFileChannel(path, options, attrs);
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attrs)
            throws IOException {
        Disk disk = disk(path);
        Object node = node(path);
        boolean fresh = options.contains(StandardOpenOption.CREATE_NEW);
        if (fresh && node != null) {
            throw new FileAlreadyExistsException(path.toString());
        }
        if (node == null && (fresh || options.contains(StandardOpenOption.CREATE))) {
            disk.before("create");
            node = new DiskFile();
            disk.touched((DiskFile) node);
            around(path).names.put(name(path), node);
        }
        DiskChannel channel = new DiskChannel(((DiskPath) path).system(), node == null ? existing(path) : node);
        if (options.contains(StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.truncate(0);
        }
        return options.contains(StandardOpenOption.APPEND) ? channel.position(channel.size()) : channel;
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path path, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        if (!(existing(path) instanceof DiskFolder folder)) {
            throw new NotDirectoryException(path.toString());
        }
        List<Path> children = folder.names.keySet().stream().map(path::resolve).toList();
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return children.iterator();
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    @Override
    public void createDirectory(Path path, FileAttribute<?>... attrs) throws IOException {
        disk(path).before("create");
        if (around(path).names.putIfAbsent(name(path), new DiskFolder()) != null) {
            throw new FileAlreadyExistsException(path.toString());
        }
    }

    @Override
    public void delete(Path path) throws IOException {
        Object node = existing(path);
        if (node instanceof DiskFolder folder && !folder.names.isEmpty()) {
            throw new DirectoryNotEmptyException(path.toString());
        }
        disk(path).before("delete");
        around(path).names.remove(name(path));
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        Object node = existing(source);
        boolean replace = List.of(options).contains(StandardCopyOption.REPLACE_EXISTING)
                || List.of(options).contains(StandardCopyOption.ATOMIC_MOVE);
        if (!replace && node(target) != null) {
            throw new FileAlreadyExistsException(target.toString());
        }
        disk(source).before("move");
        around(target).names.put(name(target), node);
        around(source).names.remove(name(source));
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        return existing(one) == existing(other);
    }

    @Override
    public boolean isHidden(Path path) {
        return false;
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        existing(path);
        return ((DiskPath) path).system().store();
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        existing(path);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        return type.cast(new DiskAttributes(node(path)));
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return type.cast(new DiskAttributes(existing(path)));
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        existing(path);
        return Map.of();
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) {
        throw new UnsupportedOperationException(attribute);
    }
}
