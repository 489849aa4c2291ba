package io.contactsync.cli.tenants;

import io.contactsync.cli.configuration.Configuration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What no two tenants of one process may share: a data folder, the contacts that they hold for theirs, and the queues
 * to their workers. Nobody can say which of two is right, so neither is served.
 *
 * @param all their configurations, by name
 */
record SharedByNone(Map<String, Configuration> all) {

    /** Why that tenant cannot be served, in one sentence. */
    Optional<String> objection(String tenant) {
        Configuration its = all.get(tenant);
        return other(tenant, SharedByNone::data).map(other -> "sync.data must be a folder of its own - '"
                + its.get("sync.data") + "' is also that of the tenant '" + other + "'")
                .or(() -> other(tenant, SharedByNone::marks).map(other -> "sync.instance must differ where two have the"
                        + " same graph.tenant-id - '" + its.get("sync.instance") + "' is also that of the tenant '"
                        + other + "'"))
                .or(() -> its.get("workers.broker").isEmpty() ? Optional.empty() : other(tenant, SharedByNone::queue)
                        .map(other -> "workers.queue must differ where two have the same workers.broker - '"
                                + its.get("workers.queue") + "' is also that of the tenant '" + other + "'"));
    }

    private Optional<String> other(String tenant, Function<Configuration, String> what) {
        String own = what.apply(all.get(tenant));
        return all.keySet().stream().filter(other -> !other.equals(tenant))
                .filter(other -> what.apply(all.get(other)).equals(own)).sorted().findFirst();
    }

    private static String data(Configuration configuration) {
        Path data = Path.of(configuration.get("sync.data")).toAbsolutePath().normalize();
        try {
            return data.toRealPath().toString();
        } catch (IOException notThereYet) {
            return data.toString();
        }
    }

    private static String queue(Configuration configuration) {
        return configuration.get("workers.broker") + " " + configuration.get("workers.queue");
    }

    private static String marks(Configuration configuration) {
        return configuration.get("graph.tenant-id").toLowerCase(Locale.ROOT) + " "
                + configuration.get("sync.instance");
    }
}
