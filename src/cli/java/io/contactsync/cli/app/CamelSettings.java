package io.contactsync.cli.app;

import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.Secrets;

import java.util.Properties;

/** The configuration as Camel Main takes it, and what this program sets beside it. */
final class CamelSettings {

    private final Configuration configuration;
    private final Properties properties;

    private CamelSettings(Configuration configuration) {
        this.configuration = configuration;
        this.properties = configuration.properties();
    }

    /** @param files those of the routes, as Camel takes patterns */
    static Properties of(Configuration configuration, boolean scheduled, String files) {
        CamelSettings settings = new CamelSettings(configuration);
        settings.ours(scheduled);
        settings.start(files);
        if (scheduled) {
            settings.management();
        }
        return settings.properties;
    }

    private void ours(boolean scheduled) {
        configuration.number("sync.mailboxes-in-flight", 1, 1000); // said by its key, before a bean is made with it
        for (String key : Secrets.KEYS) {
            set(key, "");
            set(Configuration.PREFIX + key, "");
        }
        set("contact-sync.fingerprint", configuration.fingerprint().text());
        set("contact-sync.alone", "true");
        set("contact-sync.schedule.enabled", Boolean.toString(scheduled));
    }

    private void start(String files) {
        set("camel.main.name", "contact-sync");
        set("camel.main.routes-include-pattern", files);
        set("camel.main.jmx-enabled", "false");
        set("camel.main.log-mask", "true");
        set("camel.main.auto-configuration-log-summary", "false");
        set("camel.main.startup-summary-level", "Off");
        set("camel.component.kamelet.location", "file:" + configuration.routes() + "/kamelets");
    }

    private void management() {
        set("camel.management.enabled", "true");
        set("camel.management.host", configuration.get("management.host"));
        set("camel.management.port", Integer.toString(configuration.number("management.port", 1, 65535)));
        set("camel.management.health-check-enabled", "true");
        set("camel.management.metrics-enabled", "true");
        set("camel.metrics.enabled", "true");
    }

    private void set(String key, String value) {
        properties.setProperty(key, value);
    }
}
