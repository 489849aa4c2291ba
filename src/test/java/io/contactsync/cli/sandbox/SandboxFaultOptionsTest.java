package io.contactsync.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.sandbox.faults.FaultPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fault plans on the command line. */
class SandboxFaultOptionsTest {

    @TempDir
    Path temp;

    @Test
    void thePlanOfASeedIsPrintedToBeEditedAndRunAgain() throws IOException {
        Result result = SyncBench.run("sandbox", "--fault-seed", "7", "--print-faults");
        assertThat(result.exit()).isZero();
        assertThat(FaultPlan.read(Files.writeString(temp.resolve("plan.yaml"), result.out())).kinds())
                .isEqualTo(FaultPlan.ofSeed(7).kinds()).hasSize(8);
    }

    @Test
    void aPlanThatCannotBeReadEndsTheStartWithOneSentence() throws IOException {
        Path file = Files.writeString(temp.resolve("plan.yaml"), "faults:\n  - fault: slow\n    by: soon\n");
        Result result = SyncBench.run("sandbox", "--faults", file.toString());
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.sentences()).containsExactly("contact-sync: " + file
                + ", line 3: by must be a time such as 500 ms, 5 s, 10 min or 1 h - was 'soon'");
        assertThat(result.out() + result.err()).doesNotContain("\tat ");
    }

    @Test
    void nothingCannotBePrinted() {
        Result result = SyncBench.run("sandbox", "--print-faults");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.sentences())
                .containsExactly("contact-sync: sandbox: --print-faults needs --fault-seed or --faults");
    }

    @Test
    void runsOfTheSandboxFollowThePlan() throws IOException {
        Path file = Files.writeString(temp.resolve("plan.yaml"), "faults:\n  - fault: mailbox-gone\n");
        Result result = SyncBench.run("sandbox", "--mailboxes", "1", "--contacts", "5", "--latency", "0", "--json",
                "--faults", file.toString());
        assertThat(result.out().lines()).hasSize(3)
                .allSatisfy(line -> assertThat(SyncBench.parse(line).at("/changes/created").asInt()).isZero());
    }
}
