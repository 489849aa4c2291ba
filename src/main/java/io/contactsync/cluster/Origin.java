package io.contactsync.cluster;

import io.contactsync.journal.RunLock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Tells a folder on a machine since its last start from all copies of both: by the ids that Linux gives a machine and
 * each of its starts, and by the lock's place on the disk. Who has the lock there knows that no other process of it is
 * left.
 */
final class Origin {

    private static final Path MACHINE = Path.of("/etc/machine-id");
    private static final Path START = Path.of("/proc/sys/kernel/random/boot_id");

    private Origin() {
    }

    /** Empty where nothing tells: no two of those are the same. */
    static String of(Path data) throws IOException {
        Path lock = data.resolve(RunLock.FILE);
        if (!Files.isReadable(START) || !Files.exists(lock)) {
            return "";
        }
        Object place = Files.readAttributes(lock, BasicFileAttributes.class).fileKey();
        return (Files.isReadable(MACHINE) ? Files.readString(MACHINE).strip() : "") + "/"
                + Files.readString(START).strip() + "/" + place;
    }
}
