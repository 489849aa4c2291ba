package io.contactsync.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What of a data folder all nodes have: runs, what was done by hand, state, and what was set aside. Locks and what is
 * half written are each machine's own.
 *
 * @param data absolute
 */
record NodeFolder(Path data) {

    private static final List<String> ROOMS = List.of("runs", "audit", "state", "set-aside");
    private static final List<String> OWN = List.of(".new", ".tmp", ".lock", ".erasing");

    /** What tells without reading whether a file is still the same. */
    record Mark(long size, long nanos, String key) {

        static Mark of(Path file) throws IOException {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return new Mark(now.size(), now.lastModifiedTime().to(TimeUnit.NANOSECONDS), "" + now.fileKey());
        }
    }

    static NodeFolder of(Path data) {
        return new NodeFolder(data.toAbsolutePath().normalize());
    }

    /** The name that a file has on all machines; null if it is this one's own. */
    String path(Path file) {
        Path name = data.relativize(file.toAbsolutePath().normalize());
        boolean own = OWN.stream().anyMatch(end -> name.toString().endsWith(end));
        return own || !ROOMS.contains(name.getName(0).toString()) ? null : name.toString().replace('\\', '/');
    }

    /** @throws IOException if that name leads elsewhere */
    Path file(String path) throws IOException {
        Path file = data.resolve(path).normalize();
        if (!file.startsWith(data) || !path.equals(path(file))) {
            throw new IOException("the database names a file '" + path + "', which is none of a data folder");
        }
        return file;
    }

    /** All files, by their names. */
    Map<String, Mark> marks() throws IOException {
        Map<String, Mark> marks = new TreeMap<>();
        for (String room : ROOMS) {
            if (Files.isDirectory(data.resolve(room), LinkOption.NOFOLLOW_LINKS)) {
                try (Stream<Path> all = Files.walk(data.resolve(room))) {
                    for (Path file : all.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)
                            && path(each) != null).toList()) {
                        marks.put(path(file), Mark.of(file));
                    }
                }
            }
        }
        return marks;
    }

    /** Removes a file, and the folders that are empty without it. */
    void remove(String path) throws IOException {
        Path file = file(path);
        Files.delete(file);
        for (Path around = file.getParent(); !around.getParent().equals(data); around = around.getParent()) {
            try (Stream<Path> left = Files.list(around)) {
                if (left.findAny().isPresent()) {
                    return;
                }
            }
            Files.delete(around);
        }
    }
}
