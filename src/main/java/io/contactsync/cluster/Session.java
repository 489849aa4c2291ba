package io.contactsync.cluster;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** One connection at a time, for one transaction after the other; after a failure the next one opens another. */
final class Session implements AutoCloseable {

    private final Connector connector;
    private Connection connection;

    Session(Connector connector) {
        this.connector = connector;
    }

    /** What is done in one transaction. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException, IOException;
    }

    /**
     * All of it, or nothing.
     *
     * @throws UnclearCommitException if nobody knows which
     */
    <T> T transaction(Work<T> work) throws SQLException, IOException {
        boolean whole = false;
        try {
            if (connection == null) {
                connection = connector.connect();
                connection.setAutoCommit(false);
            }
            T result = work.on(connection);
            commit();
            whole = true;
            return result;
        } finally {
            if (!whole) {
                close();
            }
        }
    }

    private void commit() throws SQLException {
        try {
            connection.commit();
        } catch (SQLException lost) {
            throw new UnclearCommitException(lost);
        }
    }

    /** What was not committed is rolled back. */
    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            rollBack(open);
        }
    }

    private static void rollBack(Connection open) {
        try (open) {
            open.rollback();
        } catch (SQLException gone) {
            // the database does the same when it notices that nobody is there
        }
    }
}
