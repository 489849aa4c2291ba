package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactsync.contact.ReadRetry;
import io.contactsync.core.Limits;
import io.contactsync.microsoftgraph.GraphTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run at its end: what holds names goes first, the journal long after, and a plan removes nothing. */
class OldRunsTest extends RunTestBase {

    private static final List<String> NAMED = List.of("report.json", "report.html", "plan.jsonl");

    private final OldRuns old = new OldRuns(400, 90);
    private Duration passed = Duration.ZERO;

    @BeforeEach
    void write() throws IOException {
        left("20231001-120000-000-0001", 401);
        left("20240801-120000-000-0001", 91);
        left("20240901-120000-000-0001", 20);
    }

    private void left(String run, int days) throws IOException {
        Path folder = Files.createDirectories(data.resolve("runs").resolve(run));
        Instant at = NOON.minus(Duration.ofDays(days)).plusMillis(1);
        String time = at.toString().replace("Z", "Z\"");
        String head = "{\"at\":\"" + time + ",\"event\":";
        Files.writeString(folder.resolve("journal.jsonl"), head + "\"run-start\",\"run\":\"" + run + "\"}\n" + head
                + "\"targets\"}\n" + head + "\"clock\",\"graph\":\"" + time + "}\n" + head + "\"run-end\"}\n");
        for (String name : NAMED) {
            Files.writeString(folder.resolve(name), "{}");
        }
    }

    private RunReport run(boolean dryRun, GraphTime graph) {
        return run(dryRun, graph, Duration.ZERO);
    }

    private RunReport run(boolean dryRun, GraphTime graph, Duration took) {
        RunSettings settings = RunSettings.of("main", "staff", "", false, 30, 15, false, data.toString());
        runs = new Runs(settings, new Limits(2, 3, 30, 2, 20), RENDERER, Fingerprint.parse("fingerprint"), graph,
                new RunBudgets(240, 60, new ReadRetry(1)), new BeforeImages(data.toString(), 30, ""),
                Clock.fixed(NOON, ZoneOffset.UTC), () -> passed.toNanos());
        try (Run run = begin(dryRun)) {
            entries.targets(run, List.of());
            steps.recall(run);
            passed = took;
            old.tidy(run);
            return steps.finish(run, null);
        }
    }

    private List<String> files(String run) throws IOException {
        Path folder = data.resolve("runs").resolve(run);
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatIsOldEnoughGoes() throws IOException {
        run(false, () -> NOON);
        assertThat(files("20231001-120000-000-0001")).isEmpty();
        assertThat(files("20240801-120000-000-0001")).containsExactly("journal.jsonl.gz");
        assertThat(files("20240901-120000-000-0001")).hasSize(4);
    }

    @Test
    void aPlanAndARunWithoutGraphsTimeRemoveNothing() throws IOException {
        run(true, () -> NOON);
        run(false, () -> null);
        assertThat(files("20231001-120000-000-0001")).hasSize(4);
        assertThat(files("20240801-120000-000-0001")).hasSize(4);
    }

    @Test
    void aRunWhoseTimeIsOverLeavesThemToTheNextAndIsDone() throws IOException {
        assertThat(run(false, () -> NOON, Duration.ofMinutes(232)).problems()).isEmpty();
        assertThat(files("20231001-120000-000-0001")).hasSize(4);
    }

    @Test
    void daysThatMakeNoSenseAreRefusedByTheirKey() {
        assertThatThrownBy(() -> new OldRuns(29, 1)).hasMessage("journal.keep-days must be 30 or more - was '29'");
        assertThatThrownBy(() -> new OldRuns(30, 0)).hasMessage("journal.report-days must be 1 or more - was '0'");
    }
}
