package io.contactsync.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command 'plan' over a whole tenant: it shows what a run would do, and writes nothing. */
class PlanCommandTest {

    @TempDir
    Path temp;

    @Test
    void everybodyJoinsByTheFirstPlanAndNothingIsWritten() {
        try (SyncBench bench = SyncBench.startSmall(temp)) {
            Result plan = bench.command("plan");

            assertThat(plan.exit()).as(plan.err()).isZero();
            assertThat(bench.writes()).isZero();
            List<String> lines = plan.out().lines().toList();
            assertThat(lines).contains("sources   graph-contacts     40 people", "targets   5 mailboxes",
                    "+ 40 people join                                                     200 creates")
                    .hasSizeGreaterThan(40);
            assertThat(plan.out()).contains("nothing has been written\napply this plan   contact-sync apply 2");
            assertThat(SyncBench.run("plan", "show", "--set", "sync.data=" + bench.data()).out())
                    .endsWith("UTC\n\n" + plan.out());
            assertThat(bench.sync("--dry-run").out().lines().limit(6)).containsExactlyElementsOf(lines.subList(0, 6));
        }
    }

    @Test
    void asJsonItIsOneDocument() {
        try (SyncBench bench = SyncBench.startSmall(temp)) {
            JsonNode plan = bench.command("plan", "--json").json();

            assertThat(plan.at("/totals/joined/creates").asInt()).isEqualTo(200);
            assertThat(plan.path("people")).hasSize(40);
            assertThat(plan.path("mailboxes")).hasSize(5)
                    .allSatisfy(mailbox -> assertThat(mailbox.path("address").asText()).contains("@"));
            assertThat(bench.json("--dry-run").number("/changes/created")).isEqualTo(200);
            assertThat(bench.writes()).isZero();
        }
    }
}
