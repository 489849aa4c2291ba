package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.sandbox.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A mailbox that fails again and again is left alone for a while, and so is one that Graph has told to wait. */
class RestingMailboxTest extends SmallTenant {

    private String mailbox;

    private void broken(int status) {
        mailbox = targets.iterator().next();
        bench.sandbox().faults().when(request -> mailbox.equals(request.mailbox())).times(Integer.MAX_VALUE)
                .refuse(status);
    }

    private long asked() {
        return bench.sandbox().requestLog().orElseThrow().last().stream()
                .filter(request -> request.target().contains(mailbox)).count();
    }

    private Result failing() {
        Result result = bench.with("graph.read-tries", "1").json();
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.number("/mailboxes/failed")).isEqualTo(1);
        return result;
    }

    private static JsonNode cause(Result result) {
        return StreamSupport.stream(result.json().path("causes").spliterator(), false)
                .filter(cause -> cause.path("status").asText().equals("skipped")).findFirst().orElseThrow();
    }

    @Test
    void restsAfterThreeFailedRunsAndIsAskedAgainWhenThatIsOver() {
        broken(500);
        failing();
        failing();
        failing();
        long before = asked();
        Result resting = bench.json();
        assertThat(resting.exit()).isEqualTo(3);
        assertThat(resting.number("/mailboxes/skipped")).isEqualTo(1);
        assertThat(cause(resting).path("cause").asText()).isEqualTo("rests after failed runs");
        assertThat(bench.journal("skip")).singleElement()
                .satisfies(line -> assertThat(line.path("reason").asText())
                        .matches("rests until .* after 3 failed runs"));
        assertThat(asked()).isEqualTo(before);
        bench.letPass(Duration.ofMinutes(61));
        failing();
        assertThat(asked()).isGreaterThan(before);
        assertThat(bench.command("status", "--json").json().at("/resting/0/failures").asInt()).isEqualTo(4);
        bench.letPass(Duration.ofMinutes(61));
        assertThat(bench.json().number("/mailboxes/skipped")).as("the second rest is longer").isEqualTo(1);
    }

    @Test
    void isReleasedAndThenDone() {
        broken(500);
        failing();
        failing();
        assertThat(bench.command("status").out()).contains(" has failed in 2 runs in a row; after 3 in a row it rests");
        failing();
        String status = bench.command("status").out();
        assertThat(status).contains("resting      1 mailbox left alone for now", " after 3 failed runs → contact-sync "
                + "release ");
        Result unknown = bench.command("release", "Nobody At All");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("'Nobody At All' neither rests nor is refused - resting: ");
        Result released = bench.command("release", mailbox);
        assertThat(released.exit()).as(released.err()).isZero();
        assertThat(released.out()).contains("released: the mailbox of ", "rests until", "now: contact-sync sync");
        assertThat(bench.command("status").out()).contains(" is what the next run begins with");
        assertThat(bench.command("explain", "--mailbox", mailbox, "--offline").out())
                .contains("the mailbox is what the next run begins with");
        bench.sandbox().faults().clear();
        assertThat(bench.json().changes()).containsExactly(CONTACTS, 0, 0);
        complete();
        assertThat(bench.command("status").out()).doesNotContain("resting");
        assertThat(bench.command("release", "--all").out()).startsWith("nothing to release");
    }

    /** A success in between begins anew. */
    @Test
    void onlyFailuresInARowCount() {
        broken(500);
        failing();
        failing();
        bench.sandbox().faults().clear();
        assertThat(bench.json().exit()).isZero();
        broken(500);
        failing();
        failing();
        failing();
        assertThat(bench.json().number("/mailboxes/skipped")).isEqualTo(1);
    }

    /** The next run and the next process keep what Graph has told. */
    @Test
    void aMailboxThatIsToldToWaitLongIsNotAskedBefore() {
        bench.expect(Finding.Rule.RETRY_AFTER); // the sandbox's clock does not know that time has passed
        mailbox = targets.iterator().next();
        bench.sandbox().faults().when(request -> mailbox.equals(request.mailbox())).times(1).refuse(429, 1200);
        assertThat(bench.json().exit()).isEqualTo(3);
        long before = asked();
        Result waiting = bench.json();
        assertThat(waiting.exit()).isEqualTo(3);
        assertThat(cause(waiting).path("cause").asText()).isEqualTo("told by Graph to wait");
        assertThat(asked()).isEqualTo(before);
        assertThat(bench.command("status").out()).contains("told by Graph to wait until ")
                .doesNotContain("contact-sync release");
        assertThat(bench.command("release", mailbox).exit()).isEqualTo(2);
        bench.letPass(Duration.ofMinutes(21));
        assertThat(bench.json().changes()).containsExactly(CONTACTS, 0, 0);
        complete();
    }

    @Test
    void aDamagedFileIsSaidAndCostsOneTry() throws IOException {
        broken(500);
        failing();
        failing();
        failing();
        Path file = bench.data().resolve("state/quarantine");
        Files.writeString(file, Files.readString(file).replace("failures\":3", "failures\":9"));
        assertThat(bench.command("status").out()).contains("state/quarantine' is damaged in line 1");
        Result result = failing();
        assertThat(bench.report().problems()).anyMatch(problem -> problem.contains("is damaged in line 1: which "
                + "mailboxes rest is forgotten"));
        assertThat(result.number("/mailboxes/skipped")).isZero();
    }
}
