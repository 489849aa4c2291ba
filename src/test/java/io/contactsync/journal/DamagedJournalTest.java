package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactsync.core.ContactKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A journal that a disk gives back otherwise than it was written: noticed, or without any effect; never a stack trace,
 * never less than it knew.
 */
class DamagedJournalTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final ContactKey ANNA = new ContactKey("staff", "id-1");
    private static final ContactKey BEN = new ContactKey("staff", "id-2");

    /** Another character, another case, no character at all. */
    private static final int[] BITS = {0x01, 0x20, 0x80};

    @TempDir
    Path data;
    private Path file;
    private byte[] whole;

    @BeforeEach
    void write() throws IOException {
        try (Journal journal =
                Journal.begin(data, data.resolve("runs").resolve("1"),
                        Clock.fixed(NOON.minusSeconds(60), ZoneOffset.UTC))) {
            journal.write(JournalEntry.of(Grammar.RUN_START).with("run", "1"));
            journal.write(JournalEntry.of(Grammar.TARGETS).with("mailboxes", 1));
            journal.write(JournalEntry.of(Grammar.CLOCK).with("graph", Journal.time(NOON.minusSeconds(60))));
            journal.write(JournalEntry.of(Grammar.PLAN).with("mailbox", "alice").with("settled", true));
            journal.write(List.of(intent(ANNA), intent(BEN)), true);
            journal.write(JournalEntry.of(Grammar.OUTCOME).with("mailbox", "alice").with("change", "create")
                    .with("key", BEN.text()).with("outcome", "rejected"));
            journal.write(intent(BEN));
            file = journal.file();
        }
        whole = Files.readAllBytes(file);
    }

    private static JournalEntry intent(ContactKey key) {
        return JournalEntry.of(Grammar.INTENT).with("mailbox", "alice").with("change", "create")
                .with("key", key.text());
    }

    private RecentCreates recent() {
        return EarlierRuns.of(data, "now", new TimeScale(NOON, NOON), Duration.ofMinutes(15)).recent();
    }

    private boolean knowsAll() {
        RecentCreates recent = recent();
        return recent.contains("alice", ANNA) && recent.contains("alice", BEN) && !recent.contains("bob", ANNA);
    }

    @Test
    void noticesEachByteOfAJournalThatChanges() throws IOException {
        int last = new String(whole, StandardCharsets.US_ASCII).lastIndexOf("{\"at\"");
        for (int place = 0; place < whole.length; place++) {
            for (int bit : BITS) {
                byte[] other = whole.clone();
                other[place] ^= (byte) bit;
                Files.write(file, other);
                boolean refused = isRefused(place);
                assertThat(refused || place >= last).as("bit %x of byte %d: only an end may be torn", bit, place)
                        .isTrue();
            }
        }
    }

    private boolean isRefused(int place) {
        try {
            assertThat(knowsAll()).as("byte %d", place).isTrue();
            return false;
        } catch (JournalException refused) {
            assertThat(refused).hasMessageContaining("journal.jsonl' is damaged in line ")
                    .hasMessageContaining("contact-sync state rebuild");
            return true;
        }
    }

    /** A crash may cut a journal within its last line only: what is cut there was never sent. */
    @Test
    void aCutWithinTheLastLineLosesThatLineOnly() throws IOException {
        int start = new String(whole, StandardCharsets.US_ASCII).lastIndexOf("{\"at\"");
        for (int length = start; length < whole.length - 1; length++) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertThat(recent().contains("alice", ANNA)).as("cut after %d bytes", length).isTrue();
        }
    }

    @Test
    void anOldJournalThatIsDamagedStopsNobody() throws IOException {
        byte[] other = whole.clone();
        other[40] ^= 1;
        Files.write(file, other);
        assertThat(EarlierRuns.of(data, "now", later(Duration.ofDays(8)), Duration.ofMinutes(15)).recent()
                .contains("alice", ANNA)).isFalse();
    }

    /** How late its own clock was, nobody can say any more. */
    @Test
    void aDamagedJournalIsNotOldBecauseItsClockWasLate() throws IOException {
        byte[] other = whole.clone();
        other[40] ^= 1;
        Files.write(file, other);
        assertThatThrownBy(() -> EarlierRuns.of(data, "now", later(Duration.ofDays(2)), Duration.ofMinutes(15)))
                .isInstanceOf(JournalException.class).hasMessageContaining("damaged");
    }

    private static TimeScale later(Duration time) {
        return new TimeScale(NOON.plus(time), NOON.plus(time));
    }

    @Test
    void aDamagedAgeOfTheFolderCostsASettleTime() throws IOException {
        assertThat(knowsAll()).isTrue();
        Path began = data.resolve("state").resolve("began");
        byte[] good = Files.readAllBytes(began);
        for (int place = 0; place < good.length; place++) {
            byte[] other = good.clone();
            other[place] ^= 1;
            Files.write(began, other);
            EarlierRuns earlier = EarlierRuns.of(data, "1", new TimeScale(NOON, NOON), Duration.ofMinutes(15));
            assertThat(earlier.settlingUntil() != null && earlier.recent().contains("bob", ANNA)
                    || place == good.length - 1).as("byte %d", place).isTrue();
        }
    }
}
