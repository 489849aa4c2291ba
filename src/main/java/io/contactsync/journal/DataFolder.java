package io.contactsync.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Set;

/**
 * Whether a data folder is safe: nobody but its owner and root may change what is in it, or it tells of contacts what
 * others want it to tell. The folder itself may be a link to a volume; nothing in it that is ours may be one. Where the
 * file system knows no owners, nothing is asked.
 */
final class DataFolder {

    private static final int STICKY = 01000;

    private DataFolder() {
    }

    /**
     * Checks the folder and the rooms in it.
     *
     * @throws JournalException a sentence with what was found and what mends it
     */
    static void check(Path folder) throws IOException {
        Path real = folder.toRealPath();
        DataPlaces places = new DataPlaces(real);
        List<Path> rooms =
                List.of(places.runs(), places.state(), places.sources(), places.readings(), places.contents(),
                        places.mailboxes());
        requireNoLink(real.resolve(RunLock.FILE));
        rooms.forEach(DataFolder::requireNoLink);
        PrivateFiles.requireFile(real.resolve(RunLock.FILE));
        if (Files.getFileStore(real).supportsFileAttributeView("posix")) {
            UserPrincipal me = me(real);
            requireMine(real, me);
            for (Path room : rooms) {
                requireMine(room, me);
            }
            requireFirmGround(real);
        }
    }

    private static void requireNoLink(Path path) {
        if (Files.isSymbolicLink(path)) {
            throw new JournalException("'" + path
                    + "' is a link: what it leads to may be somebody else's; put the file or folder itself there,"
                    + " or remove the link (rm '" + path + "'); only sync.data itself may be a link");
        }
    }

    /** The owner of what this process makes: a number without a name, too, as in containers. */
    private static UserPrincipal me(Path folder) throws IOException {
        Path made = Files.createTempFile(folder, "owner-", ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            return Files.getOwner(made, LinkOption.NOFOLLOW_LINKS);
        } finally {
            Files.deleteIfExists(made);
        }
    }

    private static void requireMine(Path folder, UserPrincipal me) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        UserPrincipal owner = Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS);
        if (!owner.equals(me)) {
            throw new JournalException("the folder '" + folder + "' belongs to '" + owner.getName()
                    + "' and this process runs as '" + me.getName()
                    + "': run it as its owner, or give it the folder (chown -R '" + me.getName() + "' '" + folder
                    + "')");
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS);
        if (permissions.contains(PosixFilePermission.GROUP_WRITE)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new JournalException("the folder '" + folder + "' may be written by others ("
                    + PosixFilePermissions.toString(permissions)
                    + "), who could change what runs remember: chmod go-w '" + folder + "'");
        }
    }

    /**
     * Whoever may write the folder around it may put another one in its place, unless that folder is sticky as /tmp is.
     */
    private static void requireFirmGround(Path folder) throws IOException {
        for (Path around = folder.getParent(); around != null; around = around.getParent()) {
            boolean open = Files.getPosixFilePermissions(around).contains(PosixFilePermission.OTHERS_WRITE);
            if (open && ((int) Files.getAttribute(around, "unix:mode") & STICKY) == 0) {
                throw new JournalException("the folder '" + around
                        + "' may be written by everybody, who could put another data folder in the place of '"
                        + folder + "': chmod o-w '" + around + "', or set sync.data to a folder elsewhere");
            }
        }
    }
}
