package io.contactsync;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.house.RouteFile;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three roots, three jars: all of a root is in its jar, and nothing else is. */
class JarsTest {

    private static final String DEFAULTS = "contact-sync/application.properties";
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
        if (classifier.isEmpty()) {
            expected.addAll(resources().keySet());
            expected.add(DEFAULTS);
        }
        Set<String> found = Jars.files(Jars.jar(classifier)).stream()
                .map(file -> file.replaceFirst("\\$.*", ".class")).collect(Collectors.toSet());
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** What a host takes from its class path, and the file of the distribution that each is. */
    private static Map<String, Path> resources() throws IOException {
        Map<String, Path> resources = new HashMap<>();
        for (String file : files(RouteFile.FOLDER)) {
            String place = file.endsWith(".kamelet.yaml") ? file : "routes/contact-sync/" + file;
            resources.put(place, RouteFile.FOLDER.resolve(file));
        }
        return resources;
    }

    @Test
    void aHostFindsTheFilesOfTheDistributionInTheProductsJar() throws IOException {
        try (JarFile jar = new JarFile(Jars.jar("").toFile())) {
            for (Map.Entry<String, Path> each : resources().entrySet()) {
                assertThat(jar.getInputStream(jar.getEntry(each.getKey())).readAllBytes()).as(each.getKey())
                        .isEqualTo(Files.readAllBytes(each.getValue()));
            }
        }
        assertThat(resources()).containsKeys("kamelets/contacts-source.kamelet.yaml",
                "routes/contact-sync/sync/run-sync.camel.yaml");
    }

    /** A host has keys of its own: ours begin with contact-sync there. */
    @Test
    void aHostFindsEachKeyWithItsDefaultInTheProductsJar() throws IOException {
        Properties keys = new Properties();
        Properties defaults = new Properties();
        try (JarFile jar = new JarFile(Jars.jar("").toFile());
                Reader file = Files.newBufferedReader(Path.of("config/application.properties"))) {
            keys.load(file);
            defaults.load(jar.getInputStream(jar.getEntry(DEFAULTS)));
        }
        Map<String, String> expected = new HashMap<>();
        keys.forEach((key, value) -> expected.put("contact-sync." + key, value.toString()));
        assertThat(expected).hasSizeGreaterThan(60);
        assertThat(defaults).containsExactlyInAnyOrderEntriesOf(expected);
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
