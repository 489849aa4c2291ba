package io.contactsync.cluster;

import io.contactsync.journal.JournalException;
import io.contactsync.journal.SharedState;
import io.contactsync.journal.SharedTurn;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Data folders of several nodes, kept the same by a database: one of them works, the next goes on where it ended. */
final class DatabaseState implements SharedState {

    private final Connector connector;
    private final TurnTable turns;
    private final BlockTable blocks;
    private final String node;

    /**
     * @param installation what the nodes share, by a name that no other installation has
     * @param node the name of this one
     * @param seconds how long a turn lasts that nobody holds again
     */
    DatabaseState(Connector connector, String installation, String node, int seconds) {
        this.connector = connector;
        this.turns = new TurnTable(installation, seconds);
        this.blocks = new BlockTable(installation);
        this.node = node;
    }

    @Override
    public SharedTurn take(Path data) {
        try {
            return new Takeover(connector, turns, blocks, NodeFolder.of(data), node)
                    .by(new Lease(node, turns.seconds(), System::nanoTime, System::currentTimeMillis));
        } catch (SQLException away) {
            throw new JournalException("the database of cluster.database cannot be used, and no run begins without it",
                    away);
        } catch (IOException unusable) {
            throw new JournalException("the data folder '" + data + "' cannot be brought to what the other nodes have",
                    unusable);
        }
    }

    /** Who has the turn, or had it last; null before the first. */
    Holder holder() throws SQLException, IOException {
        try (Session session = new Session(connector)) {
            return session.transaction(connection -> Tables.isThere(connection, TurnTable.NAME)
                    ? turns.look(connection) : null);
        }
    }
}
