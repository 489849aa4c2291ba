package io.contactsync.cli;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What all commands take. */
final class CommonOptions {

    @Option(names = "--set", paramLabel = "<key=value>", description = "Overrides a key of config/application.properties; may be given several times.")
    private Map<String, String> sets = new LinkedHashMap<>();

    /** The effective configuration of this installation. */
    Configuration configuration() {
        return configuration(Map.of());
    }

    /** The same over values that the command itself brings. */
    Configuration configuration(Map<String, String> own) {
        Map<String, String> all = new LinkedHashMap<>(own);
        all.putAll(sets);
        return Configuration.read(Path.of("config", "application.properties"), Path.of("routes"), System.getenv(), all);
    }
}
