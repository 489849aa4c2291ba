package io.contactsync.cli;

import io.contactsync.kamelet.KnownParameters;
import io.contactsync.kamelet.LiteralParameters;
import io.contactsync.microsoftgraph.MicrosoftGraphComponent;
import io.contactsync.notify.Notices;
import io.contactsync.run.Progress;
import io.contactsync.run.RunRequest;
import io.contactsync.run.RunSettings;
import io.contactsync.run.RunReport;
import io.contactsync.run.Runs;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** The routes, running: Camel Main with the effective configuration. */
final class App implements AutoCloseable {

    private static final String TARGETS = "list-targets-";
    private static final String ROUTES = "file:routes/**/*.camel.yaml";

    private final Main main;
    private final Configuration configuration;

    private App(Main main, Configuration configuration) {
        this.main = main;
        this.configuration = configuration;
    }

    /**
     * Starts the routes.
     *
     * @param scheduled whether the schedule runs, with health and metrics
     * @throws ConfigurationException if they cannot be started with this configuration
     */
    static App start(Configuration configuration, boolean scheduled) {
        return start(configuration, scheduled, Instant.now());
    }

    /** @param now what certificate and schedule are seen from */
    static App start(Configuration configuration, boolean scheduled, Instant now) {
        requireCredential(configuration);
        ConfigurationValues.check(configuration, now);
        Main main = new Main();
        main.setShutdownStrategy(new SimpleMainShutdownStrategy()); // Camel's own would keep a process that was told to end
        main.bind("literal-secrets", new LiteralSecrets(configuration));
        main.setDefaultPropertyPlaceholderLocation("false");
        main.setOverrideProperties(properties(configuration, scheduled));
        LiteralParameters.in(main);
        main.addMainListener(new OwnSettings());
        App app = new App(main, configuration);
        try {
            main.start();
            KnownParameters.require(app.context());
            app.checkRoutes(configuration);
            app.certificate().ifPresent(certificate -> warn(certificate, now));
            configuration.warnings().forEach(System.err::println);
            app.shareMeters();
            app.shareHealth();
            Watching.begin(app, configuration, scheduled);
            return app;
        } catch (Exception failed) {
            app.close();
            throw new ConfigurationException(new StartFailure(failed, configuration).sentence());
        }
    }

    private static void warn(CertificateLife certificate, Instant now) {
        certificate.requireValid(now);
        certificate.warning(now).ifPresent(sentence -> System.err.println("warning: " + sentence));
    }

    /** The certificate that the application signs in with; none if it does so with a secret. */
    Optional<CertificateLife> certificate() {
        return Optional.ofNullable(graph().certificate()).map(CertificateLife::of);
    }

    private static void requireCredential(Configuration configuration) {
        for (String key : List.of("graph.tenant-id", "graph.client-id")) {
            if (configuration.get(key).isEmpty()) {
                throw new ConfigurationException(key + " is not set: fill in the first lines of config/application.properties, or try 'contact-sync sandbox'");
            }
        }
        if (List.of("graph.client-secret", "graph.client-secret-file", "graph.certificate").stream().allMatch(key -> configuration.get(key).isEmpty())) {
            throw new ConfigurationException("neither graph.client-secret nor graph.client-secret-file nor graph.certificate is set:"
                    + " export GRAPH_CLIENT_SECRET, or name a file");
        }
    }

    private static Properties properties(Configuration configuration, boolean scheduled) {
        Properties properties = configuration.properties();
        Secrets.KEYS.forEach(key -> properties.setProperty(key, ""));
        properties.setProperty("contact-sync.fingerprint", configuration.fingerprint());
        properties.setProperty("schedule.enabled", Boolean.toString(scheduled));
        properties.setProperty("camel.main.name", "contact-sync");
        properties.setProperty("camel.main.routes-include-pattern", ROUTES);
        properties.setProperty("camel.main.jmx-enabled", "false");
        properties.setProperty("camel.main.log-mask", "true");
        properties.setProperty("camel.main.auto-configuration-log-summary", "false");
        properties.setProperty("camel.main.startup-summary-level", "Off");
        properties.setProperty("camel.component.kamelet.location", "file:routes/kamelets");
        String inFlight = Integer.toString(configuration.number("sync.mailboxes-in-flight", 1, 1000));
        properties.setProperty("camel.threadpool.config[mailboxes-in-flight].id", "mailboxes-in-flight");
        properties.setProperty("camel.threadpool.config[mailboxes-in-flight].pool-size", inFlight);
        properties.setProperty("camel.threadpool.config[mailboxes-in-flight].max-pool-size", inFlight);
        properties.setProperty("camel.threadpool.config[mailboxes-in-flight].max-queue-size", "-1");
        if (scheduled) {
            properties.setProperty("camel.management.enabled", "true");
            properties.setProperty("camel.management.host", configuration.get("management.host"));
            properties.setProperty("camel.management.port", Integer.toString(configuration.number("management.port", 1, 65535)));
            properties.setProperty("camel.management.health-check-enabled", "true");
            properties.setProperty("camel.management.metrics-enabled", "true");
            properties.setProperty("camel.metrics.enabled", "true");
        }
        return properties;
    }

