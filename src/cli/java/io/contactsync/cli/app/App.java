package io.contactsync.cli.app;

import io.contactsync.cli.access.CertificateLife;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.cli.configuration.ConfigurationValues;
import io.contactsync.cli.configuration.RouteFiles;
import io.contactsync.cli.configuration.Secrets;
import io.contactsync.cli.process.Starting;
import io.contactsync.kamelet.KnownParameters;
import io.contactsync.kamelet.LiteralParameters;
import io.contactsync.microsoftgraph.MicrosoftGraphComponent;
import io.contactsync.notify.Notices;
import io.contactsync.run.Progress;
import io.contactsync.run.RunReport;
import io.contactsync.run.RunRequest;
import io.contactsync.run.RunSettings;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** The routes, running: Camel Main with the effective configuration. */
public final class App implements AutoCloseable {

    private static final String TARGETS = "list-targets-";
    private static final List<String> CREDENTIALS =
            List.of("graph.client-secret", "graph.client-secret-file", "graph.certificate");

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
    public static App start(Configuration configuration, boolean scheduled) {
        return start(configuration, scheduled, Instant.now());
    }

    /** @param now what certificate and schedule are seen from */
    static App start(Configuration configuration, boolean scheduled, Instant now) {
        requireCredential(configuration);
        ConfigurationValues.check(configuration, now);
        App app = open(configuration, scheduled, new RouteFiles(configuration.routes()).all());
        try {
            app.mistakes(configuration).stream().findFirst().ifPresent(mistake -> {
                throw new ConfigurationException(mistake);
            });
            app.certificate().ifPresent(certificate -> warn(certificate, now));
            configuration.warnings().forEach(System.err::println);
            app.shareMeters();
            app.shareHealth();
            Watching.begin(app, configuration, scheduled);
            return app;
        } catch (RuntimeException failed) {
            app.close();
            throw new ConfigurationException(new StartFailure(failed, configuration).sentence());
        }
    }

