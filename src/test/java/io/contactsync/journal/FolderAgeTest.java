package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder creates nothing before it knows all that lists may not show yet, whatever its clock does. */
class FolderAgeTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Duration SETTLE = Duration.ofMinutes(15);

    @TempDir
    Path data;

    private FolderAge begin(int minute) {
        return FolderAge.begin(data, List.of(), new TimeScale(NOON.plus(Duration.ofMinutes(minute)), null), "r1");
    }

    private Instant settlingUntil(int minute) {
        return begin(minute).settlingUntil(SETTLE);
    }

    private static Instant at(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }

    @Test
    void aFolderThatKnowsNothingIsAsOldAsItsFirstRun() {
        assertThat(begin(0).grownUp(SETTLE)).isEqualTo(at(15));
        assertThat(begin(5).grownUp(SETTLE)).as("the journal of the run before is lost").isEqualTo(at(20));
        assertThat(begin(5).settlingUntil(SETTLE)).isNull();
    }

    @Test
    void afterAnErasureItSettlesFromThatTimeOrFromNowIfThatIsToCome() {
        FolderAge.settleFrom(data, at(3));
        assertThat(settlingUntil(5)).isEqualTo(at(18));
        assertThat(settlingUntil(7)).as("it was told once").isEqualTo(at(18));
        FolderAge.settleFrom(data, at(60));
        assertThat(settlingUntil(8)).isEqualTo(at(23));
    }

    @Test
    void whatSettlesFromTheNextRunOnIsNotMadeShorterByAnErasure() {
        FolderAge.settleFromNextRun(data);
        FolderAge.settleFrom(data, at(1));
        assertThat(settlingUntil(9)).isEqualTo(at(24));
        assertThat(settlingUntil(30)).isEqualTo(at(24));
    }

    @Test
    void aDamagedFileSettlesFromTheNextRunOn() throws IOException {
        begin(0);
        Path file = data.resolve("state/began");
        Files.writeString(file, Files.readString(file).replace("began 2026", "began 2025"));
        assertThat(settlingUntil(40)).isEqualTo(at(55));
        assertThat(begin(41).grownUp(SETTLE)).as("how old it is is not known either").isAfterOrEqualTo(at(55));
    }
}
