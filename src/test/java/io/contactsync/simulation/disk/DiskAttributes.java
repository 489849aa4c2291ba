package io.contactsync.simulation.disk;

import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.time.Instant;
import java.util.Set;

/** All files and folders belong to the one who runs the program, and to nobody else. */
record DiskAttributes(Object node) implements PosixFileAttributeView, PosixFileAttributes {

    private static final int NANOS = 1_000_000;
    private static final GroupPrincipal OWNER = () -> "sync";
    private static final Set<PosixFilePermission> RIGHTS = Set.of(PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    @Override
    public String name() {
        return "posix";
    }

    @Override
    public PosixFileAttributes readAttributes() {
        return this;
    }

    @Override
    public UserPrincipal getOwner() {
        return OWNER;
    }

    @Override
    public UserPrincipal owner() {
        return OWNER;
    }

    @Override
    public GroupPrincipal group() {
        return OWNER;
    }

    @Override
    public Set<PosixFilePermission> permissions() {
        return RIGHTS;
    }

    @Override
    public FileTime lastModifiedTime() {
        return node instanceof DiskFile file
                ? FileTime.from(Instant.ofEpochMilli(file.modified).plusNanos(file.order % NANOS))
                : FileTime.fromMillis(0);
    }

    @Override
    public FileTime lastAccessTime() {
        return lastModifiedTime();
    }

    @Override
    public FileTime creationTime() {
        return lastModifiedTime();
    }

    @Override
    public boolean isRegularFile() {
        return node instanceof DiskFile;
    }

    @Override
    public boolean isDirectory() {
        return node instanceof DiskFolder;
    }

    @Override
    public boolean isSymbolicLink() {
        return false;
    }

    @Override
    public boolean isOther() {
        return false;
    }

    @Override
    public long size() {
        return node instanceof DiskFile file ? file.size() : 0;
    }

    @Override
    public Object fileKey() {
        return node;
    }

    @Override
    public void setTimes(FileTime modified, FileTime accessed, FileTime created) {
        if (node instanceof DiskFile file && modified != null) {
            file.modified = modified.toMillis();
        }
    }

    @Override
    public void setPermissions(Set<PosixFilePermission> permissions) {
        // there is nobody else
    }

    @Override
    public void setOwner(UserPrincipal owner) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setGroup(GroupPrincipal group) {
        throw new UnsupportedOperationException();
    }
}
