package io.contactsync.cluster;

import io.contactsync.journal.FilesAlone;
import io.contactsync.journal.JournalException;
import io.contactsync.journal.SharedState;
import io.contactsync.journal.SharedTurn;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The nodes of an installation, as the configuration has them: one on its own, or several with a database. */
public final class Cluster implements SharedState {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 600;
    private static final int LONGEST_NAME = 100;

    private final DatabaseState database;
    private final String name;

    private Cluster(DatabaseState database, String name) {
        this.database = database;
        this.name = name;
    }

    /**
     * From configuration values.
     *
     * @param url JDBC URL of the database, with the user's name; empty for one machine alone
     * @param passwordFile the file with their password; empty for none
     * @param node the name of this node; empty for the machine's own
     * @param seconds after which a node that is not heard of has lost its turn
     * @param installation what the nodes share, by a name that no other installation has
     * @throws IllegalArgumentException what is wrong, by its key
     */
    public static Cluster of(String url, String passwordFile, String node, int seconds, String installation) {
        if (seconds < SHORTEST || seconds > LONGEST) {
            throw new IllegalArgumentException("cluster.lease-seconds must be " + SHORTEST + ".." + LONGEST
                    + " - was '" + seconds + "'");
        }
        if (node.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("cluster.node must have at most " + LONGEST_NAME
                    + " characters - was '" + node + "'");
        }
        if (url.isBlank()) {
            return new Cluster(null, "");
        }
        String name = name(node);
        return new Cluster(new DatabaseState(Access.of(url, passwordFile), installation, name, seconds), name);
    }

    /** What a node is called; by its machine if the configuration does not say it. */
    static String name(String node) {
        try {
            return node.isBlank() ? InetAddress.getLocalHost().getHostName() : node.strip();
        } catch (UnknownHostException nameless) {
            throw new IllegalArgumentException("cluster.node must be set: this machine has no name", nameless);
        }
    }

    @Override
    public SharedTurn take(Path data) {
        return database == null ? FilesAlone.INSTANCE : database.take(data);
    }

    @Override
    public boolean isShared() {
        return database != null;
    }

    /**
     * Who has the turn, or had it last; empty where there is one machine, or before the first turn.
     *
     * @throws JournalException if the database cannot be used
     */
    public Optional<Holder> holder() {
        try {
            return database == null ? Optional.empty() : Optional.ofNullable(database.holder());
        } catch (SQLException | IOException away) {
            throw new JournalException("the database of cluster.database cannot be used", away);
        }
    }

    /**
     * Whether another node has gone on since then: what failed here is not the last word.
     *
     * @throws JournalException if the database cannot be used
     */
    public boolean hasGoneOn(Instant since) {
        return holder().filter(last -> !last.node().equals(name) && last.taken().isAfter(since)).isPresent();
    }
}
