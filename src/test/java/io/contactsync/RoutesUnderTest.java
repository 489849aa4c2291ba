package io.contactsync;

import io.contactsync.cli.configuration.Configuration;
import io.contactsync.house.RouteFile;
import io.contactsync.kamelet.KnownParameters;
import io.contactsync.kamelet.LiteralParameters;
import io.contactsync.run.RunReport;
import io.contactsync.run.RunRequest;
import io.contactsync.sandbox.SandboxAddress;
import io.contactsync.source.SourceContacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;

/**
 * A copy of the shipped routes, to which a test may add files as an integrator would, running as the command line runs
 * them.
 */
final class RoutesUnderTest implements AutoCloseable {

    private final Path folder;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, Object> beans = new LinkedHashMap<>();
    private final Properties own = new Properties();
    private Main main;
    private ProducerTemplate template;

    /** Copies routes/ into that folder. */
    RoutesUnderTest(Path folder) throws IOException {
        this.folder = folder;
        try (Stream<Path> files = Files.walk(RouteFile.FOLDER)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(RouteFile.FOLDER.relativize(file).toString()),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Overrides a key of the configuration. */
    RoutesUnderTest with(String key, String value) {
        settings.put(key, value);
        return this;
    }

    /** Sets what is no key of the configuration file. */
    RoutesUnderTest property(String key, String value) {
        own.setProperty("contact-sync." + key, value);
        return this;
    }

    /** Adds a bean. */
    RoutesUnderTest bind(String name, Object bean) {
        beans.put(name, bean);
        return this;
    }

    /** The six lines of a tenant, and the central mailbox. */
    RoutesUnderTest with(SandboxAddress address) {
        return with("graph.base-url", address.graph()).with("graph.authority", address.authority())
                .with("graph.ca-certificate", address.caCertificate())
                .with("graph.tenant-id", address.tenant()).with("graph.client-id", address.clientId())
                .with("graph.client-secret", address.clientSecret())
                .with("source.graph-contacts.mailboxes", address.centralMailbox());
    }

    /** The text of a shipped source, to be changed and added under another name. */
    String source(String name) throws IOException {
        return Files.readString(folder.resolve("sources/source-" + name + ".camel.yaml"));
    }

    /** Adds a source: one file. */
    RoutesUnderTest add(String name, String text) throws IOException {
        Files.writeString(folder.resolve("sources/source-" + name + ".camel.yaml"), text);
        return this;
    }

    /** Changes the copy of a shipped file. */
    RoutesUnderTest change(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        if (!text.contains(from)) {
            throw new IllegalArgumentException(file + " has no " + from);
        }
        Files.writeString(folder.resolve(file), text.replace(from, to));
        return this;
    }

    RoutesUnderTest start() throws Exception {
        Properties properties =
                Configuration.read(Path.of("config/application.properties"), folder, Map.of(), settings).properties();
        properties.setProperty("camel.main.name", "contact-sync-under-test");
        properties.setProperty("camel.main.routes-include-pattern", "file:" + folder + "/**/*.camel.yaml");
        properties.setProperty("camel.main.jmx-enabled", "false");
        properties.setProperty("camel.main.startup-summary-level", "Off");
        properties.setProperty("camel.main.auto-configuration-log-summary", "false");
        properties.setProperty("camel.component.kamelet.location", "file:" + folder + "/kamelets");
        main = new Main();
        main.setDefaultPropertyPlaceholderLocation("false");
        properties.setProperty("contact-sync.alone", "true");
        properties.putAll(own);
        beans.forEach(main::bind);
        main.setOverrideProperties(properties);
        LiteralParameters.in(main);
        try {
            main.start();
            KnownParameters.require(main.getCamelContext());
        } catch (Exception refused) {
            close();
            throw refused;
        }
        template = main.getCamelContext().createProducerTemplate();
        return this;
    }

    /** What that route makes of something. */
    Object send(String route, Object body) {
        return template.requestBody("direct:contact-sync-" + route, body);
    }

    /** One reading of a source. */
    SourceContacts read(String name) {
        return template.requestBody("direct:contact-sync-source-" + name, "", SourceContacts.class);
    }

    /** One run. */
    RunReport sync() {
        return template.requestBody("direct:contact-sync-run-sync", RunRequest.ordinary(), RunReport.class);
    }

    <T> T bean(String name, Class<T> type) {
        return main.getCamelContext().getRegistry().lookupByNameAndType(name, type);
    }

    @Override
    public void close() {
        if (main != null) {
            main.stop();
        }
    }
}
