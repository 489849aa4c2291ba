package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.ContactKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of a mailbox's recent creates is known on the machine that gets the mailbox, and nothing else is. */
class MailboxCreatesTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration SETTLE = Duration.ofMinutes(15);
    private static final ContactKey ANNA = new ContactKey("staff", "anna");
    private static final ContactKey BEN = new ContactKey("staff", "ben");

    @TempDir
    Path runs;

    private static String line(String event, String mailbox, String change, ContactKey key, String rest) {
        return "{\"at\":\"" + Journal.TIME.format(NOON.minusSeconds(60)) + "\",\"event\":\"" + event
                + "\",\"mailbox\":\"" + mailbox + "\",\"change\":\"" + change + "\""
                + (key == null ? "" : ",\"key\":\"" + key.text() + "\"") + rest + "}";
    }

    private RecentCreates recent(boolean unknown, String... lines) throws IOException {
        Files.createDirectories(runs.resolve("1"));
        Files.write(runs.resolve("1").resolve(Journal.FILE), List.of(lines));
        return RecentCreates.read(EarlierRuns.journals(runs, "now"), new TimeScale(NOON, null), SETTLE, unknown);
    }

    private static RecentCreates elsewhere(RecentCreates here, String mailbox) {
        return RecentCreates.of(mailbox, here.of(mailbox));
    }

    @Test
    void createsAdoptionsAndTheCategoryCross() throws IOException {
        RecentCreates here = recent(false, line("intent", "alice", "create", ANNA, ""),
                line("intent", "alice", "update", BEN, ",\"reason\":\"adopted by e-mail\""),
                line("outcome", "alice", "category", null, ",\"outcome\":\"applied\""));
        RecentCreates there = elsewhere(here, "alice");
        assertThat(there.contains("alice", ANNA)).isTrue();
        assertThat(there.contains("alice", BEN)).isFalse();
        assertThat(there.count("alice")).isEqualTo(1);
        assertThat(there.isSettled("alice")).isFalse();
        assertThat(there.isMade("alice", BEN)).isTrue();
        assertThat(there.isConfirmedBy("alice", 1)).isTrue();
        assertThat(there.isConfirmedBy("alice", 0)).isFalse();
        assertThat(there.hasAddedCategory("alice")).isTrue();
    }

    @Test
    void ofAMailboxWithoutAnyNothingCrosses() throws IOException {
        RecentCreates there = elsewhere(recent(false, line("intent", "alice", "create", ANNA, "")), "bob");
        assertThat(there.contains("bob", ANNA)).isFalse();
        assertThat(there.isSettled("bob")).isTrue();
        assertThat(there.isMade("bob", ANNA)).isFalse();
        assertThat(there.mayBeMade("bob", 1)).isFalse();
        assertThat(there.isConfirmedBy("bob", 0)).isTrue();
        assertThat(there.hasAddedCategory("bob")).isFalse();
    }

    @Test
    void whatIsNotKnownHereIsNotKnownThere() throws IOException {
        RecentCreates there = elsewhere(recent(true, line("intent", "alice", "create", ANNA, "")), "bob");
        assertThat(there.contains("bob", BEN)).isTrue();
        assertThat(there.isSettled("bob")).isFalse();
        assertThat(there.isConfirmedBy("bob", 0)).isFalse();
    }

    @Test
    void aMailboxWhoseWorkerWasLostMayHoldAnything() throws IOException {
        RecentCreates here = recent(false, line("handed", "alice", "", null, ""));
        for (RecentCreates known : List.of(here, elsewhere(here, "alice"))) {
            assertThat(known.contains("alice", ANNA)).isTrue();
            assertThat(known.isSettled("alice")).isFalse();
            assertThat(known.isMade("alice", ANNA)).isTrue();
            assertThat(known.mayBeMade("alice", 500)).isTrue();
            assertThat(known.isConfirmedBy("alice", 0)).isFalse();
        }
    }
}
