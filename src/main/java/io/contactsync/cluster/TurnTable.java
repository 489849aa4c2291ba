package io.contactsync.cluster;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * One row for each installation: whose turn it is, by a number that only grows, and until when, by the database's
 * clock. Whoever writes anything of that installation first holds the row by that number, in the same transaction.
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

    static void create(Connection connection) throws SQLException {
        Tables.create(connection, NAME, CREATE);
    }

    /** In a transaction PostgreSQL's current_timestamp stands still. */
    private static String now(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL") ? "clock_timestamp()"
                : "current_timestamp";
    }

    /** The row, which nobody else changes before this transaction ends; null if there is none yet. */
    Holder lock(Connection connection) throws SQLException {
        return read(connection, " for update");
    }

    /** The row, as it is. */
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

    /** The row of an installation that had none; another node that makes it at the same time makes this fail. */
    Holder begin(Connection connection) throws SQLException {
        String now = now(connection);
        try (PreparedStatement insert = connection.prepareStatement("insert into " + NAME
                + " values (?, ?, 0, '', " + now + ", " + now + ", 0)")) {
            insert.setString(1, installation);
            insert.setString(2, UUID.randomUUID().toString());
            insert.executeUpdate();
        }
        return lock(connection);
    }

    /** The next turn is that node's. */
    void take(Connection connection, Holder before, String node) throws SQLException {
        String now = now(connection);
        try (PreparedStatement update = connection.prepareStatement("update " + NAME + " set token = ?, node = ?,"
                + " taken_at = " + now + ", ends_at = " + end(now) + ", stamp = 0 where installation = ?")) {
            update.setLong(1, before.token() + 1);
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

    /** Ends a turn; if it is another's meanwhile, nothing is done. */
    void end(Connection connection, long token) throws SQLException {
        update(connection, now(connection), token);
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
