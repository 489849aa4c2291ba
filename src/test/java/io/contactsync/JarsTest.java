package io.contactsync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three roots, three jars: all of a root is in its jar, and nothing else is. */
class JarsTest {

    private static final Path CLASSES = Path.of("target/classes");

    @ParameterizedTest
    @CsvSource({"'',src/main/java,src/generated/java,src/generated/resources",
        "cli,src/cli/java,src/cli/resources,target/generated-sources/jte",
        "sandbox,src/sandbox/java,src/sandbox/resources,src/sandbox/java"})
    void aJarHoldsWhatItsRootsHold(String classifier, Path one, Path two, Path three) throws IOException {
        Set<String> expected = new HashSet<>();
        for (Path root : List.of(one, two, three)) {
            files(root).stream().map(file -> file.replaceFirst("\\.java$", ".class")).forEach(expected::add);
        }
        Set<String> found = Jars.files(Jars.jar(classifier)).stream()
                .map(file -> file.replaceFirst("\\$.*", ".class")).collect(Collectors.toSet());
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void togetherTheyHoldAllThatIsBuilt() throws IOException {
        List<String> all = Stream.of("", "cli", "sandbox").flatMap(jar -> Jars.files(Jars.jar(jar)).stream()).toList();
        assertThat(all).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(files(CLASSES));
    }

    private static Set<String> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toSet());
        }
    }
}
