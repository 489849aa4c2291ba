package io.contactsync.cli.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.probe.ProbeClock;
import io.contactsync.probe.ProbeReport;
import io.contactsync.probe.ProbeSettings;
import io.contactsync.sandbox.SandboxOptions;
import io.contactsync.sandbox.protocol.GraphReading;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.service.Latency;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The probe finds in the sandbox what the sandbox was set to: each answer to each open question that can be asked from
 * outside.
 */
class ProbeReadingsTest {

    /** Those that show only under load or with a person's help. */
    private static final Set<GraphReading> APART =
            EnumSet.of(GraphReading.CONCURRENCY, GraphReading.THROTTLED_BATCH,
                    GraphReading.COPY_KEEPS_EXTENDED_PROPERTY);
    /**
     * Those that the probe does not ask, and says so or leaves to others: they concern the directory, or would do harm.
     */
    private static final Set<String> NOT_ASKED =
            Set.of("expired-delta-token", "moving-mailbox", "full-mailbox", "early-retry", "concurrency-window",
                    "empty-id",
                    "translate-ids", "missing-photo-metadata", "expand-in-advanced-query", "directory-delta-parameters",
                    "delta-reset-location", "hidden-members");
    private static final Duration SLOW = Duration.ofMillis(250);
    /** One probe shows the n-th answer of every reading at once. */
    private static final Map<Integer, Map<String, String>> VERDICTS = new HashMap<>();

    private static boolean asked(GraphReading reading) {
        return !NOT_ASKED.contains(reading.key());
    }

    static Stream<Arguments> answers() {
        return Arrays.stream(GraphReading.values()).filter(reading -> asked(reading) && !APART.contains(reading))
                .flatMap(reading -> reading.answers().stream().map(answer -> Arguments.of(reading, answer)));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("answers")
    void theProbeFindsWhatTheSandboxWasSetTo(GraphReading reading, String answer) {
        assertThat(VERDICTS.computeIfAbsent(reading.answers().indexOf(answer), ProbeReadingsTest::verdicts))
                .containsEntry(reading.key(), answer);
    }

    private static Map<String, String> verdicts(int number) {
        GraphReadings readings = GraphReadings.assumed();
        for (GraphReading reading : GraphReading.values()) {
            if (asked(reading)) {
                readings =
                        readings.with(reading, reading.answers().get(Math.min(number, reading.answers().size() - 1)));
            }
        }
        try (ProbeBench bench = new ProbeBench(SandboxOptions.defaults().withMailboxes(2).withReadings(readings))) {
            ProbeReport report = bench.ask(ProbeBench.BRIEF);
            assertThat(report.complete()).as(report.broken() + report.remains()).isTrue();
            return report.verdicts();
        }
    }

    private static ProbeBench slow(GraphReading reading, String answer) {
        return new ProbeBench(SandboxOptions.defaults().withMailboxes(3).withLatency(Latency.fixed(SLOW))
                .withReadings(GraphReadings.assumed().with(reading, answer)));
    }

    @ParameterizedTest
    @MethodSource("concurrency")
    void aSecondMailboxShowsWhatConcurrencyIsCountedBy(String answer) {
        try (ProbeBench bench = slow(GraphReading.CONCURRENCY, answer)) {
            ProbeSettings settings = ProbeBench.QUICK.withOnly(Set.of("concurrency"));
            assertThat(bench.ask(settings).verdicts()).isEmpty();
            assertThat(bench.ask(settings.withSecondMailbox(bench.otherMailbox())).verdicts())
                    .containsEntry("concurrency", answer);
        }
    }

    static List<String> concurrency() {
        return GraphReading.CONCURRENCY.answers();
    }

    @ParameterizedTest
    @MethodSource("throttledBatch")
    void severalBatchesAtOnceShowHowAThrottledOneIsAnswered(String answer) {
        try (ProbeBench bench = slow(GraphReading.THROTTLED_BATCH, answer)) {
            assertThat(bench.ask(ProbeBench.QUICK.withOnly(Set.of("throttled-batch"))).verdicts())
                    .containsEntry("throttled-batch", answer);
        }
    }

    static List<String> throttledBatch() {
        return GraphReading.THROTTLED_BATCH.answers();
    }

    @ParameterizedTest
    @MethodSource("copies")
    void aPersonsCopyShowsWhetherItKeepsTheMark(String answer) {
        try (ProbeBench bench = new ProbeBench(SandboxOptions.defaults().withMailboxes(2)
                .withReadings(GraphReadings.assumed().with(GraphReading.COPY_KEEPS_EXTENDED_PROPERTY, answer)))) {
            ProbeSettings settings = ProbeBench.BRIEF.withCopyWait(Duration.ofMinutes(1))
                    .withOnly(Set.of("copy-keeps-extended-property"));
            ProbeReport report = bench.probe(settings, new Person(bench), door -> door).ask();
            assertThat(report.verdicts()).containsEntry("copy-keeps-extended-property", answer);
            assertThat(report.remains()).isEmpty();
        }
    }

    static List<String> copies() {
        return GraphReading.COPY_KEEPS_EXTENDED_PROPERTY.answers();
    }

    /** Copies the contact in question at the first wait. */
    private static final class Person implements ProbeClock {
        private final ProbeBench bench;
        private final List<String> copies = new ArrayList<>();
        private long passed;

        Person(ProbeBench bench) {
            this.bench = bench;
        }

        @Override
        public long millis() {
            return passed;
        }

        @Override
        public void pause(Duration time) {
            passed += time.toMillis();
            if (copies.isEmpty()) {
                bench.sandbox().tenant().snapshot(bench.mailbox()).forEach((id, json) -> {
                    if (new String(json, StandardCharsets.UTF_8).contains(" copy me")) {
                        copies.add(bench.sandbox().tenant().copyContact(bench.mailbox(), id));
                    }
                });
            }
        }
    }
}
