package io.contactsync.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimingTest {

    @Test
    void fixedLatencyIsAlwaysTheSame() {
        Timing timing = new Timing(Latency.parse("100"), SlowMailboxes.NONE);
        assertThat(IntStream.range(0, 100).mapToLong(i -> timing.millis("a"))).containsOnly(100L);
    }

    @Test
    void lognormalLatencyScattersAroundItsMedianTheSameWayEachTime() {
        long[] sorted = lognormal().sorted().toArray();
        assertThat(sorted[5_000]).isCloseTo(100, within(5L));
        assertThat(sorted[8_413]).as("one sigma above").isCloseTo(165, within(8L));
        assertThat(lognormal().toArray()).isEqualTo(lognormal().toArray());
    }

    private static java.util.stream.LongStream lognormal() {
        Latency latency = Latency.parse("lognormal:100:0.5");
        SplittableRandom random = new SplittableRandom(7);
        return IntStream.range(0, 10_000).mapToLong(i -> latency.millis(random));
    }

    @Test
    void slowMailboxesAreTheSharePromisedAndSlowerByThatMuch() {
        SlowMailboxes slow = SlowMailboxes.parse("5%:30s");
        Timing timing = new Timing(Latency.parse("10"), slow);
        long chosen = IntStream.range(0, 20_000).filter(i -> slow.include(id(i))).count();
        assertThat(chosen).isCloseTo(1_000, within(120L));
        String one =
                IntStream.range(0, 20_000).mapToObj(TimingTest::id).filter(slow::include).findFirst().orElseThrow();
        String other = IntStream.range(0, 20_000).mapToObj(TimingTest::id).filter(id -> !slow.include(id)).findFirst()
                .orElseThrow();
        assertThat(timing.millis(one)).isEqualTo(30_010);
        assertThat(timing.millis(other)).isEqualTo(10);
        assertThat(timing.millis(null)).isEqualTo(10);
    }

    private static String id(int number) {
        return UUID.nameUUIDFromBytes(new byte[] {(byte) number, (byte) (number >> 8)}).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast", "-1", "lognormal:100", "lognormal:a:1", "1e3"})
    void anotherLatencyIsRefusedInASentence(String text) {
        assertThatThrownBy(() -> Latency.parse(text)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("latency is <milliseconds> or lognormal:<median milliseconds>:<sigma> - was '" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1%", "1%:30", "1:30s", "-1%:3s"})
    void otherSlowMailboxesAreRefusedInASentence(String text) {
        assertThatThrownBy(() -> SlowMailboxes.parse(text)).hasMessageStartingWith("slow mailboxes are <percent>%:")
                .hasMessageEndingWith("was '" + text + "'");
    }

    @Test
    void limitsAreSetByKeyAndOthersRefusedInASentence() {
        ThrottleLimits limits = ThrottleLimits.published().with("concurrent=2");
        assertThat(limits.of(ThrottleLimit.CONCURRENT)).isEqualTo(2);
        assertThat(limits.of(ThrottleLimit.MAILBOX_REQUESTS)).isEqualTo(10_000);
        assertThatThrownBy(() -> limits.with("speed=2"))
                .hasMessageStartingWith("there is no limit 'speed' - allowed are concurrent, mailbox-requests");
        assertThatThrownBy(() -> limits.with("concurrent=many"))
                .hasMessage("a limit is set as <key>=<whole number> - was 'concurrent=many'");
        assertThatThrownBy(() -> limits.with("concurrent=0")).hasMessage("limit concurrent must be 1 or more - was 0");
    }
}
