package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans under which the answers of a batch are wrong. */
class BatchFaultsTest {
    private FaultBench bench;

    @AfterEach
    void close() {
        bench.close();
    }

    private SandboxClient.Answer batch(int size) {
        return bench.client.batch(SandboxBatchTest.batch(size,
                i -> SandboxBatchTest.create(i, bench.contacts).replace("\"id\":\"" + i, "\"id\":\"a" + i)));
    }

    @ParameterizedTest
    @CsvSource({"batch-missing,a0 a2", "batch-twice,a0 a1 a1 a2", "batch-unknown-id,a0 a2 unknown-a1",
            "batch-upper-case,A1 a0 a2"})
    void anAnswerIsMissingOrTwiceOrUnderAnotherId(String kind, String ids) {
        bench = FaultBench.with("fault: " + kind + ", containing: Batch1");
        assertThat(SandboxBatchTest.ids(batch(3).json().get("responses"))).containsExactlyInAnyOrder(ids.split(" "));
        assertThat(bench.more()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {424, 429, 503})
    void theWholeIsRefused(int status) {
        bench = FaultBench.with("fault: refuse, where: batch, times: 1, status: " + status);
        assertThat(List.of(batch(3).status(), bench.more(), batch(3).status())).containsExactly(status, 0, 200);
    }

    @Test
    void theFirstTwoAreCarriedOutAndTheWholeIsRefused() {
        bench = FaultBench.with("fault: batch-partly, first: 2");
        assertThat(batch(5).status()).isEqualTo(504);
        assertThat(bench.sandbox.tenant().snapshot(bench.mailbox).values().stream().map(String::new)
                .filter(each -> IntStream.range(0, 5).anyMatch(i -> each.contains("\"Batch" + i)))).hasSize(2)
                .allMatch(each -> each.matches(".*\"Batch[01]\".*"));
    }

    @Test
    void aWholeBatchTakesEffectLate() {
        bench = FaultBench.with("fault: refuse, where: batch, status: 504, applied: after 10 min");
        assertThat(batch(5).status()).isEqualTo(504);
        assertThat(bench.more()).isZero();
        bench.sandbox.letPass(Duration.ofMinutes(10));
        assertThat(bench.more()).isEqualTo(5);
    }

    @Test
    void allTwentyInsideTakeEffectLateAndMeanwhileKeepNobodyOut() {
        bench = FaultBench.with("fault: refuse, where: inside, status: 504, applied: after 10 min, containing: Batch");
        batch(20).json().get("responses").forEach(each -> assertThat(each.get("status").asInt()).isEqualTo(504));
        assertThat(bench.create("Ann").status()).isEqualTo(201);
        bench.sandbox.letPass(Duration.ofMinutes(10));
        assertThat(bench.more()).isEqualTo(21);
    }

    @Test
    void oneRequestInsideIsThrottledWithRetryAfter() {
        bench = FaultBench.with("fault: refuse, where: inside, status: 429, retry-after: 3, after: 1, times: 1");
        SandboxClient.Answer answer = batch(3);
        assertThat(SandboxBatchTest.one(answer, "a1").at("/headers/Retry-After").asText()).isEqualTo("3");
        assertThat(bench.more()).isEqualTo(2);
    }
}
