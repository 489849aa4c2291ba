package io.contactsync.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A text file of the project.
 *
 * @param path where it stands, with slashes
 * @param lines all of it
 */
record ProjectFile(String path, List<String> lines) {

    /** The roots of the code; what Camel's generator writes is none of ours. */
    static final String[] CODE = {"src/main/java", "src/cli/java", "src/sandbox/java"};
    static final String TESTS = "src/test/java";
    /** Microsoft's own words, as they were copied. */
    private static final String COPIED = "src/test/resources/graph/";

    /** Of that text. */
    static ProjectFile of(String path, String text) {
        return new ProjectFile(path, text.lines().toList());
    }

    /** All with one of those endings below those roots, in a stable order. */
    static List<ProjectFile> all(List<String> endings, String... roots) {
        return Arrays.stream(roots).flatMap(ProjectFile::below)
                .filter(path -> endings.stream().anyMatch(path::endsWith) && !path.startsWith(COPIED))
                .map(ProjectFile::read).toList();
    }

    private static Stream<String> below(String root) {
        try (Stream<Path> files = Files.walk(Path.of(root))) {
            return files.filter(Files::isRegularFile).map(file -> file.toString().replace('\\', '/')).sorted().toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ProjectFile read(String path) {
        try {
            return of(path, Files.readString(Path.of(path)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(path, unreadable);
        }
    }

    /** What a rule says of each line, behind the line's place; an empty word is no objection. */
    Stream<String> objections(BiFunction<ProjectFile, String, String> rule) {
        return IntStream.range(0, lines.size()).filter(index -> !rule.apply(this, lines.get(index)).isEmpty())
                .mapToObj(index -> path + ":" + (index + 1) + ": " + rule.apply(this, lines.get(index)));
    }
}
