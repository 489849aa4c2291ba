package io.contactsync.cli.tenants;

import io.contactsync.cli.app.App;
import io.contactsync.cli.app.Hub;
import io.contactsync.cli.configuration.CommonOptions;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.cli.configuration.TenantFile;
import io.contactsync.run.EndedRuns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tenants that one process serves, each with routes, component, data folder and schedule of its own. One that
 * cannot be started is told, and the others go on.
 */
public final class Tenants implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("contact-sync");

    private final Hub hub;
    private final List<App> started = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
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
        Map<String, Configuration> readable = new TreeMap<>();
        List<TenantFile> files = TenantFile.in(folder);
        hub.expect(files.stream().map(TenantFile::name).toList());
        files.forEach(file -> orTell(file.name(), () -> readable.put(file.name(), file.read(common))));
        SharedByNone claims = new SharedByNone(readable);
        readable.forEach((name, configuration) -> orTell(name, () -> {
            claims.objection(name).ifPresent(sentence -> {
                throw new ConfigurationException(sentence);
            });
            start(name, configuration);
        }));
        if (started.isEmpty() && !stopped) {
            throw new ConfigurationException("no tenant of '" + folder + "' can be served; the first: "
                    + reasons.get(0));
        }
        return started.size();
    }

    /** What is wrong with one tenant is told, and nobody else's. */
    private void orTell(String name, Runnable what) {
        try {
            what.run();
        } catch (RuntimeException wrong) {
            String reason = wrong instanceof ConfigurationException ? wrong.getMessage() : wrong.toString();
            reasons.add(reason);
            LOG.error("tenant={} is not served: {}", name, reason);
            hub.showOff(name, reason);
        }
    }

    private void start(String name, Configuration configuration) {
        if (stopped) {
            return;
        }
        App app = App.tenant(configuration, name);
        started.add(app);
        hub.show(name, app);
    }

    /** Those that are not started yet are left out. */
    public void startNoMore() {
        stopped = true;
    }

    /** From now on nothing new is sent for any of them. */
    public void stop() {
        startNoMore();
        started.forEach(App::stop);
    }

    @Override
    public void close() {
        started.forEach(app -> {
            EndedRuns ended = app.runs().ended();
            app.close();
            ended.forget();
        });
    }
}
