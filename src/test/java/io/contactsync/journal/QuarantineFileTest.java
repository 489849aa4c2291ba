package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactsync.core.Quarantine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which mailboxes rest is known in the next run, and damage of it is said. */
class QuarantineFileTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Map<String, Quarantine> ALL = Map.of(
            "a", new Quarantine(3, NOON, null, Duration.ZERO, false),
            "b", new Quarantine(0, null, NOON, Duration.ofMinutes(7), true),
            QuarantineFile.APPLICATION, new Quarantine(0, null, NOON, Duration.ofHours(1), false));

    @TempDir
    Path data;

    @Test
    void comesBackAsItWasAndMayBeEmptied() {
        QuarantineFile file = new QuarantineFile(data);
        assertThat(file.read()).isEmpty();
        file.write(ALL);
        assertThat(file.read()).isEqualTo(ALL);
        file.write(Map.of());
        assertThat(file.read()).isEmpty();
    }

    @Test
    void damageNamesItsLineAndWhatIsForgotten() throws IOException {
        QuarantineFile file = new QuarantineFile(data);
        file.write(Map.of("a", ALL.get("a")));
        Path path = data.resolve("state/quarantine");
        Files.writeString(path, Files.readString(path).replace("\"failures\":3", "\"failures\":4"));
        assertThatThrownBy(file::read).isInstanceOf(DamagedStateException.class)
                .hasMessageContaining("state/quarantine' is damaged in line 1: which mailboxes rest is forgotten");
        Files.delete(path);
        Files.createDirectories(path.resolve("in the way"));
        assertThatThrownBy(file::read).isInstanceOf(DamagedStateException.class)
                .hasMessageContaining("state/quarantine' must be an ordinary file, and is a folder: which");
        assertThatThrownBy(() -> file.write(ALL)).isInstanceOf(JournalException.class)
                .hasMessageContaining("state/quarantine' cannot be written");
    }
}
