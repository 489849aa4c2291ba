package io.contactsync.cli.tenants;

import io.contactsync.cli.app.App;
import io.contactsync.cli.app.Hub;
import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.cli.configuration.TenantFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The tenants that one process serves, each with routes, component, data folder and schedule of its own. One that
 * cannot be started is told, and the others go on.
 */
public final class Tenants implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("contact-sync");

    private final Hub hub;
    private final SharedByNone claimed = new SharedByNone();
    private final List<App> started = new ArrayList<>();
    private volatile boolean stopped;

    public Tenants(Hub hub) {
        this.hub = hub;
    }

    /**
     * Starts them, one after the other.
     *
     * @return how many run now
     * @throws ConfigurationException if none of them can be started
     */
    public int start(Path folder, CommonOptions common) {
        List<String> reasons = new ArrayList<>();
        for (TenantFile file : TenantFile.in(folder)) {
            if (!stopped) {
                try {
                    start(file, common);
                } catch (ConfigurationException wrong) {
                    reasons.add(wrong.getMessage());
                    LOG.error("tenant={} is not served: {}", file.name(), wrong.getMessage());
                    hub.showOff(file.name(), wrong.getMessage());
                }
            }
        }
        if (started.isEmpty() && !stopped) {
            throw new ConfigurationException("no tenant of '" + folder + "' can be served; the first: "
                    + reasons.get(0));
        }
        return started.size();
    }

    private void start(TenantFile file, CommonOptions common) {
        Configuration configuration = file.read(common);
        claimed.require(file.name(), configuration);
        App app = App.tenant(configuration, file.name());
        started.add(app);
        hub.show(file.name(), app);
    }

    /** From now on nothing new is sent for any of them. */
    public void stop() {
        stopped = true;
        started.forEach(App::stop);
    }

    @Override
    public void close() {
        started.forEach(app -> {
            app.runs().ended().forget();
            app.close();
        });
    }
}
