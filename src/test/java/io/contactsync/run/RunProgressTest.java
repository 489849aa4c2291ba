package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Action;
import io.contactsync.core.Change;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A run's steps tell how far it is; time is what the test says. */
class RunProgressTest {

    private final Watch watch = new Watch();
    private long throttled;
    private final RunProgress progress = of(RunReport.SYNC);

    private static final class Watch extends Clock {
        private Instant now = Instant.parse("2026-11-25T12:00:00Z");

        void pass(long seconds) {
            now = now.plusSeconds(seconds);
        }

        void passMillis(long millis) {
            now = now.plusMillis(millis);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    private RunProgress of(String kind) {
        return new RunProgress("run", kind, watch, () -> throttled);
    }

    private static List<Outcome> outcomes(int number, Outcome.Kind kind) {
        return Collections.nCopies(number,
                new Outcome(new Change(Action.CREATE, new ContactKey("staff", "p1"), null, "new"), kind, "", null));
    }

    private Progress now() {
        return progress.now(mailbox -> mailbox + "@contoso.com");
    }

    @Test
    void aSourceIsNamedWhileItIsRead() {
        assertThat(now().phase()).isEqualTo(Progress.Phase.SOURCES);
        progress.reads("graph-users");
        watch.pass(4);
        assertThat(now()).extracting(Progress::doing, Progress::targets, Progress::left, Progress::running)
                .containsExactly("graph-users", 0, null, Duration.ofSeconds(4));
        progress.listsTargets();
        assertThat(now()).extracting(Progress::phase, Progress::doing).containsExactly(Progress.Phase.TARGETS, "");
    }

    @Test
    void changesAreCountedByTheirEnd() {
        progress.begins(2);
        progress.began("a");
        progress.planned("a", 40);
        progress.came("a", outcomes(18, Outcome.Kind.APPLIED));
        progress.came("a", outcomes(2, Outcome.Kind.RETRY_LATER));
        progress.came("a", outcomes(2, Outcome.Kind.REJECTED));
        progress.came("a", outcomes(5, Outcome.Kind.LEFT));
        assertThat(now()).extracting(Progress::read, Progress::finished, Progress::planned, Progress::done)
                .containsExactly(1, 0, 40L, 20L);
        progress.ended("a");
        progress.began("b");
        progress.ended("b");
        assertThat(now()).extracting(Progress::read, Progress::finished, Progress::planned, Progress::done)
                .containsExactly(2, 2, 40L, 20L);
        watch.pass(10);
        assertThat(now().left()).as("what is left for the next run takes no time").isZero();
    }

    @Test
    void thePlanOfADryRunIsNotDone() {
        RunProgress dry = of(RunReport.PLAN);
        dry.begins(1);
        dry.began("a");
        dry.planned("a", 40);
        dry.ended("a");
        assertThat(dry.now(mailbox -> mailbox)).extracting(Progress::planned, Progress::done).containsExactly(40L, 0L);
    }

    @Test
    void theRateIsThatOfTheLastSecondsOfWriting() {
        progress.begins(1);
        progress.began("a");
        progress.planned("a", 1_000);
        watch.pass(30);
        for (int second = 0; second < 20; second++) {
            progress.came("a", outcomes(second < 10 ? 5 : 15, Outcome.Kind.APPLIED));
            watch.pass(1);
            assertThat(now().perSecond()).isEqualTo(second < 10 ? 5 : 5 + (second - 9));
        }
    }

    @Test
    void theTimeLeftRunsDownBetweenMeasurements() {
        progress.begins(1);
        progress.began("a");
        progress.planned("a", 1_000);
        for (int second = 0; second < 20; second++) {
            progress.came("a", outcomes(10, Outcome.Kind.APPLIED));
            watch.pass(1);
        }
        assertThat(now().left()).hasSeconds(80);
        watch.passMillis(700);
        assertThat(now().left()).hasMillis(79_300);
    }

    @Test
    void beatsAddUp() {
        progress.begins(2);
        IntStream.range(0, 2).forEach(each -> progress.began("m" + each));
        throttled = 3;
        progress.came("m0", outcomes(7, Outcome.Kind.APPLIED));
        progress.ended("m0");
        watch.pass(2);
        throttled = 4;
        progress.came("m1", outcomes(5, Outcome.Kind.APPLIED));
        progress.ended("m1");
        assertThat(progress.beats()).containsExactly(new Beat(0, 7, 3, 1), new Beat(2, 5, 1, 1));
    }

    @Test
    void aMailboxThatIsToldToWaitIsNamedAtOnceAndASlowOneAtTheEnd() {
        progress.begins(20);
        IntStream.range(0, 20).forEach(each -> progress.began("m" + each));
        progress.planned("m0", 10);
        progress.came("m0", outcomes(3, Outcome.Kind.APPLIED));
        progress.waits("m7", watch.instant().plusSeconds(12));
        watch.pass(6);
        assertThat(now().waiting()).containsExactly(new Progress.Waiting("m7@contoso.com", -1, Duration.ofSeconds(6)));
        watch.pass(6);
        assertThat(now().waiting()).isEmpty();
        IntStream.range(2, 20).forEach(each -> progress.ended("m" + each));
        assertThat(now().waiting()).containsExactly(new Progress.Waiting("m0@contoso.com", 30, Duration.ZERO),
            new Progress.Waiting("m1@contoso.com", -1, Duration.ZERO));
    }

    @Test
    void aFewOfThreeHundredThatWaitAreNamed() {
        progress.begins(350);
        IntStream.range(0, 350).forEach(each -> {
            progress.began("m" + each);
            progress.waits("m" + each, watch.instant().plusSeconds(60));
        });
        assertThat(now().waiting()).hasSize(5);
    }

    @Test
    void nothingIsLostWhenAllMailboxesTellAtOnce() throws InterruptedException {
        progress.begins(350);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        IntStream.range(0, 350).forEach(each -> threads.execute(() -> {
            progress.began("m" + each);
            progress.planned("m" + each, 40);
            progress.came("m" + each, outcomes(20, Outcome.Kind.APPLIED));
            now();
            progress.came("m" + each, outcomes(20, Outcome.Kind.APPLIED));
            progress.ended("m" + each);
        }));
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(now()).extracting(Progress::read, Progress::finished, Progress::planned, Progress::done)
                .containsExactly(350, 350, 14_000L, 14_000L);
        assertThat(progress.beats()).containsExactly(new Beat(0, 14_000, 0, 350));
    }
}
