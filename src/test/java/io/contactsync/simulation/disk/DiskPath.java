package io.contactsync.simulation.disk;

import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Objects;

/** A path on the simulated disk; its algebra is that of an ordinary one. */
final class DiskPath implements Path {

    private final DiskFileSystem system;
    private final Path inner;

    DiskPath(DiskFileSystem system, Path inner) {
        this.system = system;
        this.inner = inner;
    }

    private Path of(Path path) {
        return path == null ? null : new DiskPath(system, path);
    }

    private static Path inner(Path path) {
        return path instanceof DiskPath own ? own.inner : path;
    }

    DiskFileSystem system() {
        return system;
    }

    /** Its names from the root. */
    Path names() {
        return inner.isAbsolute() ? inner : Path.of("/").resolve(inner);
    }

    @Override
    public FileSystem getFileSystem() {
        return system;
    }

    @Override
    public boolean isAbsolute() {
        return inner.isAbsolute();
    }

    @Override
    public Path getRoot() {
        return of(inner.getRoot());
    }

    @Override
    public Path getFileName() {
        return of(inner.getFileName());
    }

    @Override
    public Path getParent() {
        return of(inner.getParent());
    }

    @Override
    public int getNameCount() {
        return inner.getNameCount();
    }

    @Override
    public Path getName(int index) {
        return of(inner.getName(index));
    }

    @Override
    public Path subpath(int from, int to) {
        return of(inner.subpath(from, to));
    }

    @Override
    public boolean startsWith(Path other) {
        return other instanceof DiskPath path && path.system == system && inner.startsWith(path.inner);
    }

    @Override
    public boolean endsWith(Path other) {
        return inner.endsWith(inner(other));
    }

    @Override
    public Path normalize() {
        return of(inner.normalize());
    }

    @Override
    public Path resolve(Path other) {
        return of(inner.resolve(inner(other)));
    }

    @Override
    public Path relativize(Path other) {
        return of(inner.relativize(inner(other)));
    }

    @Override
    public URI toUri() {
        return URI.create("disk:" + names());
    }

    @Override
    public Path toAbsolutePath() {
        return of(names());
    }

    @Override
    public Path toRealPath(LinkOption... options) {
        return of(names().normalize());
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int compareTo(Path other) {
        return inner.compareTo(inner(other));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DiskPath path && path.system == system && path.inner.equals(inner);
    }

    @Override
    public int hashCode() {
        return Objects.hash(System.identityHashCode(system), inner);
    }

    @Override
    public String toString() {
        return inner.toString();
    }
}
