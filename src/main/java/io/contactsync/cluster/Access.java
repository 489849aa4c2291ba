package io.contactsync.cluster;

import io.contactsync.microsoftgraph.SecretFile;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;

/**
 * How the database is reached: soon given up, for a node that waits sends nothing.
 *
 * @param url its JDBC URL, which says who signs in
 * @param password theirs; empty for none
 */
record Access(String url, String password) implements Connector {

    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final String H2 = "jdbc:h2:";
    private static final String SECONDS = "10";

    /** @throws IllegalArgumentException by its key, if it is no database that this was tried with */
    Access {
        if (!url.startsWith(POSTGRESQL) && !url.startsWith(H2)) {
            throw new IllegalArgumentException("cluster.database must begin with " + POSTGRESQL + " or " + H2);
        }
        if (url.toLowerCase(Locale.ROOT).contains("password=")) {
            throw new IllegalArgumentException("cluster.database must hold no password: it belongs into the file of"
                    + " cluster.password-file");
        }
    }

    /**
     * By configuration values.
     *
     * @param passwordFile the file with the password; empty for none
     */
    static Access of(String url, String passwordFile) {
        return new Access(url.strip(), passwordFile.isBlank() ? ""
                : SecretFile.named("cluster.password-file", passwordFile.strip()).read());
    }

    @Override
    public Connection connect() throws SQLException {
        Properties options = new Properties();
        if (!password.isEmpty()) {
            options.setProperty("password", password);
        }
        if (url.startsWith(POSTGRESQL)) {
            options.setProperty("connectTimeout", SECONDS);
            options.setProperty("loginTimeout", SECONDS);
            options.setProperty("socketTimeout", SECONDS);
        }
        return DriverManager.getConnection(url, options);
    }

    @Override
    public String toString() {
        return "the database of cluster.database";
    }
}
