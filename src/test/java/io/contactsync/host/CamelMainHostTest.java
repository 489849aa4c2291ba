package io.contactsync.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host on Camel Main gets the product's jar and what Maven brings with it, and needs nothing more. */
class CamelMainHostTest {

    /** What the command line, its pages and the sandbox need, and a host's own choice of a log. */
    private static final String NOT_OURS = "(picocli|jte|jline|vertx|netty|ez-vcard|logback|camel-platform-http).*";
    /** Leaves that are not published in the version of the core. */
    private static final Set<String> LEAVES = Set.of("camel-kamelet", "camel-jq");

    @TempDir
    Path folder;

    @Test
    void itSynchronisesWithTheProductsJarAlone() throws Exception {
        Example example = Example.build("camel-main", folder);
        List<String> jars = jars(example);
        assertThat(jars).contains("contact-sync-1.0.0.jar").noneMatch(jar -> jar.matches(NOT_OURS));
        assertThat(jars.stream().filter(jar -> jar.matches("camel-.*-\\d.*"))
                .filter(jar -> !LEAVES.contains(jar.replaceFirst("-\\d.*", "")))
                .map(jar -> jar.replaceFirst("^.*?-(\\d.*)\\.jar$", "$1")).collect(Collectors.toSet()))
                .as("versions of Camel").hasSize(1);
        try (HostTenant tenant = HostTenant.start(3, Files.createDirectory(folder.resolve("data")))) {
            Path log = folder.resolve("host.log");
            Process host = example.start(log, tenant.settings().toString());
            assertThat(host.waitFor(5, TimeUnit.MINUTES)).as("the host ends").isTrue();
            assertThat(Files.readString(log)).contains("3 mailboxes, ", "contacts created, exit 0");
            assertThat(host.exitValue()).isZero();
            assertThat(tenant.ours()).hasSize(3).allMatch(contacts -> contacts > 500);
        }
    }

    private static List<String> jars(Example example) throws IOException {
        try (Stream<Path> jars = Files.list(example.target().resolve("lib"))) {
            return jars.map(jar -> jar.getFileName().toString()).toList();
        }
    }
}
