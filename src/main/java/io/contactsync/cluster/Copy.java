package io.contactsync.cluster;

import io.contactsync.cluster.NodeFolder.Mark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** What of a data folder the database holds, and what it is still to get. Files are told by many threads at once. */
final class Copy {

    private final NodeFolder folder;
    private final BlockTable blocks;
    private final FolderIndex index;
    /** How files looked when they went there; of one that has grown since only the size counts. */
    private final Map<String, Mark> there = new TreeMap<>();
    private final Set<String> grown = new TreeSet<>();
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> longer = new ConcurrentHashMap<>();

    /** What one transaction brings there, as it is when it is read. */
    record Portion(Set<String> changed, Map<String, Long> longer, Set<String> gone, Map<String, Mark> after) {
        boolean isEmpty() {
            return changed.isEmpty() && longer.isEmpty() && gone.isEmpty();
        }
    }

    /** @param index what the database holds already */
    Copy(NodeFolder folder, BlockTable blocks, FolderIndex index) {
        this.folder = folder;
        this.blocks = blocks;
        this.index = index;
        there.putAll(index.marks());
    }

    void changed(Path file) {
        String path = folder.path(file);
        if (path != null) {
            changed.add(path);
        }
    }

    void grown(Path file, long size) {
        String path = folder.path(file);
        if (path != null) {
            longer.merge(path, size, Math::max);
        }
    }

    /** What was told since the last portion. */
    Portion told() {
        Set<String> all = new TreeSet<>(changed);
        changed.removeAll(all);
        Map<String, Long> sizes = new TreeMap<>(longer);
        sizes.forEach(longer::remove);
        sizes.keySet().removeAll(all);
        sizes.entrySet().removeIf(each -> there.containsKey(each.getKey())
                && there.get(each.getKey()).size() >= each.getValue());
        return new Portion(all, sizes, new TreeSet<>(), new TreeMap<>());
    }

    /** What differs, told or not. */
    Portion different() throws IOException {
        Portion told = told();
        Map<String, Mark> now = folder.marks();
        now.forEach((path, mark) -> {
            Mark before = there.get(path);
            if (before != null && grown.contains(path) && before.size() <= mark.size()) {
                told.longer.put(path, mark.size());
            } else if (!mark.equals(before)) {
                told.changed.add(path);
            }
        });
        told.longer.keySet().removeAll(told.changed);
        told.gone.addAll(there.keySet());
        told.gone.removeAll(now.keySet());
        return told;
    }

    /** A file that is gone meanwhile is another portion's. */
    void bring(Connection connection, Portion portion) throws SQLException, IOException {
        for (String path : portion.changed) {
            Path file = folder.file(path);
            blocks.remove(connection, path);
            if (Files.exists(file)) {
                Mark mark = Mark.of(file);
                blocks.add(connection, path, file, 0, mark.size());
                portion.after.put(path, mark);
            }
        }
        for (Map.Entry<String, Long> each : portion.longer.entrySet()) {
            Mark before = there.get(each.getKey());
            long from = before == null ? 0 : before.size();
            if (from < each.getValue()) {
                blocks.add(connection, each.getKey(), folder.file(each.getKey()), from, each.getValue());
            }
            portion.after.put(each.getKey(), until(folder.file(each.getKey()), each.getValue()));
        }
        for (String path : portion.gone) {
            blocks.remove(connection, path);
        }
    }

    /** Where it has grown on meanwhile, only the size is known. */
    private static Mark until(Path file, long size) throws IOException {
        Mark now = Mark.of(file);
        return now.size() == size ? now : new Mark(size, 0, "");
    }

    /** It is there. */
    void brought(Portion portion) {
        there.keySet().removeAll(portion.gone);
        there.keySet().removeAll(portion.changed);
        there.putAll(portion.after);
        grown.removeAll(portion.changed);
        grown.addAll(portion.longer.keySet());
    }

    /** The next turn of this node need not compare all of it, if this number is the last one by then. */
    void remember(long token) throws IOException {
        new FolderIndex(index.history(), token, index.origin(), there).write(folder);
    }

    /** It is not there, or nobody knows: it is told again. */
    void failed(Portion portion) {
        changed.addAll(portion.changed);
        portion.longer.forEach((path, size) -> longer.merge(path, size, Math::max));
    }
}
