package io.contactsync.cli.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The file that holds the configuration. */
public final class ConfigurationFile {

    /** That of the installation. */
    public static final Path OWN = Path.of("config", "application.properties");

    private static final String SHIPPED = "/contact-sync/application.properties";
    private static final String TENANT = "graph.tenant-id";
    private static final String DATA = "sync.data";

    private ConfigurationFile() {
    }

    /**
     * Reads it.
     *
     * @throws ConfigurationException if it cannot be read
     */
    static Properties load(Path file) {
        require(Files.exists(file), file,
                "does not exist: here is '" + Path.of("").toAbsolutePath()
                        + "'; run bin/contact-sync of the installation, or name"
                        + " the file with --config");
        require(Files.isRegularFile(file), file, "is not a file: name the file with --config");
        require(Files.isReadable(file), file,
                "may not be read by this user: run as the one who owns it, or change its rights");
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new ConfigurationException("the configuration '" + file
                    + "' cannot be read: it must be UTF-8 text with lines of key = value, and \\ only"
                    + " where \\\\ is meant (" + unreadable.getClass().getSimpleName() + ")");
        }
        return properties;
    }

    /** What a key is that no file names: the values that the program is shipped with. */
    static Map<String, String> defaults() {
        Map<String, String> values = new TreeMap<>();
        try (InputStream shipped = ConfigurationFile.class.getResourceAsStream(SHIPPED)) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(shipped, StandardCharsets.UTF_8));
            properties.forEach((key, value) ->
                    values.put(key.toString().substring(Configuration.PREFIX.length()), value.toString().strip()));
            return values;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void require(boolean good, Path file, String otherwise) {
        if (!good) {
            throw new ConfigurationException("the configuration '" + file + "' " + otherwise);
        }
    }

    /** Two tenants in one data folder would take each other's people for gone. */
    static Configuration requireOwnData(Path file, Configuration configuration) {
        return requireOwnData(file, configuration, OWN);
    }

    /** @param installations the file that counts where no other is named */
    static Configuration requireOwnData(Path file, Configuration configuration, Path installations) {
        if (file.toAbsolutePath().normalize().equals(installations.toAbsolutePath())
                || !Files.isReadable(installations)) {
            return configuration;
        }
        Properties others = load(installations);
        String tenant = others.getProperty(TENANT, "").strip();
        String data = others.getProperty(DATA, "").strip();
        boolean another = !tenant.isEmpty() && !tenant.equals(configuration.get(TENANT));
        if (another && Path.of(data).toAbsolutePath().equals(Path.of(configuration.get(DATA)).toAbsolutePath())) {
            throw new ConfigurationException(
                    "sync.data of '" + file + "' must be a folder of its own, because '" + installations
                            + "' has that one for another tenant - was '" + data + "'");
        }
        return configuration;
    }
}
