package io.contactsync.cli.configuration;

import io.contactsync.cluster.Cluster;
import io.contactsync.cluster.SharedSchedule;
import io.contactsync.journal.RunLock;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/** The data folder for those who change it beside runs: on this machine, and on all that share it. */
public final class SharedFolder {

    private SharedFolder() {
    }

    /**
     * Takes its lock, and the turn of this node.
     *
     * @throws ConfigurationException if a key is wrong
     * @throws io.contactsync.journal.JournalException if a run is under way, here or elsewhere
     */
    public static RunLock take(Configuration configuration) {
        return RunLock.take(Path.of(configuration.get("sync.data")), nodes(configuration));
    }

    /**
     * A person's decision, which may be made beside a run of this machine; where others share the folder, not beside
     * one of theirs.
     */
    public static <T> T decided(Configuration configuration, Supplier<T> decision) {
        if (configuration.get("cluster.database").isEmpty()
                || RunLock.isTaken(Path.of(configuration.get("sync.data")))) {
            return decision.get();
        }
        try (RunLock lock = take(configuration)) {
            lock.check();
            return decision.get();
        }
    }

    /** @throws ConfigurationException if a key is wrong */
    public static Cluster nodes(Configuration configuration) {
        try {
            return Cluster.of(configuration.get("cluster.database"), configuration.get("cluster.password-file"),
                    configuration.get("cluster.node"), seconds(configuration), installation(configuration));
        } catch (IllegalArgumentException wrong) {
            throw new ConfigurationException(wrong.getMessage());
        }
    }

    /** Quartz's properties, by which one of the nodes takes each tick of the schedule. */
    public static Map<String, String> schedule(Configuration configuration) {
        return SharedSchedule.properties(configuration.get("cluster.database"),
                configuration.get("cluster.password-file"), configuration.get("cluster.node"), seconds(configuration),
                installation(configuration));
    }

    private static int seconds(Configuration configuration) {
        return configuration.number("cluster.lease-seconds", 1, Integer.MAX_VALUE);
    }

    private static String installation(Configuration configuration) {
        return configuration.get("graph.tenant-id") + "/" + configuration.get("sync.instance");
    }
}
