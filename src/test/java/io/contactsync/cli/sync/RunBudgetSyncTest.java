package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.GraphClient;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.sandbox.protocol.ServiceRequest;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that end early: most mailboxes refuse, or most calls fail. Nothing is lost, and nothing more is sent. */
class RunBudgetSyncTest {

    private static final int MAILBOXES = 40;

    @TempDir
    Path temp;
    private SyncBench bench;
    private Set<String> targets;

    @BeforeEach
    void start() {
        bench = SyncBench.startSmall(temp, MAILBOXES).with("sync.mailboxes-in-flight", "2")
                .with("graph.read-tries", "1");
        targets = bench.targets(new GraphClient(bench.sandbox().address()));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private boolean isOfTargets(ServiceRequest request) {
        return request.mailbox() != null && targets.contains(request.mailbox());
    }

    @Test
    void manyMailboxesThatRefuseAreTheConfiguration() {
        bench.sandbox().faults().when(this::isOfTargets).times(Integer.MAX_VALUE)
                .refuse(403);
        Result result = bench.json();
        assertThat(result.exit()).isEqualTo(1);
        assertThat(bench.report().problems()).singleElement().asString().as("mailboxes are asked side by side")
                .containsPattern("of the 2[0-2] mailboxes asked so far refused this application with 403 "
                        + "\\(100 %, allowed 20 %\\)");
        assertThat(result.number("/mailboxes/failed")).isBetween(20, 22);
        assertThat(bench.journal("intent")).isEmpty();
        assertThat(bench.command("status", "--json").json().path("resting")).isEmpty();
        bench.sandbox().faults().clear();
        assertThat(bench.json().exit()).isZero();
    }

    @Test
    void aStormEndsTheRunPartlyAndTheNextOneBeginsWithWhatIsLeft() {
        bench.with("sync.storm-seconds", "1");
        AtomicInteger calls = new AtomicInteger();
        bench.sandbox().faults().when(request -> isOfTargets(request)
                && calls.incrementAndGet() > 0 || request.target().contains("/users?$select=id&$top=1"))
                .times(Integer.MAX_VALUE).refuse(503);
        Result result = bench.json();
        assertThat(result.exit()).as(result.out() + result.err()).isEqualTo(3);
        assertThat(bench.report().problems()).singleElement().asString().contains("most calls to Graph failed",
                "of 40 mailboxes were left");
        assertThat(calls.get()).as("of those that it came to before it stopped").isBetween(16, 30);
        bench.sandbox().faults().clear();
        Result next = bench.json();
        assertThat(next.exit()).isZero();
        assertThat(next.number("/mailboxes/done")).isEqualTo(MAILBOXES);
    }

    @Test
    void aStormThatEndsIsWaitedFor() {
        bench.with("sync.storm-seconds", "1");
        bench.sandbox().faults().when(this::isOfTargets)
                .times(22).refuse(503);
        Result result = bench.json();
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.number("/mailboxes/done")).isBetween(MAILBOXES - 22, MAILBOXES - 15);
        assertThat(bench.json().number("/mailboxes/done")).isEqualTo(MAILBOXES);
    }
}
