package io.contactsync.cli.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Single lines of the configuration change; the others stay as somebody wrote them. */
class ConfigurationEditTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir
    Path temp;

    private Path file(String text) throws IOException {
        return Files.writeString(temp.resolve("application.properties"), text);
    }

    @Test
    void aLineIsChangedWhereverAndHoweverItIsWritten() throws IOException {
        Path path = file("# One.\r\na.b=1\r\n\r\n  c.d : x\\\r\n   y\r\n# End.\r\n");
        ConfigurationEdit file = ConfigurationEdit.read(path);
        file.set("a.b", "C:\\keys\\a");
        file.set("c.d", "");
        file.set("e.f", "new");
        Path kept = file.write(NOW);
        assertThat(Files.readString(path))
                .isEqualTo("# One.\r\na.b = C:\\\\keys\\\\a\r\n\r\nc.d =\r\n# End.\r\ne.f = new\r\n");
        assertThat(kept.getFileName()).hasToString("application.properties.20261125-120000");
        assertThat(Files.readString(kept)).contains("  c.d : x\\");
    }

    @Test
    void ofTwoLinesWithOneKeyTheOneThatCountsIsChanged() throws IOException {
        Path path = file("a.b = 1\na.b = 2\na.bc = 3\n");
        ConfigurationEdit file = ConfigurationEdit.read(path);
        file.set("a.b", "4");
        file.write(NOW);
        assertThat(Files.readString(path)).isEqualTo("a.b = 1\na.b = 4\na.bc = 3\n");
    }

    @Test
    void whatIsAsItShouldBeIsNoChange() throws IOException {
        ConfigurationEdit file = ConfigurationEdit.read(file("a.b = 1\nc.d =\n"));
        file.set("a.b", "1");
        file.set("c.d", "");
        assertThat(file.isChanged()).isFalse();
    }

    @Test
    void linesGoBehindTheLastKeyOfTheirKind() throws IOException {
        Path path = file("# A.\nsource.x = 1\n# B.\nsource.y = 2\n\n# C.\ngraph.z = 3\n");
        ConfigurationEdit file = ConfigurationEdit.read(path);
        file.addBehind("source.", List.of("# N.", "source.n ="));
        file.write(NOW);
        assertThat(Files.readString(path))
                .isEqualTo("# A.\nsource.x = 1\n# B.\nsource.y = 2\n# N.\nsource.n =\n\n# C.\ngraph.z = 3\n");
    }

    @Test
    void theRightsOfTheFileStayAndALinkStaysALink() throws IOException {
        Path path = file("a.b = 1\n");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(temp.resolve("link.properties"), path);
        ConfigurationEdit file = ConfigurationEdit.read(link);
        file.set("a.b", "2");
        file.write(NOW);
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.readString(link)).isEqualTo("a.b = 2\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rw-r-----");
    }
}
