package io.contactsync.cli.app;

import io.contactsync.cli.access.CertificateLife;
import io.contactsync.cli.access.Login;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.cli.configuration.ConfigurationValues;
import io.contactsync.cli.process.Starting;
import io.contactsync.kamelet.KnownParameters;
import io.contactsync.kamelet.LiteralParameters;
import io.contactsync.microsoftgraph.MicrosoftGraphComponent;
import io.contactsync.run.Progress;
import io.contactsync.run.RunReport;
import io.contactsync.run.RunRequest;
import io.contactsync.run.RunSettings;
import io.contactsync.run.Runs;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The routes, running: Camel Main with the effective configuration. */
public final class App implements AutoCloseable {

    private final Main main;
    private final Broker broker;
    private final Configuration configuration;

    private App(Main main, Broker broker, Configuration configuration) {
        this.main = main;
        this.broker = broker;
        this.configuration = configuration;
    }

    /**
     * Starts the routes.
     *
     * @param scheduled whether the schedule runs, with health and metrics
     * @throws ConfigurationException if they cannot be started with this configuration
     */
    public static App start(Configuration configuration, boolean scheduled) {
        return start(configuration, scheduled ? Role.ALONE : Role.ONCE, Instant.now());
    }

    /** The same for a run that begins at once: signs in meanwhile. */
    public static App forRun(Configuration configuration) {
        return start(configuration, Role.RUN, Instant.now());
    }

    /**
     * Starts the routes of one of several tenants, on its schedule: health and metrics are served for all at once.
     *
     * @throws ConfigurationException if they cannot be started with this configuration
     */
    public static App tenant(Configuration configuration, String name) {
        return start(configuration, Role.tenant(name), Instant.now());
    }

    /**
     * Starts the routes to do what a coordinator hands out.
     *
     * @throws ConfigurationException if they cannot be started with this configuration
     */
    public static App worker(Configuration configuration) {
        return start(configuration, Role.WORKER, Instant.now());
    }

    /** @param now what certificate and schedule are seen from */
    static App start(Configuration configuration, Role role, Instant now) {
        ConfigurationException.at(Login.unset(configuration));
        ConfigurationException.at(ConfigurationValues.mistakes(configuration, now));
        App app = open(configuration, role, configuration.routes().all());
        try {
            ConfigurationException.at(new NamedRoutes(app).mistakes());
            app.certificate().ifPresent(certificate -> warn(role, certificate, now));
            configuration.warnings().forEach(role::warn);
            Watching.of(app, role).begin();
            return app;
        } catch (RuntimeException failed) {
            app.close();
            throw new ConfigurationException(new StartFailure(failed, configuration).sentence());
        }
    }

    /** Starts the routes that ask a tenant, and no others. */
    public static App ofTenant(Configuration configuration) {
        return open(configuration, configuration.routes().tenant());
    }

    /**
     * Starts some routes, and looks at nothing but what they need to start: not at the broker, for nothing is handed
     * out here.
     *
     * @param files the files they stand in, as Camel takes patterns
     * @throws ConfigurationException if they cannot be started with this configuration
     */
    public static App open(Configuration configuration, String files) {
        return open(configuration.with(Map.of("workers.broker", "")), Role.ONCE, files);
    }

    private static App open(Configuration configuration, Role role, String files) {
        if (!role.isScheduled()) {
            Starting.tell();
        }
        Main main = CamelSettings.main(CamelSettings.of(configuration, role, files));
        main.bind("literal-secrets", new LiteralSecrets(configuration));
        role.meters().ifPresent(meters -> main.bind("contact-sync-meters", meters));
        Broker broker = Broker.in(main, configuration);
        LiteralParameters.in(main);
        role.listeners().forEach(main::addMainListener);
        App app = new App(main, broker, configuration);
        try {
            main.start();
            broker.tell(app.context());
            KnownParameters.require(app.context());
            return app;
        } catch (Exception failed) {
            app.close();
            throw new ConfigurationException(new StartFailure(failed, configuration).sentence());
        }
    }

    private static void warn(Role role, CertificateLife certificate, Instant now) {
        certificate.requireValid(now);
        certificate.warning(now).ifPresent(sentence -> role.warn("warning: " + sentence));
    }

    /** The certificate that the application signs in with; none if it does so with a secret. */
    public Optional<CertificateLife> certificate() {
        return Optional.ofNullable(graph().certificate()).map(CertificateLife::of);
    }

    /**
     * Synchronises once.
     *
     * @throws io.contactsync.journal.JournalException if it cannot even begin
     */
    public RunReport sync(RunRequest request) {
        try (ProducerTemplate template = context().createProducerTemplate()) {
            return template.requestBody("direct:contact-sync-run-sync", request, RunReport.class);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
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

    /** What a run is told of the configuration. */
    public RunSettings settings() {
        return bean("contact-sync-run-settings", RunSettings.class);
    }

    /** Camel, with the routes. */
    public CamelContext context() {
        return main.getCamelContext();
    }

    /** The runs of this process. */
    public Runs runs() {
        return bean("contact-sync-runs", Runs.class);
    }

    /** One of what routes make. */
    public <T> T bean(String name, Class<T> type) {
        return context().getRegistry().lookupByNameAndType(name, type);
    }

    @Override
    public void close() {
        try (broker) {
            main.stop();
        }
    }
}
