package io.contactsync.microsoftgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Permits per mailbox under many threads. */
class MailboxLanesTest {

    @Test
    @Timeout(60)
    void neverExceedsTheWidthNeverStallsAndForgets() throws Exception {
        MailboxLanes lanes = new MailboxLanes(4);
        Map<String, AtomicInteger> inside =
                Map.of("a", new AtomicInteger(), "b", new AtomicInteger(), "c", new AtomicInteger());
        AtomicInteger most = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<? extends Future<?>> work = IntStream.range(0, 16)
                    .mapToObj(n -> threads.submit(() -> run(lanes, inside, most, new Random(n)))).toList();
            for (Future<?> one : work) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(most.get()).isBetween(2, 4);
        assertThat(lanes.size()).isZero();
    }

    private static Void run(MailboxLanes lanes, Map<String, AtomicInteger> inside, AtomicInteger most, Random random)
            throws InterruptedException {
        for (int i = 0; i < 2000; i++) {
            Map<String, Integer> wanted =
                    random.nextBoolean() ? Map.of("a", 1 + random.nextInt(20), "b", 1, "c", 2) : Map.of("c", 1, "b", 3);
            try (MailboxLanes.Lease lease = lanes.acquire(wanted)) {
                wanted.forEach(
                        (name, n) -> most.accumulateAndGet(inside.get(name).addAndGet(Math.min(4, n)), Math::max));
                Thread.yield();
                wanted.forEach((name, n) -> inside.get(name).addAndGet(-Math.min(4, n)));
            }
        }
        return null;
    }

    @Test
    void givesBackWhatItHadWhenInterrupted() throws Exception {
        MailboxLanes lanes = new MailboxLanes(4);
        try (MailboxLanes.Lease full = lanes.acquire(Map.of("b", 20))) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> lanes.acquire(Map.of("a", 1, "b", 1))).isInstanceOf(InterruptedException.class);
            assertThat(lanes.size()).isEqualTo(1);
        }
        assertThat(lanes.size()).isZero();
    }

    @Test
    void findsTheMailboxInAUrl() {
        assertThat(MailboxPaths.of("/users/ABC/contacts")).isEqualTo("abc");
        assertThat(MailboxPaths.of("/Users/abc/contactFolders/x/contacts?$top=1")).isEqualTo("abc");
        assertThat(MailboxPaths.of("/users/abc")).isNull();
        assertThat(MailboxPaths.of("/users/abc?$select=a/b")).isNull();
        assertThat(MailboxPaths.of("/users")).isNull();
        assertThat(MailboxPaths.of("/users//contacts")).isNull();
        assertThat(MailboxPaths.of("/groups/abc/members")).isNull();
    }
}
