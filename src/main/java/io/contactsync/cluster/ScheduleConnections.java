package io.contactsync.cluster;

import io.contactsync.microsoftgraph.SecretFile;
import org.quartz.utils.ConnectionProvider;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** Quartz's way to the database, where nodes agree on who takes a tick. Quartz makes it, by its properties. */
public final class ScheduleConnections implements ConnectionProvider {

    private String url;
    private String passwordFile = "";
    private Access access;

    public void setUrl(String url) {
        this.url = url;
    }

    public void setPasswordFile(String passwordFile) {
        this.passwordFile = passwordFile;
    }

    /** Makes Quartz's tables where they are missing; another node may do so at the same time. */
    @Override
    public void initialize() throws SQLException {
        access = Access.of(url, passwordFile);
        try (Session session = new Session(access)) {
            try {
                make(session);
            } catch (SQLException perhapsMadeMeanwhile) {
                make(session);
            }
        } catch (IOException unreadable) {
            throw new SQLException(unreadable);
        }
    }

    private static void make(Session session) throws SQLException, IOException {
        session.transaction(connection -> {
            ScheduleTables.create(connection);
            return null;
        });
    }

    @Override
    public Connection getConnection() throws SQLException {
        return access.connect();
    }

    @Override
    public void shutdown() {
        // each connection is closed by whom it was given to
    }
}
