package io.contactsync.cluster;

import io.contactsync.cluster.Copy.Portion;
import io.contactsync.journal.JournalException;
import io.contactsync.journal.SharedTurn;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** This node's turn: all that it writes is in the database before anything that rests on it is sent. */
final class DatabaseTurn implements SharedTurn {

    private final Session session;
    private final TurnTable turns;
    private final Copy copy;
    private final Lease lease;
    private final Heart heart;
    private long stamp;

    DatabaseTurn(Session session, TurnTable turns, Copy copy, Lease lease, Heart heart) {
        this.session = session;
        this.turns = turns;
        this.copy = copy;
        this.lease = lease;
        this.heart = heart;
    }

    @Override
    public void check() {
        lease.require();
    }

    @Override
    public boolean isOurs() {
        return lease.isRunning();
    }

    @Override
    public void changed(Path file) {
        copy.changed(file);
    }

    @Override
    public void grown(Path file, long size) {
        copy.grown(file, size);
    }

    @Override
    public synchronized void keep() {
        lease.require();
        Portion portion = copy.told();
        if (!portion.isEmpty()) {
            bring(portion);
        }
    }

    /** What the folder is ahead of the database with. */
    synchronized void begin() {
        try {
            keepAll();
            copy.remember(lease.token());
        } catch (IOException unreadable) {
            throw failed(unreadable);
        }
    }

    /** All that differs, told or not. */
    private void keepAll() throws IOException {
        lease.require();
        bring(copy.different());
    }

    private void bring(Portion portion) {
        boolean there = false;
        try {
            commit(portion, ++stamp);
            there = true;
        } catch (SQLException | IOException failed) {
            throw failed(failed);
        } finally {
            if (there) {
                copy.brought(portion);
            } else {
                copy.failed(portion);
            }
        }
    }

    /** Held before, so that nobody else writes, and once more after what may have taken long. */
    private void commit(Portion portion, long mine) throws SQLException, IOException {
        try {
            lease.held(session.transaction(connection -> {
                hold(connection, mine);
                copy.bring(connection, portion);
                long from = lease.now();
                hold(connection, mine);
                return from;
            }));
        } catch (UnclearCommitException unclear) {
            if (!session.transaction(connection -> turns.isStamped(connection, lease.token(), mine))) {
                throw unclear;
            }
        }
    }

    private void hold(Connection connection, long mine) throws SQLException {
        if (!turns.hold(connection, lease.token(), mine)) {
            lease.lose();
            lease.require();
        }
    }

    private static JournalException failed(Exception cause) {
        return new JournalException("what was written cannot be kept in the database of cluster.database, and nothing"
                + " more is sent", cause);
    }

    @Override
    public void close() {
        heart.close();
        synchronized (this) {
            try (session) {
                if (!lease.isLost()) {
                    keepAll();
                    end();
                }
            } catch (SQLException | IOException away) {
                throw failed(away);
            }
        }
    }

    /** The turn is free at once. Whoever dies before the number of its end is remembered compares all files. */
    private void end() throws SQLException, IOException {
        long ended = session.transaction(connection -> turns.end(connection, lease.token()));
        if (ended > 0) {
            copy.remember(ended);
        }
    }
}
