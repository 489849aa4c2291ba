package io.contactsync.cli.status;

import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.SharedFolder;
import io.contactsync.cluster.Cluster;
import io.contactsync.core.Times;
import io.contactsync.journal.JournalException;

/** Which of several nodes has the turn. */
public final class NodesLine {

    private NodesLine() {
    }

    /** In words; null where there is one machine alone. */
    static String read(Configuration configuration) {
        if (configuration.get("cluster.database").isEmpty()) {
            return null;
        }
        try {
            return told(SharedFolder.nodes(configuration));
        } catch (JournalException away) {
            return "! " + away.getMessage();
        }
    }

    /** @throws JournalException if the database cannot be used */
    public static String told(Cluster nodes) {
        return nodes.holder().map(last -> "the node '" + last.node() + "' " + (last.isLive() ? "has the turn since "
                : "had the last turn, from ") + Times.UTC.minute(last.taken()) + (last.isLive() ? "" : " on"))
                .orElse("no node has had a turn yet");
    }
}
