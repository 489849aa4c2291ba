package io.contactsync.cli.app;

import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.Secrets;
import io.contactsync.cli.configuration.SharedFolder;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;

import java.util.Properties;
import java.util.UUID;

/** The configuration as Camel Main takes it, and what this program sets beside it. */
final class CamelSettings {

    /** With so many places a worker begins, so that all get offers before one has many. */
    private static final int FEW = 4;
    /** Who waits for a message looks that often, for nothing: it comes at once. */
    private static final int LOOKS_MILLIS = 10_000;
    private static final String ENDPOINT = "sync.mailbox-endpoint";

    private final Configuration configuration;
    private final Properties properties;

    private CamelSettings(Configuration configuration) {
        this.configuration = configuration;
        this.properties = configuration.properties();
    }

    /** @param files those of the routes, as Camel takes patterns */
    static Properties of(Configuration configuration, Role role, String files) {
        CamelSettings settings = new CamelSettings(configuration);
        settings.ours(role);
        settings.start(files);
        if (role.isManaged()) {
            settings.management();
        } else if (role.isScheduled()) {
            settings.among(role.tenant());
        }
        if (role.isScheduled() && !configuration.get("cluster.database").isEmpty()) {
            settings.amongNodes();
        }
        return settings.properties;
    }

    /** Page, health and metrics of several tenants, and no routes. */
    static Properties ofHub(Configuration configuration) {
        CamelSettings settings = new CamelSettings(configuration);
        settings.properties.keySet().removeIf(key -> !key.toString().startsWith("camel."));
        settings.start("false");
        settings.management();
        return settings.properties;
    }

    /** Camel Main with these settings, and no others. */
    static Main main(Properties settings) {
        Main main = new Main();
        // Camel's own would keep a process that was told to end
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        main.setDefaultPropertyPlaceholderLocation("false");
        main.setOverrideProperties(settings);
        return main;
    }

    private void ours(Role role) {
        configuration.number("sync.mailboxes-in-flight", 1, 1000); // said by its key, before a bean is made with it
        for (String key : Secrets.KEYS) {
            set(key, "");
            set(Configuration.PREFIX + key, "");
        }
        set("contact-sync.fingerprint", configuration.fingerprint().text());
        set("contact-sync.alone", "true");
        set("contact-sync.schedule.enabled", Boolean.toString(role.isScheduled()));
        set("contact-sync.tenant", role.tenant());
        if (!configuration.get("workers.broker").isEmpty()) {
            workers(role);
        }
    }

    /** Mailboxes go over the broker: to a worker's routes, or from the routes of runs. */
    private void workers(Role role) {
        int beside = configuration.number("sync.mailboxes-in-flight", 1, 1000);
        set("contact-sync.workers.works", Boolean.toString(role.isWorker()));
        set("contact-sync.workers.coordinates", Boolean.toString(!role.isWorker()));
        set("contact-sync.workers.offers", Broker.endpoint(configuration, "mailboxes")
                + "?timeToLive=60000&exposeListenerSession=false&asyncStopListener=true"
                + "&receiveTimeout=" + LOOKS_MILLIS
                + "&deliveryPersistent=false&concurrentConsumers=" + Math.min(FEW, beside)
                + "&maxConcurrentConsumers=" + beside); // a broker serves those of one worker after each other
        String own = UUID.randomUUID().toString();
        set("contact-sync.workers.coordinator", role.isWorker() ? "" : own);
        set("contact-sync.workers.letters", Broker.endpoint(configuration, "letters")
                + "?requestTimeout=20000&synchronous=true&deliveryPersistent=false&timeToLive=20000"
                + "&replyToDeliveryPersistent=false" // else a broker writes all contacts to its disk
                + (role.isWorker() ? answers(own) : "&concurrentConsumers=4&asyncStopListener=true&receiveTimeout="
                        + LOOKS_MILLIS + "&selector=RAW(coordinator='" + own + "')"));
        if (role.isWorker()) {
            set("contact-sync.cluster.database", ""); // its own data folder is nobody else's
        } else if (configuration.get(ENDPOINT).equals("direct:contact-sync-sync-mailbox")) {
            set(Configuration.PREFIX + ENDPOINT, "direct:contact-sync-offer-mailbox");
        }
    }

    /**
     * A queue of its own for answers, not a temporary one: that is gone for good when the broker restarts. Who listens
     * there looks once a second, for its end is waited for.
     */
    private String answers(String worker) {
        return "&replyToType=Exclusive&replyTo=" + configuration.get("workers.queue") + ".answers." + worker;
    }

    private void start(String files) {
        set("camel.main.name", "contact-sync");
        set("camel.main.routes-include-pattern", files);
        set("camel.main.jmx-enabled", "false");
        set("camel.main.log-mask", "true");
        set("camel.main.auto-configuration-log-summary", "false");
        set("camel.main.startup-summary-level", "Off");
        set("camel.component.kamelet.location", configuration.routes().folders().kameletLocation());
    }

    /** The log says of whom it speaks, and a schedule of its own takes one thread. */
    private void among(String tenant) {
        set("camel.main.name", "contact-sync-" + tenant);
        set("camel.main.use-mdc-logging", "true");
        quartz("threadPool.threadCount", "1");
    }

    /** One of several nodes takes each tick of the schedule, whatever else a node serves beside it. */
    private void amongNodes() {
        set("camel.component.quartz.prefix-instance-name", "false");
        SharedFolder.schedule(configuration).forEach(this::quartz);
    }

    private void quartz(String key, String value) {
        set("camel.component.quartz.properties[org.quartz." + key + "]", value);
    }

    private void management() {
        set("camel.management.enabled", "true");
        set("camel.management.host", configuration.get("management.host"));
        set("camel.management.port", Integer.toString(configuration.number("management.port", 1, 65535)));
        set("camel.management.health-check-enabled", "true");
        set("camel.management.metrics-enabled", "true");
        set("camel.metrics.enabled", "true");
        // how long each call from route to route takes: of every batch there are several, and nobody asked
        properties.putIfAbsent("camel.metrics.enable-exchange-event-notifier", "false");
    }

    private void set(String key, String value) {
        properties.setProperty(key, value);
    }
}
