package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.SourceState;
import io.contactsync.journal.Reading;
import io.contactsync.journal.Readings;
import io.contactsync.journal.VersionStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastReadingsTest {

    private static final Instant LEFT = Instant.parse("2026-01-01T05:00:00Z");

    @TempDir
    Path data;

    private java.util.List<Reading.Former> former(Instant at, int people) {
        new LastReadings(data, "r", at).keep(RunTestBase.people(0, people), SourceState.COMPLETE, Map.of());
        return new Readings(data).read("staff").orElseThrow().former();
    }

    @Test
    void whoLeftIsForgottenWhenWhatWasWrittenOfThemIs() {
        former(LEFT, 2);
        assertThat(former(LEFT.plus(Duration.ofDays(1)), 1)).hasSize(1);
        assertThat(former(LEFT.plus(VersionStore.REMEMBERED).minusSeconds(1), 1)).hasSize(1);
        assertThat(former(LEFT.plus(VersionStore.REMEMBERED), 1)).isEmpty();
        assertThat(VersionStore.REMEMBERED).isEqualTo(Duration.ofDays(90));
    }
}
