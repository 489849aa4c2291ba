package io.contactsync.cluster;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Set;

/** Makes tables where they are missing: where they are there, nobody needs the right to make any. */
final class Tables {

    /** What PostgreSQL and H2 answer of a table that is not there. */
    private static final Set<String> MISSING = Set.of("42P01", "42S02", "42S04");

    private Tables() {
    }

    static void create(Connection connection, String name, String statement) throws SQLException {
        if (!isThere(connection, name)) {
            try (Statement create = connection.createStatement()) {
                create.execute(statement);
            }
        }
    }

    /** Whether our statements find it; what others have in schemas of their own is not looked at. */
    static boolean isThere(Connection connection, String name) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement select = connection.createStatement()) {
            select.executeQuery("select 1 from " + name + " where 1 = 0");
            return true;
        } catch (SQLException refused) {
            if (!MISSING.contains(refused.getSQLState())) {
                throw refused;
            }
            connection.rollback(before);
            return false;
        }
    }
}
