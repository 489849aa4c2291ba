package io.contactsync.cli.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.microsoftgraph.SecretFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** What init signs in with is what a run signs in with. */
class CredentialTest {

    @Test
    void amongSystemdsCredentialsOthersMayReadIt(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "canary");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));
        assertThat(Credential.of(new SecretFile("the file", file, folder)).keys())
                .containsEntry("graph.client-secret-file", file.toString());
        assertThat(new SecretFile("the file", file, folder).read()).isEqualTo("canary");
        assertThatThrownBy(() -> Credential.of(new SecretFile("the file", file, null)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("chmod 600").hasMessageNotContaining("canary");
    }
}
