package io.contactsync.cli.configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the files of the routes lie.
 *
 * @param shared the folder of the installation
 * @param own what one configuration has beside it, laid out likewise; null for none
 */
public record RouteFolders(Path shared, Path own) {

    private static final String KAMELETS = "kamelets";

    /**
     * Those of a configuration.
     *
     * @param file of the configuration: a folder beside it, of its name without an ending, has routes of its own
     */
    static RouteFolders of(Path shared, Path file) {
        Path own = beside(file);
        return new RouteFolders(shared, Files.isDirectory(own) ? own : null);
    }

    private static Path beside(Path file) {
        return file.resolveSibling(file.getFileName().toString().replaceFirst("\\.[^.]*$", ""));
    }

    /** The one, perhaps not there yet, that a new file of that configuration belongs into: others do not need it. */
    public Path ofNew(Path file) {
        return file.endsWith(ConfigurationFile.OWN) ? shared : beside(file);
    }

    private Stream<Path> both() {
        return Stream.of(shared, own).filter(Objects::nonNull);
    }

    /** The folders of Kamelets. */
    public List<Path> kamelets() {
        return both().map(folder -> folder.resolve(KAMELETS)).toList();
    }

    /** The same, as Camel takes locations. */
    public String kameletLocation() {
        return kamelets().stream().map(folder -> "file:" + folder).collect(Collectors.joining(","));
    }

    /** Every file of YAML below them, also behind a link: some keep their sources in another folder. */
    List<Path> everything() {
        return both().flatMap(folder -> everything(folder).stream()).toList();
    }

    private static List<Path> everything(Path folder) {
        try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return all.filter(Files::isRegularFile).filter(file -> file.toString().endsWith(".yaml")).sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new ConfigurationException("the routes in '" + folder + "' cannot be read ("
                    + unreadable.getClass().getSimpleName() + ")");
        }
    }

    /** What a file of them is called, wherever they lie: {@code routes/sources/source-offices.camel.yaml}. */
    String name(Path file) {
        boolean isOwn = own != null && file.startsWith(own);
        Path inside = (isOwn ? own : shared).relativize(file);
        return (isOwn ? own.getFileName() : "routes") + "/" + inside.toString().replace('\\', '/');
    }
}
