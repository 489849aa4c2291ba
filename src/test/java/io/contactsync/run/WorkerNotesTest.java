package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactsync.journal.Grammar;
import io.contactsync.journal.JournalEntry;
import io.contactsync.problem.Problem;
import io.contactsync.workers.WorkerLease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A worker sends to a mailbox only as long as it certainly has it, and says why it does not. */
class WorkerNotesTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private static WorkerNotes notes(WorkerLease lease, int second) {
        return new WorkerNotes(lease, Clock.fixed(NOON.plusSeconds(second), ZoneOffset.UTC));
    }

    @Test
    void nothingGoesOutAfterTheLeaseAndTheJournalSaysSo() {
        WorkerLease lease = new WorkerLease();
        lease.holds("alice", "t1", NOON, Duration.ofSeconds(10));
        List<JournalEntry> intents = List.of(JournalEntry.of(Grammar.INTENT).with("mailbox", "alice"));
        assertThatCode(() -> notes(lease, 9).sends(intents)).doesNotThrowAnyException();
        assertThatThrownBy(() -> notes(lease, 10).sends(intents)).isInstanceOf(LostLeaseException.class)
                .satisfies(lost -> assertThat(Problem.of(lost).safe())
                        .isEqualTo("the coordinator has not answered in time: this machine may no longer have the "
                                + "mailbox, and sends nothing more to it"));
        assertThatThrownBy(() -> notes(lease, 1).sends(List.of(JournalEntry.of(Grammar.INTENT).with("mailbox", "bob"))))
                .isInstanceOf(LostLeaseException.class);
    }

    /** As a process that slept between writing its intents and sending them. */
    @Test
    void aRequestLeavesOnlyWhileTheLeaseHoldsOfEachOfItsMailboxes() {
        WorkerLease lease = new WorkerLease();
        lease.holds("Alice", "t1", NOON, Duration.ofSeconds(10));
        assertThat(notes(lease, 9).maySend(Set.of("alice"))).isTrue();
        assertThat(notes(lease, 10).maySend(Set.of("alice"))).isFalse();
        assertThat(notes(lease, 1).maySend(Set.of("alice", "bob"))).isFalse();
        assertThat(notes(lease, 10).maySend(Set.of())).as("what is for no mailbox").isTrue();
    }
}
