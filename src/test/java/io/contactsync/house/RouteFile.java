package io.contactsync.house;

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

/**
 * A file of routes, as text and as YAML.
 *
 * @param path below {@code routes/}, with slashes
 */
public record RouteFile(String path, String text, JsonNode yaml) {

    /** Where all stand. */
    public static final Path FOLDER = Path.of("routes");
    private static final String ROUTES = ".camel.yaml";
    private static final String KAMELET = ".kamelet.yaml";
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static RouteFile of(String path, String text) {
        try {
            return new RouteFile(path, text, YAML.readTree(text));
        } catch (IOException broken) {
            throw new UncheckedIOException(path, broken);
        }
    }

    /** All files that Camel loads, in a stable order. */
    public static List<RouteFile> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile).sorted().map(RouteFile::read).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static RouteFile read(Path file) {
        try {
            return of(FOLDER.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The room it stands in; empty for the whole house. */
    String room() {
        return path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
    }

    boolean isKamelet() {
        return path.endsWith(KAMELET);
    }

    /** The file's name without its ending; the whole name if the ending is neither of the two. */
    public String baseName() {
        String name = name();
        return name.endsWith(ROUTES) ? name.substring(0, name.length() - ROUTES.length())
                : isKamelet() ? name.substring(0, name.length() - KAMELET.length()) : name;
    }

    List<JsonNode> routes() {
        return StreamSupport.stream(yaml.spliterator(), false).filter(item -> item.has("route"))
                .map(item -> item.get("route")).toList();
    }

    /** What runs: the routes, or the template of a kamelet. */
    List<JsonNode> flows() {
        return isKamelet() ? List.of(yaml.path("spec").path("template")) : routes();
    }

    int lines() {
        return text.split("\n").length;
    }
}
