package io.contactsync.cluster;

import io.contactsync.journal.JournalException;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * The begin of a turn. The folder of the node that had the last one is ahead of the database, if it differs at all: it
 * is brought there, unless a journal shows that it is an older copy of itself. Every other folder becomes what the
 * database holds.
 *
 * @param node the name of this one
 */
record Takeover(Connector connector, TurnTable turns, BlockTable blocks, NodeFolder folder, String node) {

    /** How things stood before. */
    private record Before(Holder last, boolean empty) {
    }

    /**
     * Takes the turn.
     *
     * @throws JournalException if another node has it, or the folder is no copy of what the nodes share
     */
    DatabaseTurn by(Lease lease) throws SQLException, IOException {
        Session session = new Session(connector);
        boolean taken = false;
        try {
            makeTables(session);
            FolderIndex index = FolderIndex.read(folder);
            Before before = take(session, index, lease);
            DatabaseTurn turn = begin(session, before, index, lease);
            taken = true;
            return turn;
        } finally {
            if (!taken) {
                giveBack(session, lease);
                session.close();
            }
        }
    }

    /** What cannot be begun is nobody's turn; where that cannot be said, it ends by itself. */
    private void giveBack(Session session, Lease lease) {
        try {
            if (lease.token() > 0) {
                session.transaction(connection -> turns.end(connection, lease.token()));
            }
        } catch (SQLException | IOException away) {
            lease.lose();
        }
    }

    /** Another node may do so at the same time. */
    private void makeTables(Session session) throws SQLException, IOException {
        try {
            make(session);
        } catch (SQLException perhapsMadeMeanwhile) {
            make(session);
        }
    }

    private void make(Session session) throws SQLException, IOException {
        session.transaction(connection -> {
            turns.create(connection);
            BlockTable.create(connection);
            return null;
        });
    }

    private Before take(Session session, FolderIndex index, Lease lease) throws SQLException, IOException {
        return session.transaction(connection -> {
            Holder last = turns.lock(connection);
            boolean empty = blocks.isEmpty(connection);
            requireFree(last, index);
            requireKnown(connection, last, index);
            requireCopy(index, empty);
            lease.taken(TurnTable.after(last.token()), lease.now());
            turns.take(connection, last, lease.token(), node);
            return new Before(last, empty);
        });
    }

    /** Of a process of this very folder, whose lock is ours now, nothing is left. */
    private void requireFree(Holder last, FolderIndex index) throws IOException {
        boolean same = last.node().equals(node);
        if (last.isLive() && !(same && index.isOf(last) && index.isFrom(Origin.of(folder.data())))) {
            throw new JournalException("the node '" + last.node() + "' has the turn since "
                    + last.taken().truncatedTo(ChronoUnit.SECONDS) + (same ? ": another one of that name, or this one"
                    + " before its machine was started anew. This one" : ": this node, '" + node + "',")
                    + " takes it when that one has ended, or was not heard of until "
                    + last.ends().truncatedTo(ChronoUnit.SECONDS));
        }
    }

    /** A folder of a turn that the database does not know is ahead of it, whatever the numbers say. */
    private void requireKnown(Connection connection, Holder last, FolderIndex index) throws SQLException {
        boolean known = !index.isCopy() || index.history().equals(last.history())
                && (index.token() == 0 || index.isOf(last) || turns.isBefore(connection, index.token(), last));
        if (!known) {
            throw new JournalException("the data folder '" + folder.data() + "' knows of a later turn than the"
                    + " database, or of another database: put the right one back, or see high-availability.adoc");
        }
    }

    private void requireCopy(FolderIndex index, boolean empty) throws IOException {
        if (!index.isCopy() && !empty && !folder.marks().isEmpty()) {
            throw new JournalException("the data folder '" + folder.data() + "' has journals or state of its own, and"
                    + " the database has those of other nodes: set sync.data to an empty folder");
        }
    }

    private DatabaseTurn begin(Session session, Before before, FolderIndex index, Lease lease)
            throws SQLException, IOException {
        Heart heart = Heart.beat(connector, turns, lease);
        boolean begun = false;
        try {
            Map<String, NodeFolder.Mark> there = there(session, before, index);
            DatabaseTurn turn = new DatabaseTurn(session, turns,
                    new Copy(folder, blocks, new FolderIndex(before.last.history(), lease.token(),
                            Origin.of(folder.data()), there)), lease, heart);
            turn.begin();
            begun = true;
            return turn;
        } finally {
            if (!begun) {
                heart.close();
            }
        }
    }

    /** A folder that is no copy yet is the one that all others become copies of: requireCopy has seen to that. */
    private Map<String, NodeFolder.Mark> there(Session session, Before before, FolderIndex index)
            throws SQLException, IOException {
        FolderRestore restore = new FolderRestore(folder, blocks);
        if (index.isOf(before.last) && !session.transaction(restore::isBehind)) {
            return index.marks();
        }
        return before.empty && !index.isCopy() ? Map.of() : restored(session, restore, before.last);
    }

    private Map<String, NodeFolder.Mark> restored(Session session, FolderRestore restore, Holder last)
            throws SQLException, IOException {
        new FolderIndex(last.history(), 0, "", Map.of()).write(folder);
        session.transaction(connection -> {
            restore.from(connection);
            return null;
        });
        return folder.marks();
    }
}
