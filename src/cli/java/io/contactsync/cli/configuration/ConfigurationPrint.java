package io.contactsync.cli.configuration;

import io.contactsync.run.Fingerprint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The hashes of a configuration: of each key but secrets, of each file below the routes, so that a changed mapping is
 * noticed, and of each list of people that a key names, so that a changed list is. Files of secrets are left out: a
 * hash of a short secret gives it away.
 */
final class ConfigurationPrint {

    private static final String LIST = "file";

    private ConfigurationPrint() {
    }

    static Fingerprint of(Map<String, String> values, RouteFolders routes) {
        Map<String, String> open = new TreeMap<>(values);
        open.keySet().removeIf(Secrets::isSecret);
        StringBuilder whole = new StringBuilder();
        Map<String, String> parts = new TreeMap<>();
        open.forEach((key, value) -> {
            whole.append(key).append('=').append(value).append('\n');
            parts.put(key, Fingerprint.hash(value.getBytes(StandardCharsets.UTF_8)));
            if (key.endsWith(LIST) && !Secrets.isSecretFile(key) && !value.isEmpty()) {
                list(parts, value);
            }
        });
        routes.everything().forEach(file -> add(parts, routes.name(file), file));
        return new Fingerprint(Fingerprint.hash(whole.toString().getBytes(StandardCharsets.UTF_8)), parts);
    }

    private static void list(Map<String, String> parts, String name) {
        try {
            add(parts, name, Path.of(name));
        } catch (InvalidPathException noPath) {
            // told by whoever needs it
        }
    }

    /** A list that cannot be read is told by whoever needs it. */
    private static void add(Map<String, String> parts, String name, Path file) {
        if (Files.isRegularFile(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                parts.put(name, Fingerprint.hash(in.readAllBytes()));
            } catch (IOException unreadable) {
                parts.put(name, "unreadable");
            }
        }
    }
}
