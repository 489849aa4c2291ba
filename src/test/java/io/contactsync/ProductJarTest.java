package io.contactsync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.contact.HiddenProperties;
import io.contactsync.host.PlainHost;
import io.contactsync.sandbox.Marks;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxAddress;
import io.contactsync.sandbox.SandboxOptions;
import io.contactsync.sandbox.store.Group;
import io.contactsync.sandbox.store.Tenant;
import io.contactsync.sandbox.store.User;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host gets the product's jar and what Maven brings with it, and needs nothing more to synchronise. */
class ProductJarTest {

    private static final List<String> ABSENT = List.of("io.contactsync.cli.ContactSync", "io.contactsync.probe.Probe",
            "io.contactsync.sandbox.Sandbox", "picocli.CommandLine", "gg.jte.TemplateOutput",
            "org.jline.terminal.Terminal", "io.vertx.core.Vertx", "ezvcard.VCard", "ch.qos.logback.classic.Logger");
    private static final int CENTRAL = 40;

    @TempDir
    Path folder;

    @Test
    void theProductsJarAloneSynchronises() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withMailboxes(3))) {
            Path output = folder.resolve("output.txt");
            Process host = new ProcessBuilder(command(configuration(sandbox.address()))).directory(folder.toFile())
                    .redirectErrorStream(true).redirectOutput(output.toFile()).start();
            assertThat(host.waitFor(5, TimeUnit.MINUTES)).as("the host ends").isTrue();
            assertThat(host.exitValue()).as(Files.readString(output)).isZero();
            Tenant tenant = sandbox.tenant();
            Group targets = tenant.group(sandbox.address().targetGroup()).orElseThrow();
            assertThat(tenant.members(targets, true)).filteredOn(member -> member instanceof User).hasSize(3)
                    .allSatisfy(target -> assertThat(ours(tenant, target.id())).isGreaterThan(CENTRAL));
        }
    }

    private List<String> command(Path configuration) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java,
                "-XX:TieredStopAtLevel=1", "-cp", classPath(), PlainHost.class.getName(),
                configuration.toString()));
        command.addAll(ABSENT);
        return command;
    }

    /** The host's own class, the product's jar, and what came with that. */
    private String classPath() throws IOException {
        String file = PlainHost.class.getName().replace('.', '/') + ".class";
        Path own = folder.resolve("classes");
        Files.createDirectories(own.resolve(file).getParent());
        Files.copy(Path.of("target/test-classes", file), own.resolve(file));
        return Stream.concat(Stream.of(own, Jars.jar("")), Jars.dependencies().stream()).map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The lines that a host has to write: what differs from the defaults. */
    private Path configuration(SandboxAddress address) throws IOException {
        return Files.writeString(folder.resolve("contact-sync.properties"), """
                graph.base-url = %s
                graph.authority = %s
                graph.ca-certificate = %s
                graph.tenant-id = %s
                graph.client-id = %s
                graph.client-secret = %s
                source.graph-contacts.mailboxes = %s
                source.graph-contacts.region = US
                targets.from = group
                targets.group = %s
                """.formatted(address.graph(), address.authority(), address.caCertificate(), address.tenant(),
                address.clientId(), address.clientSecret(), address.centralMailbox(), address.targetGroup()));
    }

    private static long ours(Tenant tenant, String mailbox) {
        Marks marks = new Marks("Colleagues", HiddenProperties.KEY, "v1|main|");
        return tenant.snapshot(mailbox).values().stream().filter(contact -> {
            try {
                return marks.on(new ObjectMapper().readTree(contact));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }).count();
    }
}
