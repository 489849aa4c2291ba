package io.contactsync.cluster;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Quartz's properties for nodes that share a schedule: one of them takes each tick. In a process Quartz knows one way
 * to a database by each name, so that of each of several tenants has one of its own.
 */
public final class SharedSchedule {

    private static final String SOURCE = "contactSync-";
    /** So many times in the time after which others take a node for dead. */
    private static final int BEATS = 4;

    private SharedSchedule() {
    }

    /**
     * Those properties.
     *
     * @param url JDBC URL of the database
     * @param passwordFile the file with the password; may be empty
     * @param node the name of this node; empty for the machine's own
     * @param seconds after which a node that is not heard of has lost its turn
     * @param installation what the nodes share
     */
    public static Map<String, String> properties(String url, String passwordFile, String node, int seconds,
            String installation) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("scheduler.instanceName", "contact-sync/" + installation);
        properties.put("scheduler.instanceId", Cluster.name(node));
        properties.put("jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
        properties.put("jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
        properties.put("jobStore.isClustered", "true");
        properties.put("jobStore.clusterCheckinInterval", "" + TimeUnit.SECONDS.toMillis(seconds) / BEATS);
        properties.put("jobStore.tablePrefix", ScheduleTables.PREFIX);
        String name = SOURCE + UUID.nameUUIDFromBytes(installation.getBytes(StandardCharsets.UTF_8));
        properties.put("jobStore.dataSource", name);
        properties.put("threadPool.threadCount", "1");
        String source = "dataSource." + name + ".";
        properties.put(source + "connectionProvider.class", ScheduleConnections.class.getName());
        properties.put(source + "url", url);
        properties.put(source + "passwordFile", passwordFile);
        properties.values().removeIf(String::isBlank);
        return properties;
    }
}
