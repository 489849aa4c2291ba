package io.contactsync.microsoftgraph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

class CallWatchTest {

    private static final long LONG_MILLIS = 600_000;
    private static final long SHORT_MILLIS = 5;

    private final AtomicInteger asked = new AtomicInteger();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1) {
        @Override
        public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
            asked.incrementAndGet();
            return super.schedule(command, delay, unit);
        }
    };
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CallWatch watch = new CallWatch(timer, ended::countDown);

    CallWatchTest() {
        timer.setRemoveOnCancelPolicy(true);
    }

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void asksTheTimerOnceForAllStages() {
        watch.stage(LONG_MILLIS);
        watch.stage(LONG_MILLIS);
        watch.stage(LONG_MILLIS);
        assertThat(asked).hasValue(1);
        watch.close();
        assertThat(timer.getQueue()).isEmpty();
    }

    @Test
    void endsAStageThatIsShorterThanTheOneBefore() throws InterruptedException {
        watch.stage(LONG_MILLIS);
        watch.stage(SHORT_MILLIS);
        ended.await();
        assertThat(watch.isExpired()).isTrue();
    }

    @Test
    void endsALaterStageWhenItsOwnTimeIsOver() throws InterruptedException {
        watch.stage(SHORT_MILLIS);
        watch.stage(2 * SHORT_MILLIS);
        ended.await();
        assertThat(watch.isExpired()).isTrue();
    }

    /** However slow this machine is, the timer does not look between the two. */
    @Test
    void leavesALaterStageItsTime() throws InterruptedException {
        synchronized (watch) {
            watch.stage(SHORT_MILLIS);
            watch.stage(LONG_MILLIS);
        }
        rung();
        assertThat(watch.isExpired()).isFalse();
        assertThat(timer.getQueue()).hasSize(1);
        watch.close();
        assertThat(timer.getQueue()).isEmpty();
    }

    /** The timer has rung for the first stage: it has one thread, and does one thing after the other. */
    private void rung() throws InterruptedException {
        CountDownLatch after = new CountDownLatch(1);
        timer.schedule(after::countDown, 2 * SHORT_MILLIS, TimeUnit.MILLISECONDS);
        after.await();
    }
}
