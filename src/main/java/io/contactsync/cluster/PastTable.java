package io.contactsync.cluster;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The numbers that turns and their ends had. A folder of a number that is none of them has seen what this database has
 * not, or has lost.
 *
 * @param installation its name
 */
record PastTable(String installation) {

    static final String NAME = "contact_sync_past";

    private static final String CREATE = "create table " + NAME + " (installation varchar(200) not null,"
            + " token bigint not null, given_at timestamp with time zone not null, primary key (installation, token))";
    private static final String OLD = "given_at < current_timestamp - interval '400' day";

    static void create(Connection connection) throws SQLException {
        Tables.create(connection, NAME, CREATE);
    }

    /** A number that the row has, whoever gave it; what comes after it was given before the database was put back. */
    void add(Connection connection, long token) throws SQLException {
        forget(connection, token);
        try (PreparedStatement insert = connection.prepareStatement("insert into " + NAME
                + " values (?, ?, current_timestamp)")) {
            insert.setString(1, installation);
            insert.setLong(2, token);
            insert.executeUpdate();
        }
    }

    private void forget(Connection connection, long from) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from " + NAME
                + " where installation = ? and (token >= ? or " + OLD + ")")) {
            delete.setString(1, installation);
            delete.setLong(2, from);
            delete.executeUpdate();
        }
    }

    /** Whether it is one of them; of what is older than all of them nobody knows better. */
    boolean has(Connection connection, long token) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select max(token) from " + NAME
                + " where installation = ? and token <= ?")) {
            select.setString(1, installation);
            select.setLong(2, token);
            ResultSet row = select.executeQuery();
            row.next();
            long nearest = row.getLong(1);
            return row.wasNull() || nearest == token;
        }
    }
}
