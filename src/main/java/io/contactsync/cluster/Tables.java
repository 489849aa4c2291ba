package io.contactsync.cluster;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes tables where they are missing: where they are there, nobody needs the right to make any. */
final class Tables {

    private Tables() {
    }

    static void create(Connection connection, String name, String statement) throws SQLException {
        if (!isThere(connection, name)) {
            try (Statement create = connection.createStatement()) {
                create.execute(statement);
            }
        }
    }

    /** H2 writes names of its own in capital letters. */
    static boolean isThere(Connection connection, String name) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE",
            "BASE TABLE"})) {
            while (tables.next()) {
                if (tables.getString("TABLE_NAME").equalsIgnoreCase(name)) {
                    return true;
                }
            }
            return false;
        }
    }
}
