package io.contactsync.cluster;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to the database that the nodes share. */
@FunctionalInterface
interface Connector {

    /** A new one. */
    Connection connect() throws SQLException;
}
