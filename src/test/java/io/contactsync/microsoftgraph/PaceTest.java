package io.contactsync.microsoftgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** Pace and fences on a clock that only moves when told to. */
class PaceTest {

    private static final long SECOND = 1_000_000_000L;

    private final FakeWaiter time = new FakeWaiter();
    private final Fences fences = new Fences();

    private Pace pace(int perSecond) {
        return new Pace(new TokenBucket(perSecond, time.now()), fences, time, 300_000);
    }

    @Test
    void takesOnlyItsShareWhereOthersTakeTheRest() {
        TokenBucket bucket = new TokenBucket(1000, 0);
        bucket.share(0.25);
        int taken = 0;
        for (long now = 0; now < 1_000_000_000L; now += 1_000_000) {
            taken += bucket.take(now, 1) == 0 ? 1 : 0;
        }
        assertThat(taken).isBetween(250, 276);
        bucket.share(1);
        assertThat(bucket.take(1_100_000_000L, 100)).isZero();
    }

    @Test
    void letsATenthOfASecondThroughAtOnce() {
        TokenBucket bucket = new TokenBucket(1000, 0);
        assertThat(bucket.take(0, 100)).isZero();
        assertThat(bucket.take(0, 1)).isEqualTo(1_000_000);
        assertThat(bucket.take(999_999, 1)).isEqualTo(1);
        assertThat(bucket.take(1_000_000, 1)).isZero();
        assertThat(bucket.take(1_000_000, 20)).isEqualTo(20_000_000);
        assertThat(bucket.take(SECOND, 100)).isZero();
        assertThat(bucket.take(SECOND, 1)).isPositive();
    }

    @Test
    void letsABatchLargerThanTheBucketThroughWhenItIsFull() {
        TokenBucket bucket = new TokenBucket(10, 0);
        assertThat(bucket.take(0, 20)).isZero();
        assertThat(bucket.take(0, 20)).isEqualTo(2 * SECOND);
        assertThat(bucket.take(2 * SECOND, 20)).isZero();
    }

    @Test
    void neverExceedsTheRateInAnyWindow() throws Exception {
        Pace pace = pace(12_900);
        Random random = new Random(7);
        long start = time.now();
        long taken = 0;
        for (int i = 0; i < 5000; i++) {
            int size = 1 + random.nextInt(20);
            pace.take(size, Set.of());
            taken += size;
            assertThat(taken).isLessThanOrEqualTo((long) (12_900 * (time.now() - start) / 1e9) + 1290 + 1);
            time.advance(random.nextInt(300_000));
        }
        assertThat(taken / ((time.now() - start) / 1e9)).isGreaterThan(12_000);
    }

    @Test
    void waitsBehindAFenceForAll() throws Exception {
        fences.fenceAll(time.now(), 10 * SECOND);
        fences.fenceAll(time.now(), 3 * SECOND);
        pace(1000).take(1, Set.of("a"));
        assertThat(time.waits).containsExactly(10 * SECOND);
    }

    @Test
    void waitsBehindTheFenceOfItsMailboxOnly() throws Exception {
        fences.fence("a", time.now(), 5 * SECOND);
        pace(1000).take(1, Set.of("b"));
        assertThat(time.waits).isEmpty();
        pace(1000).take(1, Set.of("a", "b"));
        assertThat(time.waits).containsExactly(5 * SECOND);
    }

    @Test
    void noticesAFenceThatComesWhileInLine() throws Exception {
        TokenBucket bucket = new TokenBucket(1, time.now());
        bucket.take(time.now(), 1);
        Waiter throttled = new Waiter() {
            @Override
            long now() {
                return time.now();
            }

            @Override
            void await(long nanos) {
                if (time.waits.isEmpty()) {
                    fences.fence("a", now(), 9 * SECOND);
                }
                time.await(nanos);
            }
        };
        new Pace(bucket, fences, throttled, 300_000).take(1, Set.of("a"));
        assertThat(time.waits).containsExactly(SECOND, 8 * SECOND);
    }

    @Test
    void forgetsFencesThatAreOver() {
        fences.fence("a", 0, 5);
        fences.fence("b", 4, 5);
        assertThat(fences.size()).isEqualTo(2);
        fences.fence("c", 5, 5);
        assertThat(fences.size()).isEqualTo(2);
        assertThat(fences.remaining(Set.of("a", "b", "c"), 5)).isEqualTo(5);
    }

    @Test
    void refusesToStandInLineForTooLong() throws Exception {
        fences.fenceAll(time.now(), 300 * SECOND);
        pace(1000).take(1, Set.of());
        fences.fenceAll(time.now(), 300 * SECOND + 1);
        assertThatThrownBy(() -> pace(1000).take(1, Set.of())).isInstanceOfSatisfying(GraphException.class, e -> {
            assertThat(e.code()).isEqualTo("Paused");
            assertThat(e.sent()).isFalse();
            assertThat(e.retryAfter()).isEqualTo(Duration.ofNanos(300 * SECOND + 1));
        });
    }

    @Test
    void endsAWaitWhenStopped() {
        Waiter waiter = new Waiter();
        waiter.stop();
        assertThatThrownBy(() -> waiter.await(3600 * SECOND)).isInstanceOfSatisfying(GraphException.class,
                e -> assertThat(e.code()).isEqualTo("Stopping"));
    }

    @Test
    void endsAWaitByAnInterrupt() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> new Waiter().await(1, java.util.concurrent.TimeUnit.HOURS))
                .isInstanceOfSatisfying(GraphException.class, e -> assertThat(e.code()).isEqualTo("Interrupted"));
        assertThat(Thread.interrupted()).isTrue();
    }
}
