package io.contactsync.cluster;

import io.contactsync.cluster.BlockTable.Block;
import io.contactsync.journal.PrivateFiles;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes a data folder what the database holds, byte for byte; what is the same already is only read. */
final class FolderRestore {

    private static final Pattern JOURNAL = Pattern.compile(".*/journal(-\\d+)?\\.jsonl");

    private final NodeFolder folder;
    private final BlockTable blocks;

    FolderRestore(NodeFolder folder, BlockTable blocks) {
        this.folder = folder;
        this.blocks = blocks;
    }

    void from(Connection connection) throws SQLException, IOException {
        Map<String, List<Block>> files = blocks.files(connection);
        for (Map.Entry<String, List<Block>> each : files.entrySet()) {
            if (!isSame(folder.file(each.getKey()), each.getValue())) {
                fetch(connection, each.getKey());
            }
        }
        for (String path : folder.marks().keySet()) {
            if (!files.containsKey(path)) {
                folder.remove(path);
            }
        }
    }

    /** Whether a journal is missing here, or ends before what the database holds of it: journals only grow. */
    boolean isBehind(Connection connection) throws SQLException, IOException {
        for (Map.Entry<String, List<Block>> each : blocks.files(connection).entrySet()) {
            Path file = folder.file(each.getKey());
            if (JOURNAL.matcher(each.getKey()).matches() && !(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Files.size(file) >= size(each.getValue()))) {
                return true;
            }
        }
        return false;
    }

    private static long size(List<Block> blocks) {
        return blocks.stream().mapToLong(Block::bytes).sum();
    }

    private void fetch(Connection connection, String path) throws SQLException, IOException {
        SQLException[] away = new SQLException[1];
        try {
            PrivateFiles.replace(folder.file(path), out -> {
                try {
                    blocks.copy(connection, path, out);
                } catch (SQLException failed) {
                    away[0] = failed;
                    throw new UncheckedIOException(new IOException(failed));
                }
            });
        } catch (UncheckedIOException failed) {
            throw away[0];
        }
    }

    private static boolean isSame(Path file, List<Block> blocks) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) != size(blocks)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            for (Block block : blocks) {
                if (!BlockTable.hash(in.readNBytes(block.bytes())).equals(block.hash())) {
                    return false;
                }
            }
            return true;
        }
    }
}
