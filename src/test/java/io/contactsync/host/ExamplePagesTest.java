package io.contactsync.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of the guide shows its example whole, as the build runs it. */
class ExamplePagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"spring-boot", "camel-main"})
    void thePageHoldsEachFileOfTheExample(String name) throws IOException {
        String page = Files.readString(Path.of("src", "main", "docs", name + ".adoc"));
        Path folder = Path.of("src", "examples", name);
        for (Path file : files(folder)) {
            assertThat(page).contains("\n." + folder.relativize(file) + "\n[source,")
                    .contains("\n----\n" + Files.readString(file) + "----\n");
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve("target")))
                    .toList();
            assertThat(found).hasSizeGreaterThan(1);
            return found;
        }
    }
}
