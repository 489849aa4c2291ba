package io.contactsync.cluster;

import io.contactsync.journal.PrivateFiles;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a node knows of its copy, in the file {@code mirror} of its data folder: of which turn it is, where it was
 * written, and how the files looked then. Without it the files are compared one by one.
 *
 * @param history the id of the folder that the nodes share; empty if this one is no copy of any
 * @param token the turn whose end, or whose begin, the files are; 0 while they are being fetched
 * @param origin where it was written: see {@link Origin}
 * @param marks how the files looked
 */
record FolderIndex(String history, long token, String origin, Map<String, NodeFolder.Mark> marks) {

    static final FolderIndex NONE = new FolderIndex("", 0, "", Map.of());

    private static final String FILE = "mirror";
    private static final int PARTS = 4;
    private static final int HEAD = 3;

    /** Whether it is a copy of what nodes share. */
    boolean isCopy() {
        return !history.isEmpty();
    }

    /** Whether it is the folder of that turn: a copy made meanwhile is none of its end. */
    boolean isOf(Holder last) {
        return history.equals(last.history()) && token == last.token();
    }

    /** Whether it was written there: nowhere is no place. */
    boolean isFrom(String place) {
        return !place.isEmpty() && place.equals(origin);
    }

    static FolderIndex read(NodeFolder folder) throws IOException {
        Path file = folder.data().resolve(FILE);
        if (!Files.exists(file)) {
            return NONE;
        }
        try {
            List<String> lines = Files.readAllLines(file);
            String[] head = lines.get(0).split(" ", HEAD);
            Map<String, NodeFolder.Mark> marks = new TreeMap<>();
            lines.stream().skip(1).map(line -> line.split(" ", PARTS)).forEach(parts -> marks.put(parts[PARTS - 1],
                    new NodeFolder.Mark(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2])));
            return new FolderIndex(head[0], Long.parseLong(head[1]), head.length < HEAD ? "" : head[HEAD - 1], marks);
        } catch (IndexOutOfBoundsException | NumberFormatException damaged) {
            throw new IOException("'" + file + "' is damaged: remove it together with all else in its folder, and the"
                    + " next run fetches the folder from the database", damaged);
        }
    }

    void write(NodeFolder folder) throws IOException {
        StringBuilder lines = new StringBuilder(history + " " + token + " " + origin + "\n");
        marks.forEach((path, mark) -> lines.append(mark.size()).append(' ').append(mark.nanos()).append(' ')
                .append(mark.key().replace(' ', '_')).append(' ').append(path).append('\n'));
        PrivateFiles.replace(folder.data().resolve(FILE),
                out -> out.write(lines.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
