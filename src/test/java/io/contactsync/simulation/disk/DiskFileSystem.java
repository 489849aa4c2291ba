package io.contactsync.simulation.disk;

import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Set;

/** The disk as one process sees it, until that is gone. */
final class DiskFileSystem extends FileSystem {

    private final DiskStore store = new DiskStore();
    private Disk disk;

    DiskFileSystem(Disk disk) {
        this.disk = disk;
    }

    Disk disk() {
        if (disk == null) {
            throw new DeadProcess();
        }
        return disk;
    }

    void die() {
        disk = null;
    }

    Path root() {
        return new DiskPath(this, Path.of("/"));
    }

    DiskStore store() {
        return store;
    }

    @Override
    public FileSystemProvider provider() {
        return DiskProvider.ONE;
    }

    @Override
    public void close() {
        die();
    }

    @Override
    public boolean isOpen() {
        return disk != null;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return "/";
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return List.of(root());
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return List.of(store);
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return Set.of("basic", "posix", "owner");
    }

    @Override
    public Path getPath(String first, String... more) {
        return new DiskPath(this, Path.of(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
        return path -> FileSystems.getDefault().getPathMatcher(pattern).matches(Path.of(path.toString()));
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        throw new UnsupportedOperationException();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException();
    }
}
