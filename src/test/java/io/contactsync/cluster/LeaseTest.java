package io.contactsync.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactsync.journal.JournalException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long a node may send after it has held its turn. */
class LeaseTest {

    private long nanos = 5;
    private Instant wall = Instant.EPOCH;
    private final Lease lease = new Lease("a", 30, () -> nanos, () -> wall.toEpochMilli());

    @BeforeEach
    void take() {
        lease.taken(1, lease.now());
    }

    private void pass(int steady, int machine) {
        nanos += TimeUnit.SECONDS.toNanos(steady);
        wall = wall.plusSeconds(machine);
    }

    @Test
    void itEndsByWhicheverClockSaysSoFirst() {
        pass(29, 29);
        assertThat(lease.isRunning()).isTrue();
        pass(1, 1);
        assertThat(lease.isRunning()).isFalse();
        lease.held(lease.now());
        pass(0, 31); // the machine slept
        assertThat(lease.isRunning()).isFalse();
        lease.held(lease.now());
        pass(31, -100); // somebody set the clock back
        assertThat(lease.isRunning()).isFalse();
        assertThatThrownBy(lease::require).isInstanceOf(JournalException.class).hasMessage("the turn of the node 'a'"
                + " was not held for 30 seconds, and another node may have it: nothing more is sent");
    }

    /** The database's time begins when it hears of it, which is later. */
    @Test
    void itBeginsBeforeTheDatabaseIsAsked() {
        long asked = lease.now();
        pass(20, 20);
        lease.held(asked);
        pass(9, 9);
        assertThat(lease.isRunning()).isTrue();
        pass(1, 1);
        assertThat(lease.isRunning()).isFalse();
    }

    @Test
    void whatIsLostStaysLost() {
        lease.lose();
        lease.held(lease.now());
        assertThat(lease.isRunning()).isFalse();
        assertThatThrownBy(lease::require).isInstanceOf(JournalException.class)
                .hasMessage("another node has taken over since: the node 'a' sends nothing more");
    }
}
