package io.contactsync.cli.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One installation, several configurations; and what is said of a file that cannot be read. */
class ConfigurationFileTest {

    @TempDir
    Path temp;

    private Path own(String... lines) throws Exception {
        return Files.write(temp.resolve("own.properties"), List.of(lines));
    }

    @Test
    void aCommandReadsTheFileThatIsNamed() throws Exception {
        try (SyncBench bench = SyncBench.startSmall(temp)) {
            String shipped = Files.readString(ConfigurationFile.OWN);
            String settings = bench.settings().entrySet().stream()
                    .map(entry -> entry.getKey() + " = " + entry.getValue()).collect(Collectors.joining("\n"));
            Path file = Files.writeString(temp.resolve("contoso.properties"), shipped + "\n" + settings + "\n");
            Result result = SyncBench.run("sync", "--json", "--config", file.toString());
            assertThat(result.exit()).as(result.err()).isZero();
            assertThat(result.number("/mailboxes/done")).isEqualTo(5);
            assertThat(bench.journals()).hasSize(1);
        }
    }

    @Test
    void aMisspeltKeyIsNamedWithItsFile() throws Exception {
        Path file = own("graph.tenant = x");
        Result result = SyncBench.run("check", "--config", file.toString());
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).contains(file.toString(), "'graph.tenant'", "did you mean 'graph.tenant-id'?");
    }

    @Test
    void whatIsNoTextOfKeysIsRefused() throws Exception {
        assertThatThrownBy(() -> ConfigurationFile.load(own("graph.proxy = C:\\users\\me")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("it must be UTF-8 text with lines of key = value");
        assertThatThrownBy(
                () -> ConfigurationFile.load(Files.write(temp.resolve("latin"), new byte[] {'a', '=', (byte) 0xE4})))
                .hasMessageContaining("it must be UTF-8 text");
    }

    @Test
    void aFileThatThisUserMayNotReadIsNamed() throws Exception {
        Path file = own("sync.data = x");
        Assumptions.assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file),
                "this user may read everything");
        assertThatThrownBy(() -> ConfigurationFile.load(file)).hasMessageContaining("may not be read by this user");
    }

    @Test
    void twoTenantsHaveTwoDataFolders() throws Exception {
        Path installations = own("graph.tenant-id = contoso.com", "sync.data = data");
        Configuration same = configuration("contoso.com", "data");
        Configuration apart = configuration("fabrikam.com", "data-fabrikam");
        Configuration shared = configuration("fabrikam.com", "data");
        Path other = temp.resolve("other.properties");
        assertThat(ConfigurationFile.requireOwnData(other, same, installations)).isSameAs(same);
        assertThat(ConfigurationFile.requireOwnData(other, apart, installations)).isSameAs(apart);
        assertThat(ConfigurationFile.requireOwnData(installations, shared, installations)).isSameAs(shared);
        assertThatThrownBy(() -> ConfigurationFile.requireOwnData(other, shared, installations))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("sync.data of '" + other + "' must be a folder of its own")
                .hasMessageEndingWith("was 'data'");
    }

    private static Configuration configuration(String tenant, String data) {
        return Configuration.read(ConfigurationFile.OWN, Path.of("routes"), Map.of(),
                Map.of("graph.tenant-id", tenant, "sync.data", data));
    }
}
