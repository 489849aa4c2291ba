package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.sandbox.LoggedRequest;
import io.contactsync.sandbox.faults.FaultPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Batches whose answers are damaged, seen from the wire: waits are kept, and only what is itself ambiguous is in doubt.
 */
class SyncDamagedBatchTest {

    private static final int ALL = 5 * 40;
    private static final Duration TOLD = Duration.ofSeconds(1);

    @TempDir
    Path temp;
    private SyncBench bench;

    @BeforeEach
    void start() {
        bench = SyncBench.startSmall(temp);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private Result under(String... rules) {
        StringBuilder plan = new StringBuilder("seed: 1\nfaults:\n");
        List.of(rules).forEach(rule -> plan.append("  - {").append(rule).append("}\n"));
        bench.sandbox().follow(FaultPlan.parse("test", plan.toString()));
        return bench.json();
    }

    private long outcomes(String kind) {
        return bench.journal("outcome").stream().map(line -> line.path("outcome").asText()).filter(kind::equals)
                .count();
    }

    @ParameterizedTest
    @CsvSource({"batch-twice,0", "batch-unknown-id,5", "batch-missing,5"})
    void whatWasRefusedIsNotSentAgainBeforeItsWaitThoughAPartIsDamaged(String damage, int inDoubt) {
        Result result = under(
                "fault: refuse, status: 429, retry-after: " + TOLD.toSeconds()
                        + ", where: inside, method: POST, after: 3, times: 3",
                "fault: " + damage + ", where: inside, method: POST, after: 9, times: 1");
        assertThat(outcomes("retry-later")).as(result.out()).isEqualTo(15);
        assertThat(outcomes("unknown")).isEqualTo(inDoubt);
        assertThat(result.number("/changes/created")).isEqualTo(ALL - inDoubt);
        assertThatRepetitionsKeptTheWait();
    }

    /** In each mailbox all creates were sent, and after that, no sooner than told, those that were refused. */
    private void assertThatRepetitionsKeptTheWait() {
        Map<String, List<LoggedRequest>> creates = bench.sandbox().requestLog().orElseThrow().last().stream()
                .filter(request -> request.batch() != null && request.method().equals("POST"))
                .sorted(Comparator.comparing(LoggedRequest::number))
                .collect(Collectors.groupingBy(LoggedRequest::mailbox));
        assertThat(creates).hasSize(5);
        creates.forEach((mailbox, all) -> {
            long told = all.stream().filter(create -> create.status() == 429).mapToLong(LoggedRequest::out).max()
                    .orElseThrow();
            assertThat(all.subList(ALL / 5, all.size())).as(mailbox).hasSize(3)
                    .allMatch(again -> again.in() - told >= TOLD.toNanos());
        });
    }

    @Test
    void theWaitOfAPartIsKeptAlsoWhereThatPartIsNobodys() {
        Result result = under(
                "fault: refuse, status: 429, retry-after: " + TOLD.toSeconds()
                        + ", where: inside, method: POST, after: 3, times: 1",
                "fault: batch-unknown-id, where: inside, method: POST, after: 3, times: 1");
        assertThat(outcomes("unknown")).as(result.out()).isEqualTo(5);
        assertThat(result.number("/changes/created")).isEqualTo(ALL - 5);
        assertThatBatchesKeptTheWait();
    }

    @Test
    void whatWasReadOfACutAnswerIsKnown() {
        Result result = under("fault: truncated, where: batch, times: 1");
        assertThat(outcomes("unknown")).as(result.out()).isBetween(1L, 5 * 19L);
        assertThat(result.number("/changes/created")).isEqualTo(ALL - outcomes("unknown"));
    }

    /** In each mailbox the second batch came no sooner after the first was answered than the first was told. */
    private void assertThatBatchesKeptTheWait() {
        Map<Long, LoggedRequest> batches = new HashMap<>();
        Map<String, TreeSet<Long>> ofMailbox = new HashMap<>();
        for (LoggedRequest request : bench.sandbox().requestLog().orElseThrow().last()) {
            if (request.target().equals("/$batch")) {
                batches.put(request.number(), request);
            } else if (request.batch() != null) {
                ofMailbox.computeIfAbsent(request.mailbox(), mailbox -> new TreeSet<>()).add(request.batch());
            }
        }
        assertThat(ofMailbox).hasSize(5);
        ofMailbox.forEach((mailbox, numbers) -> {
            Iterator<Long> number = numbers.iterator();
            long answered = batches.get(number.next()).out();
            assertThat(batches.get(number.next()).in() - answered).as(mailbox).isGreaterThanOrEqualTo(TOLD.toNanos());
        });
    }
}
