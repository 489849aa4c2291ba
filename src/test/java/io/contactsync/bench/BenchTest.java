package io.contactsync.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Everybody creates the smallest workload: what is counted is looked at, and no time. */
class BenchTest {

    private static final List<String> MEMBERS = List.of("workload", "variant", "wallSeconds", "optimumSeconds",
            "efficiency", "clientCpuMicrosPerContact", "sandboxCpuMicrosPerContact", "requests", "throttled",
            "peakHeapMiB");

    @Test
    void everybodyCreatesEveryContactAndNobodyIsThrottled() throws IOException {
        Path target = Path.of("target").toAbsolutePath();
        BenchOptions options = new BenchOptions(List.of(Workloads.SMOKE), List.of(), 1, Optional.empty(), target,
                target.resolve("bench-smoke"));
        List<BenchRow> rows = BenchMain.measure(options, System.err);
        assertThat(rows).extracting(BenchRow::variant).containsExactly("sync", "script", "sdk-calls", "sdk-batches");
        assertThat(rows).extracting(BenchRow::failed).containsOnly("");
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.median(sample -> sample.client().contacts())).isEqualTo(75);
            assertThat(row.median(Sample::requests)).isBetween(75.0, 100.0);
            assertThat(row.median(Sample::throttled)).isZero();
            assertThat(row.median(Sample::mebibytes)).isGreaterThan(0.01);
            assertThat(row.median(sample -> sample.client().peakMebibytes())).isBetween(1.0, 1024.0);
            assertThat(row.median(sample -> sample.client().processor())).isPositive();
        });
        assertThat(BenchTable.of(rows).lines()).allMatch(line -> line.length() <= 80).hasSizeGreaterThan(5);
        JsonNode written = new ObjectMapper().readTree(Files.readString(options.file("json")));
        assertThat(Files.readString(options.file("html"))).contains("<svg", "<td>sdk-batches<td>")
                .doesNotContain("NaN");
        assertThat(written).hasSize(4).allSatisfy(row -> assertThat(MEMBERS).allMatch(row::hasNonNull));
    }

    @Test
    void whatFailsSaysSoInLinesThatFit() {
        String why = "done 1 of 6 mailboxes; creates wait until earlier ones of the same contacts have settled <&>";
        List<BenchRow> rows = List.of(new BenchRow("concurrency-app", "sync", 3, List.of(), why));
        assertThat(BenchTable.of(rows).lines()).allMatch(line -> line.length() <= 80)
                .anyMatch(line -> line.startsWith("concurrency-app sync failed after 0: done 1 of 6 mailboxes;"));
        assertThat(BenchPage.of(rows, BenchMachine.here())).contains("have settled &lt;&amp;&gt;</p>");
    }

    @Test
    void whatIsAskedForHasToBeThere() {
        assertThatThrownBy(() -> Workloads.named(List.of("all-of-it")))
                .hasMessageStartingWith("there is no workload 'all-of-it'; there are smoke, ");
        assertThatThrownBy(() -> BenchSize.parse("200")).hasMessageEndingWith(" - was '200'");
    }
}
