package io.contactsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The description of the container names what is there: folders, Java's modules, the program. No engine builds it. */
class ContainerTest {

    /** What code asks for by name, which jdeps cannot see: the curves of TLS, and the orders of other languages. */
    private static final Set<String> UNSEEN = Set.of("jdk.crypto.ec", "jdk.localedata");

    private static List<String> found(String pattern) throws Exception {
        String text = Files.readString(Distribution.folder().resolve("Dockerfile"));
        return Pattern.compile(pattern).matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
    }

    private static Set<String> needed() throws Exception {
        Path lib = Distribution.folder().resolve("lib");
        StringWriter said = new StringWriter();
        try (Stream<Path> ours = Files.list(lib)) {
            Stream<String> jars = ours.map(Path::toString).filter(jar -> jar.contains("contact-sync-1"));
            String[] arguments = Stream.concat(Stream.of("--ignore-missing-deps", "--multi-release", "17",
                    "--print-module-deps", "--class-path", lib + "/*"), jars).toArray(String[]::new);
            int code = ToolProvider.findFirst("jdeps").orElseThrow()
                    .run(new PrintWriter(said), new PrintWriter(said), arguments);
            assertThat(code).as(said.toString()).isZero();
        }
        return Set.of(said.toString().strip().split(","));
    }

    @Test
    void itsJavaHasTheModulesThatTheProgramNeeds() throws Exception {
        List<String> modules = List.of(found("--add-modules \\\\\\s+([a-z.,]+)").get(0).split(","));
        assertThat(modules).containsAll(UNSEEN).doesNotHaveDuplicates();
        assertThat(modules).filteredOn(module -> !UNSEEN.contains(module)).hasSameElementsAs(needed());
    }

    @Test
    void itTakesFoldersOfTheDistributionAndStartsTheProgramAsNobody() throws Exception {
        List<String> copied = found("(?m)^COPY ((?!--).*) \\S+$").stream().flatMap(line -> Stream.of(line.split(" ")))
                .toList();
        assertThat(copied).contains("lib", "routes", "config");
        Path folder = Distribution.folder();
        assertThat(copied).allSatisfy(name -> assertThat(folder.resolve(name)).exists());
        assertThat(found("\"(io\\.contactsync\\.[\\w.]+)\"")).containsExactly("io.contactsync.cli.ContactSync");
        assertThat(found("(?m)^USER (.*)$")).containsExactly("10001:10001");
        assertThat(found("(?m)^FROM (\\S+)")).containsExactly("debian:12-slim", "scratch");
        assertThat(Files.readString(folder.resolve("bin/contact-sync")))
                .contains(found("JDK_JAVA_OPTIONS=\"(.*)\"").get(0));
    }
}