    /**
     * Starts some routes, and looks at nothing but what they need to start.
     *
     * @param files the files they stand in, as Camel takes patterns
     * @throws ConfigurationException if they cannot be started with this configuration
     */
    public static App open(Configuration configuration, boolean scheduled, String files) {
        if (!scheduled) {
            Starting.tell();
        }
        Main main = new Main();
        main.setShutdownStrategy(new SimpleMainShutdownStrategy()); // Camel's own would keep a process that was told to end
        main.bind("literal-secrets", new LiteralSecrets(configuration));
        main.setDefaultPropertyPlaceholderLocation("false");
        main.setOverrideProperties(properties(configuration, scheduled, files));
        LiteralParameters.in(main);
        main.addMainListener(new OwnSettings());
        App app = new App(main, configuration);
        try {
            main.start();
            KnownParameters.require(app.context());
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
    public Optional<CertificateLife> certificate() {
        return Optional.ofNullable(graph().certificate()).map(CertificateLife::of);
    }

    private static void requireCredential(Configuration configuration) {
        unset(configuration).stream().findFirst().ifPresent(unset -> {
            throw new ConfigurationException(unset);
        });
    }

    /** What nobody can sign in without and is not set, a sentence each. */
    public static List<String> unset(Configuration configuration) {
        List<String> unset = new ArrayList<>();
        for (String key : List.of("graph.tenant-id", "graph.client-id")) {
            if (configuration.get(key).isEmpty()) {
                unset.add(key + " is not set: 'contact-sync init' asks for it, or try 'contact-sync sandbox'");
            }
        }
        if (CREDENTIALS.stream().allMatch(key -> configuration.get(key).isEmpty())) {
            unset.add(
                    "neither graph.client-secret nor graph.client-secret-file nor graph.certificate is set: "
                            + "'contact-sync init' asks for a file,"
                    + " or export GRAPH_CLIENT_SECRET");
        }
        return unset;
    }

    private static Properties properties(Configuration configuration, boolean scheduled, String files) {
        Properties properties = configuration.properties();
        Secrets.KEYS.forEach(key -> properties.setProperty(key, ""));
        properties.setProperty("contact-sync.fingerprint", configuration.fingerprint().text());
        properties.setProperty("schedule.enabled", Boolean.toString(scheduled));
        properties.setProperty("camel.main.name", "contact-sync");
        properties.setProperty("camel.main.routes-include-pattern", files);
        properties.setProperty("camel.main.jmx-enabled", "false");
        properties.setProperty("camel.main.log-mask", "true");
        properties.setProperty("camel.main.auto-configuration-log-summary", "false");
        properties.setProperty("camel.main.startup-summary-level", "Off");
        properties.setProperty("camel.component.kamelet.location", "file:" + configuration.routes() + "/kamelets");
        configuration.number("sync.mailboxes-in-flight", 1, 1000);
        if (scheduled) {
            properties.setProperty("camel.management.enabled", "true");
            properties.setProperty("camel.management.host", configuration.get("management.host"));
            properties.setProperty("camel.management.port",
                    Integer.toString(configuration.number("management.port", 1, 65535)));
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
            registry.register(new RunHealth(() -> runs().ended().last()));
        }
    }

    /** What the configuration names and no route is, a sentence each. */
    public List<String> mistakes(Configuration configuration) {
        List<String> mistakes = new ArrayList<>();
        targetsMistake(configuration).ifPresent(mistakes::add);
        settings().sources().stream().filter(source -> context().getRoute("source-" + source) == null)
                .forEach(source -> mistakes.add("sync.sources names '" + source
                        + "', but no file in routes/sources has the route source-" + source));
        bean("notices", Notices.class).channels().stream()
                .filter(channel -> context().getRoute("notify-" + channel) == null)
                .forEach(channel -> mistakes.add("notify.channels names '" + channel
                        + "', but no file in routes/notify has the route notify-" + channel));
        String endpoint = configuration.get("sync.mailbox-endpoint");
        String called = endpoint.replaceFirst("^direct:(//)?", "direct://").replaceFirst("\\?.*", "");
        if (endpoint.startsWith("direct:") && context().getRoutes().stream()
                .noneMatch(route -> route.getEndpoint().getEndpointUri().equals(called))) {
            mistakes.add(
                    "sync.mailbox-endpoint must lead to the route sync-mailbox, as direct:sync-mailbox does, but no "
                            + "route begins with"
                    + " it - was '" + endpoint + "'");
        }
        return mistakes;
    }

    private Optional<String> targetsMistake(Configuration configuration) {
        String rule = configuration.get("targets.from");
        if (context().getRoute(TARGETS + rule) != null) {
            return Optional.empty();
        }
        String known = context().getRoutes().stream().map(Route::getRouteId).filter(id -> id.startsWith(TARGETS))
                .map(id -> id.substring(TARGETS.length())).sorted()
                .collect(Collectors.joining(", "));
        return Optional.of("targets.from must be one of " + known + " - was '" + rule + "'");
    }

    /**
     * Synchronises once.
     *
     * @throws io.contactsync.journal.JournalException if it cannot even begin
     */
    public RunReport sync(RunRequest request) {
        try (ProducerTemplate template = context().createProducerTemplate()) {
            return template.requestBody("direct:run-sync", request, RunReport.class);
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    /** How far the run in progress is, or the latest one. */
    public Progress progress() {
        return runs().progress();
    }

    /** The Graph component, for its counters and its token. */
    public MicrosoftGraphComponent graph() {
        return context().getComponent("microsoft-graph", MicrosoftGraphComponent.class);
    }

    /** From now on nothing new is sent, and nobody waits for Graph's leave to send. */
    public void stop() {
        runs().stop();
        graph().stopWaiting();
    }

    /** What it was started with. */
    public Configuration configuration() {
        return configuration;
    }

    public RunSettings settings() {
        return bean("runSettings", RunSettings.class);
    }

    public CamelContext context() {
        return main.getCamelContext();
    }


    public Runs runs() {
        return bean("runs", Runs.class);
    }

    public <T> T bean(String name, Class<T> type) {
        return context().getRegistry().lookupByNameAndType(name, type);
    }

    @Override
    public void close() {
        main.stop();
    }
}
