package io.contactsync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.Above;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes of one installation, and what the mailboxes get of it when one of them loses its turn. */
class TakeoverTest {

    @TempDir
    Path temp;
    private SyncBench bench;
    private Nodes nodes;

    @BeforeEach
    void begin() throws Exception {
        bench = SyncBench.startSmall(temp, 3).with("sync.mailboxes-in-flight", "1");
        nodes = new Nodes(bench, temp);
    }

    @AfterEach
    void end() {
        nodes.close();
        bench.close();
    }

    private void allIsThereOnce() {
        assertThat(Above.ours(bench.sandbox())).containsOnly(40L);
    }

    @Test
    void theNextNodeGoesOnWhereTheLastOneEnded() {
        Result first = nodes.on("a").json();
        assertThat(first.exit()).as(first.out() + first.err()).isZero();
        long writes = bench.writes();
        Result second = nodes.on("b").json();
        assertThat(second.exit()).as(second.out() + second.err()).isZero();
        assertThat(bench.writes()).isEqualTo(writes);
        Result verified = nodes.on("b").words(List.of("audit", "verify"));
        assertThat(verified.out()).contains("2 journals");
        assertThat(verified.exit()).isZero();
        nodes.sql("update contact_sync_turn set token = token + 1, ends_at = current_timestamp + interval '60' second");
        Result refused = nodes.on("a").words(List.of("state", "rebuild"));
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("the node 'b' has the turn since");
        nodes.leaseRunsOut();
        assertThat(nodes.on("a").words(List.of("state", "rebuild")).out()).contains("nothing is damaged");
        nodes.leaseRunsOut();
        assertThat(nodes.on("b").words(List.of("state", "rebuild")).exit()).isZero();
        assertThat(nodes.on("a").words(List.of("status")).out()).contains("the node 'b' had the last turn");
        assertThat(nodes.on("a").words(List.of("check")).out()).contains("the node 'b' had the last turn");
    }

    @Test
    void aNodeWhoseTurnIsTakenSendsNothingMore() {
        AtomicInteger batches = nodes.atBatch(2, () -> nodes.sql(
                "update contact_sync_turn set token = token + 1, node = 'thief'"));
        Result robbed = nodes.on("a").json();
        bench.sandbox().faults().clear();
        assertThat(robbed.exit()).as(robbed.out()).isEqualTo(1);
        assertThat(robbed.out() + robbed.err())
                .contains("another node has taken over since: the node 'a' sends nothing more");
        assertThat(batches).hasValue(2);
        nodes.leaseRunsOut();
        nodes.goesOn("b");
        allIsThereOnce();
    }

    @Test
    void aDatabaseThatGoesAwayEndsTheRun() {
        AtomicInteger batches = nodes.atBatch(2, () -> nodes.sql("alter table contact_sync_block rename to away"));
        Result left = nodes.on("a").json();
        bench.sandbox().faults().clear();
        assertThat(left.exit()).isEqualTo(left.number("/exit")).isEqualTo(1);
        assertThat(left.out() + left.err()).contains("cannot be kept in the database of cluster.database");
        assertThat(batches).hasValue(2);
        nodes.sql("alter table away rename to contact_sync_block");
        nodes.leaseRunsOut();
        nodes.goesOn("b");
        allIsThereOnce();
    }

    @Test
    void aNodeThatSleptBeyondItsTurnSendsNothingWhenItWakes() throws Exception {
        Customers customers = new Customers(bench);
        nodes.on("a");
        ProcessBuilder builder = customers.run();
        Process[] asleep = new Process[1];
        nodes.atBatch(2, () -> signal("STOP", asleep[0]));
        asleep[0] = builder.start();
        Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> isStopped(asleep[0]));
        bench.sandbox().faults().clear();
        Result refused = nodes.on("b").json();
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("the node 'a' has the turn since");
        Awaitility.await().atMost(60, TimeUnit.SECONDS).pollInterval(1, TimeUnit.SECONDS)
                .until(() -> nodes.on("b").json().exit() != 1);
        long writes = bench.writes();
        signal("CONT", asleep[0]);
        assertThat(asleep[0].waitFor()).isEqualTo(1);
        assertThat(bench.writes()).as("what it sent after it woke").isEqualTo(writes);
        nodes.goesOn("b");
        allIsThereOnce();
    }

    private static void signal(String name, Process process) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
        } catch (java.io.IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static boolean isStopped(Process process) throws java.io.IOException {
        return java.nio.file.Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat")).contains(") T ");
    }
}
