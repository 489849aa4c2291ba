package io.contactsync.cluster;

import io.contactsync.core.Sha256;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of a data folder in blocks, each with its hash: a file that grows gets more of them.
 *
 * @param installation its name
 */
record BlockTable(String installation) {

    static final String NAME = "contact_sync_block";

    static final int LONGEST = 256 << 10;

    private static final String CREATE = "create table " + NAME + " (installation varchar(200) not null,"
            + " path varchar(700) not null, place bigint not null, bytes int not null, hash varchar(64) not null,"
            + " content bytea not null, primary key (installation, path, place))";
    private static final String FILE = " where installation = ? and path = ?";

    /** A part of a file, its content aside. */
    record Block(long place, int bytes, String hash) {
    }

    static void create(Connection connection) throws SQLException {
        Tables.create(connection, NAME, CREATE);
    }

    static String hash(byte[] content) {
        return HexFormat.of().formatHex(Sha256.of(content));
    }

    boolean isEmpty(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select 1 from " + NAME
                + " where installation = ? fetch first 1 rows only")) {
            select.setString(1, installation);
            return !select.executeQuery().next();
        }
    }

    /** The files, their blocks in order. */
    Map<String, List<Block>> files(Connection connection) throws SQLException {
        Map<String, List<Block>> files = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement("select path, place, bytes, hash from " + NAME
                + " where installation = ? order by path, place")) {
            select.setString(1, installation);
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                files.computeIfAbsent(rows.getString(1), path -> new ArrayList<>())
                        .add(new Block(rows.getLong(2), rows.getInt(3), rows.getString(4)));
            }
            return files;
        }
    }

    /** @throws IOException if a block is not what was written */
    void copy(Connection connection, String path, OutputStream out) throws SQLException, IOException {
        try (PreparedStatement select = connection.prepareStatement("select hash, content from " + NAME + FILE
                + " order by place")) {
            select.setString(1, installation);
            select.setString(2, path);
            select.setFetchSize(1);
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                byte[] content = rows.getBytes(2);
                if (!hash(content).equals(rows.getString(1))) {
                    throw new IOException("what the database holds of '" + path + "' is not what was written");
                }
                out.write(content);
            }
        }
    }

    void remove(Connection connection, String path) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from " + NAME + FILE)) {
            delete.setString(1, installation);
            delete.setString(2, path);
            delete.executeUpdate();
        }
    }

    /** Adds what a file holds from a place on, up to another; of an empty file, one empty block. */
    void add(Connection connection, String path, Path file, long from, long to) throws SQLException, IOException {
        try (PreparedStatement insert = connection.prepareStatement("insert into " + NAME
                + " values (?, ?, ?, ?, ?, ?)");
                FileChannel channel = FileChannel.open(file, StandardOpenOption.READ).position(from)) {
            InputStream in = Channels.newInputStream(channel);
            long place = from;
            do {
                byte[] content = in.readNBytes((int) Math.min(LONGEST, to - place));
                if (content.length == 0 && place < to) {
                    throw new IOException("'" + file + "' became shorter meanwhile");
                }
                insert(insert, path, place, content);
                place += content.length;
            } while (place < to);
        }
    }

    private void insert(PreparedStatement insert, String path, long place, byte[] content) throws SQLException {
        insert.setString(1, installation);
        insert.setString(2, path);
        insert.setLong(3, place);
        insert.setInt(4, content.length);
        insert.setString(5, hash(content));
        insert.setBytes(6, content);
        insert.executeUpdate();
    }
}
