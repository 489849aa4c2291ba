package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.ContactKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The age of a create is measured by Graph's clock, whatever the machine's shows. Noon is Graph's time of the create.
 */
class ClockJumpTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration SETTLE = Duration.ofMinutes(15);
    private static final ContactKey ANNA = new ContactKey("staff", "id-1");

    @TempDir
    Path data;

    /** A run that was killed after an intent, its clock that much ahead of Graph's; it says so, or does not know. */
    private void killed(String run, Duration skew, boolean knowsGraph) throws IOException {
        try (Journal journal =
                Journal.begin(data, data.resolve("runs").resolve(run), Clock.fixed(NOON.plus(skew), ZoneOffset.UTC))) {
            journal.write(JournalEntry.of(Grammar.RUN_START).with("run", run));
            journal.write(JournalEntry.of(Grammar.TARGETS).with("mailboxes", 1));
            journal.write(JournalEntry.of(Grammar.CLOCK).with("graph", knowsGraph ? Journal.time(NOON) : null));
            journal.write(JournalEntry.of(Grammar.PLAN).with("mailbox", "alice").with("settled", true));
            journal.write(JournalEntry.of(Grammar.INTENT).with("mailbox", "alice").with("change", "create").with("key",
                    ANNA.text()));
            Files.setLastModifiedTime(journal.file(), FileTime.from(Instant.EPOCH));
        }
    }

    /** The next run, its clock that much ahead of Graph's. */
    private EarlierRuns next(Duration later, Duration skew, boolean knowsGraph) {
        Instant graph = NOON.plus(later);
        return EarlierRuns.of(data, "next", new TimeScale(graph.plus(skew), knowsGraph ? graph : null), SETTLE);
    }

    private boolean isRecent(Duration later, Duration skew, boolean knowsGraph) {
        return next(later, skew, knowsGraph).recent().contains("alice", ANNA);
    }

    /** Its only journal is of a run that ended before Graph told its time, and before anything was kept of its age. */
    @ParameterizedTest
    @ValueSource(longs = {-2_880, -60, 0, 60, 2_880})
    void aFolderIsAsYoungAsItsFirstRunWhateverTheClockShows(long minutes) throws IOException {
        Duration skew = Duration.ofMinutes(minutes);
        killed("1", skew, false);
        EarlierRuns next = next(Duration.ofMinutes(1), skew, true);
        assertThat(next.isYoung(NOON.plus(Duration.ofMinutes(1)))).isTrue();
        assertThat(next.isYoung(NOON.plus(Duration.ofDays(3)))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {-2_880, -60, 0, 60, 2_880})
    void aClockThatJumpsBetweenRunsMakesNoCreateOldOrYoung(long minutes) throws IOException {
        killed("1", Duration.ZERO, true);
        assertThat(isRecent(Duration.ofMinutes(1), Duration.ofMinutes(minutes), true)).isTrue();
        assertThat(isRecent(Duration.ofMinutes(15), Duration.ofMinutes(minutes), true)).isTrue();
        assertThat(isRecent(Duration.ofMinutes(16), Duration.ofMinutes(minutes), true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {-2_880, -60, 60, 2_880})
    void aClockThatWasWrongAndIsRightNowMakesNoCreateOldOrYoung(long minutes) throws IOException {
        killed("1", Duration.ofMinutes(minutes), true);
        assertThat(isRecent(Duration.ofMinutes(1), Duration.ZERO, true)).isTrue();
        assertThat(isRecent(Duration.ofMinutes(16), Duration.ZERO, true)).isFalse();
    }

    @Test
    void theJumpIsToldByHowMuch() throws IOException {
        killed("1", Duration.ofHours(1), true);
        assertThat(next(Duration.ofMinutes(1), Duration.ZERO, true).jumped()).isEqualTo(Duration.ofHours(-1));
        assertThat(next(Duration.ofMinutes(1), Duration.ZERO, false).jumped()).isNull();
    }

    @Test
    void aJournalWithoutGraphsTimeIsOldOnlyByEveryClock() throws IOException {
        killed("1", Duration.ZERO, false);
        assertThat(isRecent(Duration.ofMinutes(1), Duration.ofHours(1), true)).as("our clock jumped forward").isTrue();
        assertThat(isRecent(Duration.ofMinutes(16), Duration.ofHours(-1), true))
                .as("our clock jumped back: it lies in the future").isTrue();
        assertThat(isRecent(Duration.ofMinutes(16), Duration.ZERO, true)).isFalse();
        assertThat(isRecent(Duration.ofMinutes(16), Duration.ZERO, false)).isFalse();
        assertThat(isRecent(Duration.ofMinutes(16), Duration.ofHours(-1), false)).isTrue();
    }

    @Test
    void runsAreSortedByWhenTheyWereAndNotByTheirNames() throws IOException {
        killed("2", Duration.ZERO, true);
        try (Journal journal = Journal.begin(data, data.resolve("runs").resolve("1"),
                Clock.fixed(NOON.plusSeconds(300).minus(Duration.ofHours(1)), ZoneOffset.UTC))) {
            journal.write(JournalEntry.of(Grammar.CLOCK).with("graph", Journal.time(NOON.plusSeconds(300))));
            journal.write(JournalEntry.of(Grammar.PLAN).with("mailbox", "alice").with("settled", true));
        }
        assertThat(isRecent(Duration.ofMinutes(6), Duration.ZERO, true)).as("listed five minutes after it was sent")
                .isFalse();
    }

    @Test
    void aFolderIsYoungByGraphsClock() throws IOException {
        EarlierRuns.of(data, "1", new TimeScale(NOON, NOON), SETTLE);
        killed("1", Duration.ZERO, true);
        EarlierRuns early = next(Duration.ofMinutes(15), Duration.ofDays(2), true);
        assertThat(early.isYoung(NOON.plus(Duration.ofMinutes(15)))).isTrue();
        assertThat(early.isYoung(NOON.plus(Duration.ofMinutes(16)))).isFalse();
    }

    @Test
    void aFolderThatWouldBeginInTheFutureBeginsNow() {
        next(Duration.ofDays(2), Duration.ZERO, true);
        assertThat(next(Duration.ZERO, Duration.ZERO, true).knowsFrom()).isEqualTo(NOON.plus(SETTLE));
    }
}
