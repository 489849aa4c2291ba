package io.contactsync.cli.configuration;

import io.contactsync.core.Names;
import io.contactsync.problem.NearMiss;
import io.contactsync.run.Fingerprint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The effective configuration: the defaults, over them {@code config/application.properties}, over it the environment,
 * over it {@code --set}.
 * Every key of the file must be used by a route or be a {@code camel.} option, and every {@code --set} must name such a
 * key: a misspelt key stops the start.
 */
public final class Configuration {

    /** Keys that the command line itself reads. */
    private static final Set<String> OWN = Set.of("management.host", "management.port", "management.public-hosts",
            "workers.broker", "workers.user", "workers.password-file", "workers.queue");
    private static final String CAMEL = "camel.";
    /** What no default may stand in for: whose mailboxes are written, and where it is remembered. */
    private static final List<String> NAMED = List.of("targets.from", "sync.data");
    /** Before every key, where a host may have keys of its own. */
    public static final String PREFIX = "contact-sync.";

    private final Path file;
    private final RouteFiles routes;
    private final Map<String, String> values;
    private final List<String> mistakes;
    private final List<String> warnings;

    private Configuration(Path file, RouteFiles routes, Map<String, String> values, List<String> mistakes,
            List<String> warnings) {
        this.file = file;
        this.routes = routes;
        this.values = values;
        this.mistakes = List.copyOf(mistakes);
        this.warnings = List.copyOf(warnings);
    }

    /** The same with these warnings, which are said once it has proved usable. */
    Configuration warning(List<String> sentences) {
        return new Configuration(file, routes, values, mistakes, sentences);
    }

    /** The same with other values over its own; whether these are right nobody has checked. */
    public Configuration with(Map<String, String> others) {
        Map<String, String> all = new TreeMap<>(values);
        all.putAll(others);
        return new Configuration(file, routes, all, mistakes, warnings);
    }

    /** The properties file. */
    public Path file() {
        return file;
    }

    /** The files of the routes. */
    public RouteFiles routes() {
        return routes;
    }

    /** What is wrong with keys and kinds, in sentences; only one that was {@linkplain #readAll read whole} has any. */
    public List<String> mistakes() {
        return mistakes;
    }

    /** What works and should be changed nevertheless, in sentences. */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * Reads and checks it.
     *
     * @param file the properties file
     * @param routes the folder of the routes
     * @param environment the process environment: {@code sync.data} is overridden by {@code SYNC_DATA}, and
     *        a credential that systemd gives goes over the file, and the environment over both
     * @param sets {@code --set} options, and what a command sets itself
     * @throws ConfigurationException if the file cannot be read, a key is not used, or a value is of the wrong kind
     */
    public static Configuration read(Path file, Path routes, Map<String, String> environment,
            Map<String, String> sets) {
        Configuration read = readAll(file, routes, environment, sets);
        ConfigurationException.at(read.mistakes);
        return read;
    }

    /**
     * The same, but what is wrong with keys and kinds stands in {@link #mistakes}, all of it.
     *
     * @throws ConfigurationException if the file or the routes cannot be read
     */
    static Configuration readAll(Path file, Path routes, Map<String, String> environment, Map<String, String> sets) {
        RouteFiles files = new RouteFiles(RouteFolders.of(routes, file));
        Set<String> used = new TreeSet<>(OWN);
        used.addAll(files.keys());
        Map<String, String> values = ConfigurationFile.defaults();
        values.keySet().removeAll(NAMED);
        List<String> mistakes = new ArrayList<>();
        ConfigurationFile.load(file).forEach((key, value) -> {
            check(file.toString(), key.toString(), used, mistakes);
            values.put(key.toString(), value.toString().strip());
        });
        values.putAll(Secrets.ofSystemd(environment));
        used.forEach(key -> override(values, key, environment));
        sets.forEach((key, value) -> {
            check("--set", key, used, mistakes);
            values.put(key, value.strip());
        });
        NAMED.stream().filter(key -> !values.containsKey(key)).forEach(key ->
                mistakes.add(file + " must name the key " + key + ", which has no default"));
        mistakes.addAll(ConfigurationKinds.mistakes(values));
        return new Configuration(file, files, values, mistakes, List.of());
    }

    private static void override(Map<String, String> values, String key, Map<String, String> environment) {
        String value = environment.get(variable(key));
        if (value != null) {
            values.put(key, value.strip());
        }
    }

    /** The environment variable that overrides a key. */
    public static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    private static void check(String where, String key, Set<String> used, List<String> mistakes) {
        if (!used.contains(key) && !key.startsWith(CAMEL)) {
            mistakes.add(where + ": the key '" + key + "' is not used by any route" + meant(key, used));
        }
    }

    /** A key of a source that is near to none of the same source is one that its route should name. */
    private static String meant(String key, Set<String> used) {
        String nearest = NearMiss.nearest(key, used).orElse("");
        String source = key.replaceFirst("^(source\\.[^.]+\\.).*$", "$1");
        return key.startsWith("source.") && !nearest.startsWith(source)
                ? ": let its route name it, as \"{{contact-sync." + key + "}}\", or take it out"
                : " - did you mean '" + nearest + "'?";
    }

    /** All keys that have a value, sorted. */
    public Set<String> keys() {
        return values.keySet();
    }

    /** The value of a key; empty if it has none. */
    public String get(String key) {
        return values.getOrDefault(key, "");
    }

    /** The parts of a value that is a list, comma-separated. */
    public List<String> list(String key) {
        return Names.list(get(key));
    }

    /**
     * A whole number.
     *
     * @throws ConfigurationException if it is none, or out of range
     */
    public int number(String key, int least, int most) {
        String text = get(key);
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new ConfigurationException(key + " must be " + least + ".." + most + " - was '" + text + "'");
    }

    /** All of it, for Camel: shipped routes name a key with our prefix, as in a host, and others may do without. */
    public Properties properties() {
        Properties properties = new Properties();
        values.forEach((key, value) -> {
            properties.setProperty(key, value);
            properties.setProperty(PREFIX + key, value);
        });
        return properties;
    }

    /** Fingerprint of everything but secrets: two runs with the same one were configured alike. */
    public Fingerprint fingerprint() {
        return ConfigurationPrint.of(values, routes.folders());
    }
}
