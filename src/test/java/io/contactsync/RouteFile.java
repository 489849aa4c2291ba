package io.contactsync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A file below {@code routes/}, as text and as YAML. */
record RouteFile(String name, String text, JsonNode yaml) {

    static final Path FOLDER = Path.of("routes");
    private static final String ROUTES = ".camel.yaml";
    private static final String KAMELET = ".kamelet.yaml";
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static RouteFile of(String name, String text) {
        try {
            return new RouteFile(name, text, YAML.readTree(text));
        } catch (IOException broken) {
            throw new UncheckedIOException(name, broken);
        }
    }

    /** All files that Camel loads, in a stable order. */
    static List<RouteFile> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile).sorted().map(RouteFile::read).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static RouteFile read(Path file) {
        try {
            return of(file.getFileName().toString(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean isKamelet() {
        return name.endsWith(KAMELET);
    }

    /** The file's name without its ending; the whole name if the ending is neither of the two. */
    String baseName() {
        return name.endsWith(ROUTES) ? name.substring(0, name.length() - ROUTES.length())
                : isKamelet() ? name.substring(0, name.length() - KAMELET.length()) : name;
    }

    List<JsonNode> routes() {
        return StreamSupport.stream(yaml.spliterator(), false).filter(item -> item.has("route"))
                .map(item -> item.get("route")).toList();
    }

    int lines() {
        return text.split("\n").length;
    }
}
