package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.ContactKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** What a worker may have created that was not heard again. */
class LostMailboxesTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final ContactKey ANNA = new ContactKey("staff", "anna");
    private static final ContactKey BEN = new ContactKey("staff", "ben");

    @TempDir
    Path runs;

    private void journal(String run, String... lines) throws IOException {
        Files.createDirectories(runs.resolve(run));
        Files.writeString(runs.resolve(run).resolve(Journal.FILE), String.join("\n", lines) + "\n");
    }

    private static String event(int minutesAgo, String event) {
        return "{\"at\":\"" + Journal.TIME.format(NOON.minus(Duration.ofMinutes(minutesAgo))) + "\",\"event\":\""
                + event + "\",\"mailbox\":\"alice\",\"worker\":\"one\"}";
    }

    private static String create(int minutesAgo, String event, String more) {
        return event(minutesAgo, event).replace("}", ",\"change\":\"create\",\"key\":\"staff|anna\"" + more + "}");
    }

    private RecentCreates recent() {
        return RecentCreates.read(EarlierRuns.journals(runs, "now"), new TimeScale(NOON, null), Duration.ofMinutes(15),
                false);
    }

    @Test
    void aMailboxThatAWorkerDidNotReturnMayHoldAnything() throws IOException {
        journal("first", event(17, "handed"));
        assertThat(recent().contains("alice", ANNA)).as("a worker may go on for a while").isTrue();
        assertThat(recent().isMade("alice", ANNA)).isTrue();
        assertThat(recent().mayBeMade("alice", 100)).isTrue();
        assertThat(recent().isConfirmedBy("alice", 0)).isFalse();
        assertThat(recent().contains("bob", ANNA)).isFalse();
        journal("second", event(10, "handed"), event(9, "returned"));
        assertThat(recent().contains("alice", ANNA)).as("what another worker did later says nothing of it").isTrue();
    }

    @Test
    void aWorkerThatIsNotHeardMayBeAtWorkForMinutes() throws IOException {
        journal("first", event(6, "handed"));
        assertThat(recent().isAtWork("alice")).isFalse();
        journal("second", event(4, "handed"));
        assertThat(recent().isAtWork("alice")).isTrue();
        assertThat(recent().isAtWork("bob")).isFalse();
        journal("second", event(4, "handed"), event(3, "returned"));
        assertThat(recent().isAtWork("alice")).isFalse();
    }

    @Test
    void aMailboxThatAWorkerReturnedHoldsWhatItsLinesSay() throws IOException {
        journal("first", event(10, "handed"), event(9, "plan"), create(9, "intent", ""),
                create(9, "outcome", ",\"outcome\":\"applied\""),
                event(9, "returned"));
        assertThat(recent().contains("alice", ANNA)).isTrue();
        assertThat(recent().contains("alice", BEN)).isFalse();
        journal("older", event(21, "handed"));
        assertThat(recent().contains("alice", BEN)).as("long over").isFalse();
    }

    @Test
    void anotherMachineKnowsAsMuchOfAMailbox() throws IOException {
        journal("first", create(5, "intent", ""), create(5, "outcome", ",\"outcome\":\"unknown\""));
        RecentCreates there = RecentCreates.of("alice", recent().of("alice"));
        assertThat(there.contains("alice", ANNA)).isTrue();
        assertThat(there.contains("alice", BEN)).isFalse();
        assertThat(there.isMade("alice", ANNA)).isTrue();
        assertThat(there.isConfirmedBy("alice", 1)).isTrue();
        journal("second", event(5, "handed"));
        assertThat(RecentCreates.of("alice", recent().of("alice")).contains("alice", BEN)).isTrue();
    }
}
