package io.contactsync.cli.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.SyncBench.Result;
import io.contactsync.core.Hold;
import io.contactsync.journal.FilesAlone;
import io.contactsync.journal.HoldsFile;
import io.contactsync.journal.KnownHold;
import io.contactsync.journal.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A decision about a hold is kept as long as it is about the same, and said as it is. */
class HoldDecisionTest extends HeldRun {

    @Test
    void whatIsRejectedStaysHeldAndIsNotAskedAgain() throws IOException {
        firstRunForFew();
        exclude();
        bench.json();
        String id = onlyHold().path("id").asText();
        assertThat(holds("reject", id).exit()).isZero();
        Result rejected = bench.sync();
        assertThat(rejected.exit()).isEqualTo(3);
        assertThat(rejected.out()).contains("rejected by " + System.getProperty("user.name"))
                .doesNotContain("--approve");
        assertThat(onlyHold().path("decision").asText()).isEqualTo("rejected");
        assertThat(holds("approve", id).exit()).isZero();
        Result done = bench.json();
        assertThat(done.exit()).as(done.err()).isZero();
        assertThat(done.number("/changes/deleted")).isEqualTo(FEW * LEAVERS - 2);
    }

    @Test
    void whatARunBeganWithIsNotSaidToStayHeld() throws IOException {
        firstRunForFew();
        exclude();
        bench.json();
        String id = onlyHold().path("id").asText();
        holds("approve", id);
        try (RunLock run = RunLock.take(bench.data(), FilesAlone.INSTANCE)) {
            run.check();
            assertThat(holds("reject", id).out()).contains(
                    "a run that began with the approval is under way and may carry it out; stop it with Ctrl-C");
        }
        assertThat(holds("reject", id).out()).contains("it stays held").doesNotContain("under way");
    }

    @Test
    void whoRejectsAWholeRunLearnsThatNothingIsWritten() {
        new HoldsFile(bench.data()).update(none ->
                List.of(new KnownHold("aaaabbbbcccc", Hold.Kind.CHANGED, "staff", "50 of 60 people of staff vanished",
                        "", List.of("staff|1"), List.of(), 0, 0, Map.of(), true, List.of("sync.sources"), Instant.EPOCH,
                        "r", null, false)));
        assertThat(holds("reject", "AAAA").out())
                .contains("no run writes anything until the configuration is changed back (or it is approved)\n");
        assertThat(holds("show", "aaaa").out()).contains("rejected by");
    }

    /** The folder of the other node is not there yet. */
    @Test
    void whatIsDecidedOnOneNodeTheOtherKnows() {
        new HoldsFile(bench.data()).update(none ->
                List.of(new KnownHold("aaaabbbbcccc", Hold.Kind.CHANGED, "staff", "50 of 60 people of staff vanished",
                        "", List.of("staff|1"), List.of(), 0, 0, Map.of(), true, List.of("sync.sources"), Instant.EPOCH,
                        "r", null, false)));
        bench.with("cluster.database", "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1")
                .with("cluster.node", "a");
        assertThat(bench.words(List.of("state", "rebuild")).exit()).isZero();
        bench.with("cluster.node", "b").with("sync.data", folder.resolve("other").toString());
        assertThat(bench.words(List.of("holds", "reject", "AAAA")).exit()).isZero();
        bench.with("cluster.node", "a").with("sync.data", bench.data().toString());
        assertThat(bench.words(List.of("holds", "show", "aaaa")).out()).doesNotContain("decision rejected by");
        assertThat(bench.words(List.of("state", "rebuild")).exit()).isZero();
        assertThat(bench.words(List.of("holds", "show", "aaaa")).out()).contains("decision rejected by");
    }

    @Test
    void anIdThatIsNoneIsRefusedWithThoseThatAre() throws IOException {
        firstRunForFew();
        assertThat(holds("approve", "9009").err())
                .isEqualTo("contact-sync: there is no hold '9009': nothing is held - see 'contact-sync holds'\n");
        exclude();
        bench.json();
        String id = onlyHold().path("id").asText();
        for (String word : List.of("show", "approve", "reject")) {
            Result wrong = holds(word, "xyz1");
            assertThat(wrong.exit()).isEqualTo(2);
            assertThat(wrong.err()).isEqualTo(
                    "contact-sync: there is no hold 'xyz1': held is " + id + " - see 'contact-sync holds'\n");
        }
        assertThat(holds("show", id.substring(0, 3)).exit()).as("too short").isEqualTo(2);
        assertThat(bench.sync("--approve", "9009").exit()).isEqualTo(2);
        assertThat(onlyHold().path("decision").asText()).isEqualTo("waiting");
    }

    @Test
    void damagedDecisionsAreNoneAndThatIsSaidOnce() throws Exception {
        firstRunForFew();
        exclude();
        bench.json();
        holds("approve", onlyHold().path("id").asText());
        Path file = bench.data().resolve("state").resolve("holds");
        Files.writeString(file, Files.readString(file).replace("APPROVED", "APPROVER"));
        Result damaged = bench.json();
        assertThat(damaged.exit()).as("not let through").isEqualTo(4);
        assertThat(damaged.err()).contains("state/holds' is damaged").contains("has to be decided again");
        Result again = bench.json();
        assertThat(again.exit()).isEqualTo(4);
        assertThat(again.err()).doesNotContain("is damaged");
        assertThat(onlyHold().path("decision").asText()).isEqualTo("waiting");
    }

    @Test
    void aScriptMayStillApproveInTheRunItself() throws IOException {
        firstRunForFew();
        exclude();
        bench.json();
        Result done = bench.json("--approve", onlyHold().path("id").asText());
        assertThat(done.exit()).as(done.err()).isZero();
        assertThat(done.number("/changes/deleted")).isEqualTo(FEW * LEAVERS - 2);
        assertThat(holds().out()).isEqualTo("nothing is held\n");
    }
}
