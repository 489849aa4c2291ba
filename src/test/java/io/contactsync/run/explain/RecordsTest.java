package io.contactsync.run.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Quarantine;
import io.contactsync.core.Times;
import io.contactsync.journal.QuarantineFile;
import io.contactsync.run.RunSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the data folder tells although some of it is damaged. */
class RecordsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    Path data;

    @Test
    void aDamagedFileHidesNothingOfAnother() throws IOException {
        new QuarantineFile(data).write(Map.of("box", new Quarantine(3, NOON, null, Duration.ZERO, false)));
        Files.writeString(data.resolve("state/refused"), "nonsense\n");
        Records records = new Records(RunSettings.of("main", "acme", "", true, 10, 15, false, data.toString()));
        assertThat(records.damage()).singleElement().asString().contains("refused");
        assertThat(records.rest("box", NOON, Times.UTC)).isNotEmpty();
    }
}
