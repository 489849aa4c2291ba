package io.contactsync.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

class WorkerLeaseTest {

    private static final Instant ASKED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration GIVEN = Duration.ofSeconds(30);

    private final WorkerLease lease = new WorkerLease();

    /** Who asked a second time would go on with the first as if it were the second. */
    @Test
    void hasAMailboxUntilItIsThroughWithIt() {
        lease.holds("anna", "t1", ASKED, GIVEN);
        lease.heard(List.of("t1"), List.of(), ASKED.plusSeconds(20));
        assertThat(lease.has("anna")).isTrue();
        lease.ends("anna", "t2");
        assertThat(lease.has("anna")).as("by another token").isTrue();
        lease.ends("anna", "t1");
        assertThat(lease.has("anna")).isFalse();
    }

    /** Whoever slept, and its coordinator with it, is not awake in time. */
    @Test
    void whatIsOverDoesNotComeBack() {
        Custody custody = new Custody(GIVEN);
        custody.offer("anna");
        custody.take("anna", "one", "t1", ASKED);
        lease.holds("anna", "t1", ASKED, GIVEN);
        Instant awake = ASKED.plusSeconds(600);
        assertThat(custody.beat(List.of("t1"), awake)).as("nobody knows what came meanwhile").isEmpty();
        lease.heard(List.of("t1"), List.of("t1"), awake);
        assertThat(lease.isGood("anna", awake.plusSeconds(1))).isFalse();
    }
}
