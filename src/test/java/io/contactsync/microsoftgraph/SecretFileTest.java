package io.contactsync.microsoftgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret in a file: literally, and only where nobody else can read it. */
class SecretFileTest {

    @TempDir
    Path folder;

    private SecretFile file(byte[] content) throws Exception {
        Path file = Files.write(folder.resolve("secret"), content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return new SecretFile("option clientSecretFile", file, null);
    }

    private SecretFile file(String content) throws Exception {
        return file(content.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(SecretFile file, String why) {
        assertThatThrownBy(file::read).isInstanceOf(GraphAuthenticationException.class)
                .hasMessageContaining("option clientSecretFile: the file '")
                .hasMessageContaining(why).hasMessageNotContaining("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a{{b}}c", "}}$%&RAW(x)", " with spaces ", "\"quotes\" and 'apostrophes'", "back\\slash",
            "#hash = value", "grün"})
    void isTakenLiterally(String secret) throws Exception {
        assertThat(file(secret).read()).isEqualTo(secret);
        assertThat(file(secret + "\n").read()).isEqualTo(secret);
        assertThat(file(secret + "\r\n").read()).isEqualTo(secret);
        assertThat(file(secret + "\n\n").read()).isEqualTo(secret + "\n");
    }

    @Test
    void whatIsNoSecretIsRefused() throws Exception {
        refused(new SecretFile("option clientSecretFile", folder.resolve("none"), null), "does not exist");
        refused(new SecretFile("option clientSecretFile", folder, null), "is not a regular file");
        refused(file(""), "is empty");
        refused(file("\n"), "is empty");
        refused(file("canary".repeat(700)), "is longer than 4096 bytes");
        refused(file("\uFEFFcanary"), "byte order mark");
        refused(file(new byte[] {'a', (byte) 0xff}), "is not UTF-8 text");
        assertThat(file("c".repeat(4096)).read()).hasSize(4096);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-rw-rw-"})
    void aFileThatOthersCanReadIsRefusedButAmongSystemdsCredentials(String rights) throws Exception {
        SecretFile open = file("canary");
        Files.setPosixFilePermissions(open.file(), PosixFilePermissions.fromString(rights));
        refused(open, "by others than its owner: chmod 600 it");
        assertThat(new SecretFile("option clientSecretFile", open.file(), folder).read()).isEqualTo("canary");
        refused(new SecretFile("option clientSecretFile", open.file(), folder.resolve("elsewhere")), "chmod 600");
    }
}
