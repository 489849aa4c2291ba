package io.contactsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What people install starts with the command that they type, and brings no jar that nothing uses. */
class DistributionTest {

    /** For XML, tests, sagas, jobs in a database, logins on pages, HTML in vCards: no route of ours does that. */
    private static final Pattern UNUSED = Pattern.compile("(c3p0|mchange-.*|jaxb-.*|txw2|istack-.*|jandex|jsoup"
            + "|freemarker|vertx-(auth|bridge)-.*|netty-(handler-proxy|codec-socks)|junit.*|assertj.*"
            + "|camel-(browse|controlbus|dataset|dataset-test|mock|ref|rest|saga|stub|validator|xpath|xslt|xml-io.*"
            + "|xml-jaxb|xml-jaxp|test-.*))-[0-9].*\\.jar");

    @TempDir
    Path temp;

    private String run(String... arguments) throws Exception {
        List<String> command = Stream.concat(
                Stream.of(Distribution.folder().resolve("bin/contact-sync").toString()), Stream.of(arguments)).toList();
        Path output = temp.resolve("output.txt");
        Map<String, String> environment = Map.of("JAVA_HOME", System.getProperty("java.home"), "CONTACT_SYNC_JAVA_OPTS",
                "-Xmx512m -XX:TieredStopAtLevel=1 -Djava.io.tmpdir=" + temp);
        int code = Distribution.run(output, environment, command);
        assertThat(code).as(Files.readString(output)).isZero();
        return Files.readString(output);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void itTellsItsVersion() throws Exception {
        assertThat("contact-sync-" + run("--version").strip().split(" ")[1])
                .isEqualTo(Distribution.folder().getFileName().toString());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void itSynchronisesIntoTheSandbox() throws Exception {
        assertThat(run("sandbox", "--mailboxes", "2")).containsPattern("(?m)^ +done +2 +2 +2$")
                .containsPattern("(?m)^created +[1-9][0-9,]* +0 +[1-9]");
    }

    @Test
    void itBringsNoJarThatNothingUses() throws Exception {
        try (Stream<Path> jars = Files.list(Distribution.folder().resolve("lib"))) {
            List<String> names = jars.map(jar -> jar.getFileName().toString()).toList();
            assertThat(names).anyMatch(name -> name.startsWith("camel-core-4")).allMatch(name -> name.endsWith(".jar"));
            assertThat(names).noneMatch(name -> UNUSED.matcher(name).matches());
        }
        assertThat(Stream.of("c3p0-0.9.5.5", "camel-xslt-4.22.0", "vertx-auth-jwt-4.5.31", "camel-xml-io-dsl-4.22.0"))
                .map(name -> name + ".jar").allMatch(name -> UNUSED.matcher(name).matches());
    }
}
