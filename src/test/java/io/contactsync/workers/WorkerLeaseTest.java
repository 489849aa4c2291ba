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
        lease.ends("anna");
        assertThat(lease.has("anna")).isFalse();
    }
}
