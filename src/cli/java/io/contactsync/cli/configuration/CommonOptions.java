package io.contactsync.cli.configuration;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all commands take. */
public final class CommonOptions {

    @Option(names = "--set", paramLabel = "<key=value>",
            description = "Overrides a key of config/application.properties; may be given several times.")
    private List<String> sets = List.of();
    @Option(names = "--home", hidden = true, paramLabel = "<folder>", defaultValue = "",
            description = "Folder that holds config and routes.")
    private Path home = Path.of("");
    @Option(names = "--config", paramLabel = "<file>",
            description = "Reads this file instead of config/application.properties; each needs a sync.data of its own."
            + " Like all relative names it counts from the folder that holds bin and config.")
    private Path config = ConfigurationFile.OWN;
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** The effective configuration of this installation. */
    public Configuration configuration() {
        return configuration(Map.of());
    }

    /** That of one of several tenants, with the same options: the environment is not one tenant's. */
    Configuration configurationOfTenant(Path other) {
        return ConfigurationFile.requireOwnData(other, Configuration.read(other, routes(), Map.of(), sets()));
    }

    /** The same over values that the command itself brings. */
    public Configuration configuration(Map<String, String> own) {
        Map<String, String> set = sets();
        return ConfigurationFile.requireOwnData(file(),
                Configuration.read(file(), routes(), System.getenv(), over(own, set)))
                .warning(Secrets.exposed(set.keySet()));
    }

    /** The same with all that is wrong in it, for those who tell of it. */
    public Configuration wholeConfiguration() {
        Map<String, String> set = sets();
        return ConfigurationFile.requireOwnData(file(), Configuration.readAll(file(), routes(), System.getenv(), set))
                .warning(Secrets.exposed(set.keySet()));
    }

    private static Map<String, String> over(Map<String, String> own, Map<String, String> set) {
        Map<String, String> all = new LinkedHashMap<>(own);
        all.putAll(set);
        return all;
    }

    private Path file() {
        return config.equals(ConfigurationFile.OWN) ? home.resolve(config) : config;
    }

    private Path routes() {
        return home.resolve("routes");
    }

    /** TakenOffer apart here: picocli warns of quotes in a value, and prints the value, which may be a secret. */
    private Map<String, String> sets() {
        Map<String, String> set = new LinkedHashMap<>();
        for (String pair : sets) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new ParameterException(command.commandLine(),
                        "--set must be <key>=<value>: there is no '=' after a key");
            }
            set.put(pair.substring(0, equals).strip(), pair.substring(equals + 1));
        }
        return set;
    }
}
