package io.contactsync.cli.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Credentials of systemd are found by their names: over the file, under the environment. */
class SecretsTest {

    private static final String SECRET = "graph.client-secret-file";
    private static final String CERTIFICATE = "graph.certificate";

    @TempDir
    Path temp;
    private final Map<String, String> environment = new HashMap<>();

    private Configuration read() throws Exception {
        Path file = Files.writeString(temp.resolve("application.properties"),
                Files.readString(ConfigurationFile.OWN) + "\n" + SECRET + " = init's own\n" + CERTIFICATE + " = old\n");
        return Configuration.read(file, Path.of("routes"), environment, Map.of());
    }

    @BeforeEach
    void someFolder() {
        environment.put("CREDENTIALS_DIRECTORY", temp.toString());
    }

    @Test
    void whatSystemdGivesGoesOverTheFile() throws Exception {
        Path secret = Files.writeString(temp.resolve("graph.client-secret"), "a");
        Path certificate = Files.writeString(temp.resolve(CERTIFICATE), "b");
        Configuration read = read();
        assertThat(read.get(SECRET)).isEqualTo(secret.toString());
        assertThat(read.get(CERTIFICATE)).isEqualTo(certificate.toString());
    }

    @Test
    void whatItDoesNotGiveStaysAsTheFileSays() throws Exception {
        Configuration read = read();
        assertThat(read.get(SECRET)).isEqualTo("init's own");
        assertThat(read.get(CERTIFICATE)).isEqualTo("old");
    }

    @Test
    void theEnvironmentGoesOverBoth() throws Exception {
        Files.writeString(temp.resolve("graph.client-secret"), "a");
        environment.put("GRAPH_CLIENT_SECRET_FILE", "told");
        assertThat(read().get(SECRET)).isEqualTo("told");
    }
}
