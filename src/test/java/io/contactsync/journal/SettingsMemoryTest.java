package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which settings are not as they were when a run was last accepted. */
class SettingsMemoryTest {

    @TempDir
    Path data;

    private SettingsMemory memory() {
        return new SettingsMemory(data);
    }

    private Path path() {
        return data.resolve("state").resolve("configuration");
    }

    @Test
    void namesWhatChangedWhatIsNewAndWhatIsGone() throws IOException {
        assertThat(memory().changed(Map.of("a.b", "1"))).as("nothing was accepted yet").isEmpty();
        memory().write(Map.of("a.b", "1", "c.d", "2", "routes/sources/my source.yaml", "3"));
        assertThat(memory().changed(Map.of("a.b", "1", "c.d", "2", "routes/sources/my source.yaml", "3")))
                .hasValue(List.of());
        assertThat(memory().changed(Map.of("a.b", "1", "c.d", "x", "routes/sources/my source.yaml", "y")))
                .hasValue(List.of("c.d", "routes/sources/my source.yaml"));
        assertThat(memory().changed(Map.of("c.d", "2", "e.f", "1", "routes/sources/my source.yaml", "3")))
                .hasValue(List.of("a.b", "e.f"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path()))).isEqualTo("rw-------");
    }

    @Test
    void theSameConfigurationLooksLikeNoOther() throws IOException {
        memory().write(Map.of("a.b", "1", "c.d", "1"));
        String first = Files.readString(path());
        memory().write(Map.of("a.b", "1", "c.d", "1"));
        assertThat(Files.readString(path())).isNotEqualTo(first);
        List<String> hashes =
                Files.readAllLines(path()).stream().filter(line -> line.endsWith(" a.b") || line.endsWith(" c.d"))
                .map(line -> line.substring(0, line.indexOf(' '))).toList();
        assertThat(hashes).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void whatIsDamagedIsNotKnown() throws IOException {
        memory().write(Map.of("a.b", "1"));
        Files.writeString(path(), Files.readString(path()).replace(" a.b", " a.c"));
        assertThat(memory().changed(Map.of("a.b", "1"))).isEmpty();
        Files.writeString(path(), "");
        assertThat(memory().changed(Map.of("a.b", "1"))).isEmpty();
    }
}
