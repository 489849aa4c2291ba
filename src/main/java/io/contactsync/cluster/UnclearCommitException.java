package io.contactsync.cluster;

import java.sql.SQLException;

/** The connection ended while the database was asked to commit: it may have done so or not. */
final class UnclearCommitException extends SQLException {

    private static final long serialVersionUID = 1L;

    UnclearCommitException(SQLException cause) {
        super("the answer to a commit is lost", cause);
    }
}