    /** What is counted without Camel shows where Camel's metrics show. */
    private void shareMeters() {
        MeterRegistry registry = context().getRegistry().findSingleByType(MeterRegistry.class);
        if (registry != null) {
            Metrics.addRegistry(registry);
        }
    }

    /** Where health is served, it tells of runs that failed. */
    private void shareHealth() {
        HealthCheckRegistry registry = HealthCheckRegistry.get(context());
        if (registry != null) {
            registry.register(new RunHealth(() -> runs().last()));
        }
    }

    private void checkRoutes(Configuration configuration) {
        checkTargets(configuration);
        checkSources();
        checkChannels();
        String endpoint = configuration.get("sync.mailbox-endpoint");
        String called = endpoint.replaceFirst("^direct:(//)?", "direct://").replaceFirst("\\?.*", "");
        if (endpoint.startsWith("direct:") && context().getRoutes().stream().noneMatch(route -> route.getEndpoint().getEndpointUri().equals(called))) {
            throw new ConfigurationException("sync.mailbox-endpoint must lead to the route sync-mailbox, as direct:sync-mailbox does, but no route begins with"
                    + " it - was '" + endpoint + "'");
        }
    }

    private void checkChannels() {
        for (String channel : bean("notices", Notices.class).channels()) {
            if (context().getRoute("notify-" + channel) == null) {
                throw new ConfigurationException("notify.channels names '" + channel + "', but no file in routes/notify has the route notify-" + channel);
            }
        }
    }

    private void checkTargets(Configuration configuration) {
        String rule = configuration.get("targets.from");
        if (context().getRoute(TARGETS + rule) == null) {
            String known = context().getRoutes().stream().map(Route::getRouteId).filter(id -> id.startsWith(TARGETS)).map(id -> id.substring(TARGETS.length())).sorted()
                    .collect(Collectors.joining(", "));
            throw new ConfigurationException("targets.from must be one of " + known + " - was '" + rule + "'");
        }
    }

    private void checkSources() {
        for (String source : settings().sources()) {
            if (context().getRoute("source-" + source) == null) {
                throw new ConfigurationException("sync.sources names '" + source + "', but no file in routes/sources has the route source-" + source);
            }
        }
    }

    /**
     * Synchronises once.
     *
     * @throws io.contactsync.journal.JournalException if it cannot even begin
     */
    RunReport sync(RunRequest request) {
        try (ProducerTemplate template = context().createProducerTemplate()) {
            return template.requestBody("direct:run-sync", request, RunReport.class);
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    /** How far the run in progress is, or the latest one. */
    Progress progress() {
        return runs().progress();
    }

    /** The Graph component, for its counters and its token. */
    MicrosoftGraphComponent graph() {
        return context().getComponent("microsoft-graph", MicrosoftGraphComponent.class);
    }

    /** From now on nothing new is sent, and nobody waits for Graph's leave to send. */
    void stop() {
        runs().stop();
        graph().stopWaiting();
    }

    /** What it was started with. */
    Configuration configuration() {
        return configuration;
    }

    RunSettings settings() {
        return bean("runSettings", RunSettings.class);
    }

    CamelContext context() {
        return main.getCamelContext();
    }


    Runs runs() {
        return bean("runs", Runs.class);
    }

    private <T> T bean(String name, Class<T> type) {
        return context().getRegistry().lookupByNameAndType(name, type);
    }

    @Override
    public void close() {
        main.stop();
    }
}
