package io.contactsync.cli.app;

import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.cli.page.HostNames;
import io.contactsync.cli.page.PageServer;
import io.contactsync.cli.page.Pages;
import io.contactsync.cli.page.Site;
import io.contactsync.cli.page.TenantPages;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.main.Main;

import java.util.List;

/** Page, health and metrics of several tenants, on one port: a Camel without routes. */
public final class Hub implements AutoCloseable {

    private final Main main;
    private final TenantPages pages = new TenantPages();

    private Hub(Main main) {
        this.main = main;
    }

    /**
     * Serves them from now on, of no tenant yet.
     *
     * @param configuration where host and port stand
     * @throws ConfigurationException if they cannot be served
     */
    public static Hub start(Configuration configuration) {
        Main main = CamelSettings.main(CamelSettings.ofHub(configuration));
        Hub hub = new Hub(main);
        try {
            main.start();
            Metrics.addRegistry(main.getCamelContext().getRegistry().findSingleByType(MeterRegistry.class));
            PageServer.begin(main.getCamelContext(), configuration.number("management.port", 1, 65535),
                    new Site(HostNames.of(configuration), hub.pages));
            return hub;
        } catch (Exception failed) {
            hub.close();
            throw new ConfigurationException(new StartFailure(failed, configuration).sentence());
        }
    }

    /** Shows that these tenants come. */
    public void expect(List<String> tenants) {
        pages.expect(tenants);
    }

    /** Shows a tenant whose routes run. */
    public void show(String tenant, App app) {
        Role role = Role.tenant(tenant);
        pages.add(tenant, new Pages(Watching.of(app, role).watched()));
        RunHealth.all(app, role).forEach(health()::register);
    }

    /** Shows a tenant that is not served, and why. */
    public void showOff(String tenant, String reason) {
        pages.off(tenant, reason);
        health().register(RunHealth.off(tenant, reason));
    }

    private HealthCheckRegistry health() {
        return HealthCheckRegistry.get(main.getCamelContext());
    }

    @Override
    public void close() {
        main.stop();
    }
}
