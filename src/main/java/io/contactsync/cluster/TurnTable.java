package io.contactsync.cluster;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * One row for each installation: whose turn it is, by a number that only grows, and until when, by the database's
 * clock. Whoever writes anything of that installation first holds the row by that number, in the same transaction. The
 * numbers grow by chance, so that a database that was put back gives none of them a second time.
 *
 * @param installation its name
 * @param seconds how long a turn lasts that nobody holds again
 */
record TurnTable(String installation, int seconds) {

    static final String NAME = "contact_sync_turn";

    private static final String CREATE = "create table " + NAME + " (installation varchar(200) primary key,"
            + " history varchar(36) not null, token bigint not null, node varchar(200) not null,"
            + " taken_at timestamp with time zone not null, ends_at timestamp with time zone not null,"
            + " stamp bigint not null)";

    private static final SecureRandom CHANCE = new SecureRandom();

    /** The table, and the row if there is none; another node that makes them at the same time makes this fail. */
    void create(Connection connection) throws SQLException {
        Tables.create(connection, NAME, CREATE);
        PastTable.create(connection);
        if (look(connection) == null) {
            begin(connection);
        }
    }

    /** A number for a turn, or for its end. */
    static long after(long token) {
        return token + 1 + CHANCE.nextInt(Integer.MAX_VALUE);
    }

    private PastTable past() {
        return new PastTable(installation);
    }

    /** In a transaction PostgreSQL's current_timestamp stands still. */
    private static String now(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL") ? "clock_timestamp()"
                : "current_timestamp";
    }

    /** The row, which nobody else changes before this transaction ends. */
    Holder lock(Connection connection) throws SQLException {
        return read(connection, " for update");
    }

    /** The row, as it is; null if there is none yet. */
    Holder look(Connection connection) throws SQLException {
        return read(connection, "");
    }

    private Holder read(Connection connection, String how) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select history, token, node, taken_at, ends_at,"
                + " case when ends_at > " + now(connection) + " then 1 else 0 end from " + NAME
                + " where installation = ?" + how)) {
            select.setString(1, installation);
            ResultSet row = select.executeQuery();
            return !row.next() ? null : new Holder(row.getString(1), row.getLong(2), row.getString(3),
                    row.getObject(4, OffsetDateTime.class).toInstant(),
                    row.getObject(5, OffsetDateTime.class).toInstant(), row.getInt(6) == 1);
        }
    }

    private void begin(Connection connection) throws SQLException {
        String now = now(connection);
        try (PreparedStatement insert = connection.prepareStatement("insert into " + NAME
                + " values (?, ?, 0, '', " + now + ", " + now + ", 0)")) {
            insert.setString(1, installation);
            insert.setString(2, UUID.randomUUID().toString());
            insert.executeUpdate();
        }
    }

    /** Whether a turn, or an end of one, comes before that in this very database. */
    boolean isBefore(Connection connection, long token, Holder last) throws SQLException {
        return token < last.token() && past().has(connection, token);
    }

    /** The next turn, by that number, is that node's. */
    void take(Connection connection, Holder before, long token, String node) throws SQLException {
        past().add(connection, before.token());
        past().add(connection, token);
        String now = now(connection);
        try (PreparedStatement update = connection.prepareStatement("update " + NAME + " set token = ?, node = ?,"
                + " taken_at = " + now + ", ends_at = " + end(now) + ", stamp = 0 where installation = ?")) {
            update.setLong(1, token);
            update.setString(2, node);
            update.setString(3, installation);
            update.executeUpdate();
        }
    }

    private String end(String now) {
        return now + " + interval '" + seconds + "' second";
    }

    /**
     * Holds a turn from now on for as long as a turn lasts.
     *
     * @param stamp tells this transaction from others of the turn
     * @return whether it is still that turn
     */
    boolean hold(Connection connection, long token, long stamp) throws SQLException {
        return update(connection, end(now(connection)) + ", stamp = " + stamp, token);
    }

    /** The same beside other transactions of the turn. */
    boolean renew(Connection connection, long token) throws SQLException {
        return update(connection, end(now(connection)), token);
    }

    /** Ends a turn: the number of its end. If it is another's meanwhile, 0, and nothing is done. */
    long end(Connection connection, long token) throws SQLException {
        long ended = after(token);
        if (!update(connection, now(connection) + ", token = " + ended, token)) {
            return 0;
        }
        past().add(connection, ended);
        return ended;
    }

    private boolean update(Connection connection, String values, long token) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update " + NAME + " set ends_at = " + values
                + " where installation = ? and token = ?")) {
            update.setString(1, installation);
            update.setLong(2, token);
            return update.executeUpdate() == 1;
        }
    }

    /** Whether a transaction of a turn was committed; waits for it if it is still under way. */
    boolean isStamped(Connection connection, long token, long stamp) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select token, stamp from " + NAME
                + " where installation = ? for update")) {
            select.setString(1, installation);
            ResultSet row = select.executeQuery();
            return row.next() && row.getLong(1) == token && row.getLong(2) == stamp;
        }
    }
}
