package io.contactsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command of the package acts as its service does: the same user, folder and secrets. */
@EnabledOnOs(OS.LINUX)
class DebianPackageTest {

    private static final Path COMMAND = Path.of("src/dist/deb/bin/contact-sync");
    private static final Path UNIT = Path.of("src/dist/service/contact-sync.service");

    @TempDir
    Path temp;

    private void stub(String name, String does) throws IOException {
        Files.writeString(temp.resolve(name), "#!/bin/sh\n" + does + "\n");
        Files.setPosixFilePermissions(temp.resolve(name), PosixFilePermissions.fromString("rwx------"));
    }

    /** What systemd-run is asked for, a word a line; root is who asks. */
    private List<String> asked(String unit) throws Exception {
        Files.writeString(temp.resolve("unit"), unit);
        stub("id", "echo 0");
        stub("systemctl", "cat '" + temp.resolve("unit") + "'");
        stub("systemd-run", "printf '%s\\n' \"$@\"");
        Path output = temp.resolve("output.txt");
        Map<String, String> path = Map.of("PATH", temp + ":" + System.getenv("PATH"));
        int code = Distribution.run(output, path, List.of("sh", COMMAND.toString(), "explain", "Bob Ahrens", "*"));
        assertThat(code).as(Files.readString(output)).isZero();
        return Files.readAllLines(output);
    }

    private static String line(String key) throws IOException {
        return Files.readAllLines(UNIT).stream().filter(line -> line.startsWith(key + "=")).findFirst().orElseThrow();
    }

    @Test
    void theCommandRunsAsTheServiceDoes() throws Exception {
        List<String> asked = asked(Files.readString(UNIT));
        for (String key : List.of("DynamicUser", "User", "StateDirectory", "StateDirectoryMode", "UMask",
                "LoadCredential", "ProtectSystem", "NoNewPrivileges")) {
            assertThat(asked).contains("--property=" + line(key));
        }
        assertThat(asked).contains(line("Environment").replace("Environment=", "--setenv="))
                .endsWith("--", "/usr/lib/contact-sync/bin/contact-sync", "explain", "Bob Ahrens", "*");
        assertThat(line("ExecStart")).isEqualTo("ExecStart=/usr/lib/contact-sync/bin/contact-sync serve");
    }

    @Test
    void aDropInReplacesTheCredentials() throws Exception {
        assertThat(asked(Files.readString(UNIT) + "\n[Service]\nLoadCredential=\n"
                + "LoadCredential=graph.certificate:/etc/contact-sync/a.pem\n"
                + "LoadCredential=graph.certificate-password:/etc/contact-sync/b\n"))
                .filteredOn(word -> word.contains("Credential")).containsExactly(
                        "--property=LoadCredential=graph.certificate:/etc/contact-sync/a.pem",
                        "--property=LoadCredential=graph.certificate-password:/etc/contact-sync/b");
    }

    @Test
    void whoIsNotRootIsToldSo() throws Exception {
        stub("id", "echo 1000");
        Path output = temp.resolve("output.txt");
        int code = Distribution.run(output, Map.of("PATH", temp + ":" + System.getenv("PATH")),
                List.of("sh", COMMAND.toString(), "sync"));
        assertThat(code).isEqualTo(2);
        assertThat(output).hasContent("contact-sync: only root may act as the service: sudo contact-sync sync");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postinst", "prerm", "postrm"})
    void itsScriptsAreSound(String script) throws Exception {
        Path output = temp.resolve("output.txt");
        int code = Distribution.run(output, Map.of(), List.of("sh", "-n", "src/dist/deb/control/" + script));
        assertThat(code).as(Files.readString(output)).isZero();
    }

    @Test
    void whatPeopleEditIsKeptByAnUpgrade() throws Exception {
        String pom = Files.readString(Path.of("pom.xml"));
        String data = pom.substring(pom.indexOf("<dataSet>"), pom.indexOf("</dataSet>")).replaceAll("\\s+", "");
        for (String edited : List.of("config", "routes/sources")) {
            assertThat(data).contains("<src>" + edited + "</src><conffile>true</conffile>")
                    .contains("<linkName>/usr/lib/contact-sync/" + edited + "</linkName>");
        }
        assertThat(data).contains("<excludes>bin/**,config/**,routes/sources/**,");
    }
}
