package io.contactsync.cli.tenants;

import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.ConfigurationException;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What no two tenants of one process may share: a data folder, and the contacts that they hold for theirs. */
final class SharedByNone {

    private final Map<String, String> owners = new HashMap<>();

    /** @throws ConfigurationException if another tenant has one of these already */
    void require(String tenant, Configuration configuration) {
        Path data = Path.of(configuration.get("sync.data")).toAbsolutePath().normalize();
        String instance = configuration.get("sync.instance");
        take("data " + data, tenant, "sync.data must be a folder of its own - '" + configuration.get("sync.data")
                + "' is also that of the tenant ");
        take("marks " + configuration.get("graph.tenant-id") + " " + instance, tenant,
                "sync.instance must differ where two have the same graph.tenant-id - '" + instance
                        + "' is also that of the tenant ");
    }

    private void take(String what, String tenant, String sentence) {
        String other = owners.putIfAbsent(what, tenant);
        if (other != null) {
            throw new ConfigurationException(sentence + "'" + other + "'");
        }
    }
}
