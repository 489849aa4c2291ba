package io.contactsync.cluster;

import io.contactsync.journal.SharedTurn;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Two data folders and a database, which may be away or lose answers: H2, or one that {@code -Dproof.database} names,
 * for example {@code jdbc:postgresql://127.0.0.1/contact_sync?user=contact_sync}, whose tables are removed.
 */
final class TwoNodes implements AutoCloseable {

    static final int LEASE = 600;

    private static final String OTHER = System.getProperty("proof.database", "");

    private static final List<String> TABLES = List.of(TurnTable.NAME, PastTable.NAME, BlockTable.NAME);

    private final String url = OTHER.isEmpty() ? "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" : OTHER;
    private final Path temp;
    /** What becomes of the next commits: null what should. */
    volatile Fault fault;

    /** What goes wrong with the database. */
    enum Fault { AWAY, LOST_AFTER, LOST_BEFORE }

    TwoNodes(Path temp) {
        this.temp = temp;
    }

    Path folder(String node) {
        return temp.resolve(node);
    }

    DatabaseState state(String node) {
        return new DatabaseState(this::connect, "tenant/main", node, LEASE);
    }

    SharedTurn take(String node) throws IOException {
        return take(node, node);
    }

    /** In a folder of another name, with the lock that whoever takes a turn has. */
    SharedTurn take(String node, String folder) throws IOException {
        Path lock = Files.createDirectories(folder(folder)).resolve("lock");
        if (!Files.exists(lock)) {
            Files.createFile(lock);
        }
        return state(node).take(folder(folder));
    }

    /** What the database holds now: given to the next one that is put back. */
    void backUp() throws SQLException {
        for (String table : TABLES) {
            sql("drop table if exists old_" + table);
            sql("create table old_" + table + " as select * from " + table);
        }
    }

    void putBack() throws SQLException {
        for (String table : TABLES) {
            sql("delete from " + table);
            sql("insert into " + table + " select * from old_" + table);
        }
    }

    /** As if the database's clock had gone on: whoever has the turn was not heard of for too long. */
    void leaseRunsOut() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.createStatement().executeUpdate("update contact_sync_turn set ends_at = current_timestamp");
        }
    }

    void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.createStatement().executeUpdate(statement);
        }
    }

    Path write(String node, String path, String text) throws IOException {
        Path file = folder(node).resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** All that nodes share, by name. */
    Map<String, String> files(String node) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder(node))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String path = folder(node).relativize(file).toString();
                if (!path.equals("mirror") && !path.equals("lock")) {
                    files.put(path, Files.readString(file));
                }
            }
        }
        return files;
    }

    private Connection connect() throws SQLException {
        if (fault == Fault.AWAY) {
            throw new SQLException("connection refused");
        }
        Connection real = DriverManager.getConnection(url);
        return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (fault != null && method.getName().equals("prepareStatement") && fault == Fault.AWAY) {
                        throw new SQLException("connection reset");
                    }
                    if (fault != null && method.getName().equals("commit")) {
                        return lost(real);
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private Object lost(Connection real) throws SQLException {
        Fault now = fault;
        fault = null;
        if (now == Fault.LOST_AFTER) {
            real.commit();
        } else {
            real.rollback();
        }
        throw new SQLException("connection reset while the answer was awaited");
    }

    @Override
    public void close() throws SQLException {
        sql(OTHER.isEmpty() ? "shutdown" : "drop table if exists " + String.join(", ", TABLES) + ", old_"
                + String.join(", old_", TABLES));
    }
}
