package io.contactsync.cli.remove;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.SyncBench.Result;
import io.contactsync.core.KnownTarget;
import io.contactsync.journal.TargetMemory;
import io.contactsync.run.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mailboxes leave the targets: kept and told of, or cleaned in the next run. */
class LeftTargetsRunTest extends FilledTenant {

    private Path file;

    @BeforeEach
    void byFile() {
        file = temp.resolve("targets.txt");
        bench.with("targets.from", "file").with("targets.file", file.toString());
    }

    /** So many of the five are targets from now on. */
    private void targets(int number) {
        try {
            Files.write(file, targets.stream().limit(number).toList());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** As if those that are missed had been missed an hour earlier. */
    private void anHourPasses() {
        TargetMemory memory = new TargetMemory(bench.data());
        memory.write(memory.read().values().stream().map(known -> known.missed() == null ? known
                : new KnownTarget(known.id(), known.contacts(), known.missed().minus(Duration.ofHours(1)))).toList());
    }

    private List<Integer> perMailbox() {
        return targets.stream().map(mailbox -> ours(mailbox).size()).collect(Collectors.toList());
    }

    @Test
    void keptOnesAreToldOfAndFoundByTheCommandThatCleansThem() {
        targets(4);
        Result kept = bench.sync();
        assertThat(kept.exit()).isZero();
        assertThat(kept.out()).contains("note: 1 mailbox is no target any more and may still hold contacts of ours: "
                + "contact-sync remove --left");
        assertThat(bench.words(List.of("status")).out()).contains("1 mailbox is no target any more");
        Result removed = remove("--left", "--yes", "--json");
        assertThat(removed.changes()).containsExactly(0, 0, CONTACTS);
        assertThat(perMailbox()).containsExactly(40, 40, 40, 40, 0);
        assertThat(bench.sync().out()).doesNotContain("no target any more");
        assertThat(bench.words(List.of("status")).out()).doesNotContain("no target any more");
    }

    @Test
    void removedAreThoseThatAreMissedTwiceAnHourApart() {
        bench.with("targets.left", "remove");
        targets(4);
        Result first = bench.sync();
        assertThat(first.out()).contains("1 mailbox is no target any more: cleaned by a run from an hour after");
        assertThat(bench.json().changes()).as("not an hour later").containsExactly(0, 0, 0);
        anHourPasses();
        assertThat(bench.json("--dry-run").changes()).containsExactly(0, 0, CONTACTS);
        assertThat(left()).isEqualTo(ALL);
        Result second = bench.json();
        assertThat(second.exit()).as(second.err()).isZero();
        assertThat(second.changes()).containsExactly(0, 0, CONTACTS);
        assertThat(perMailbox()).containsExactly(40, 40, 40, 40, 0);
        assertThat(bench.journal("intent")).allMatch(line -> line.path("reason").asText()
                .equals("its mailbox has left the targets"));
        assertThat(bench.json().number("/mailboxes/total")).as("it is not looked into any more").isEqualTo(4);
    }

    @Test
    void oneThatComesBackInTheMeantimeIsLeftAlone() {
        bench.with("targets.left", "remove");
        targets(4);
        assertThat(bench.json().exit()).isZero();
        anHourPasses();
        targets(5);
        assertThat(bench.json().changes()).containsExactly(0, 0, 0);
        targets(4);
        assertThat(bench.json().changes()).as("missed for the first time again").containsExactly(0, 0, 0);
    }

    @Test
    void tooManyAtOnceWaitAsOneHoldWithTheirNamesUntilItIsApproved() {
        bench.with("targets.left", "remove").with("guard.vanished-min", "1");
        targets(2);
        assertThat(bench.json().exit()).isZero();
        anHourPasses();
        Result held = bench.sync();
        assertThat(held.exit()).as(held.out()).isEqualTo(ExitCode.HELD);
        assertThat(held.out()).contains("3 of 5 mailboxes are no targets any more (60 %, allowed 3 % and 1)");
        assertThat(left()).isEqualTo(ALL);
        String id = bench.journal("hold").get(0).path("hold").asText();
        String name = tenant.user(targets.last()).orElseThrow().displayName();
        assertThat(bench.words(List.of("holds", "show", id)).out()).contains(name);
        assertThat(bench.words(List.of("holds", "approve", id)).exit()).isZero();
        assertThat(bench.json().changes()).containsExactly(0, 0, 3 * CONTACTS);
        assertThat(perMailbox()).containsExactly(40, 40, 0, 0, 0);
        assertThat(bench.words(List.of("holds")).out()).doesNotContain(id);
    }

    @Test
    void aListingThatFailsOrIsEmptyMissesNobody() throws IOException {
        bench.with("targets.left", "remove").with("targets.from", "group");
        bench.sandbox().faults().when(request -> request.target().contains("/transitiveMembers/"))
                .times(Integer.MAX_VALUE).refuseWith(200, "{\"value\":[]}");
        assertThat(bench.json().exit()).isEqualTo(ExitCode.FAILED);
        bench.sandbox().faults().clear();
        assertThat(new TargetMemory(bench.data()).read().values()).hasSize(5)
                .allMatch(known -> known.missed() == null);
    }

    @Test
    void aMailboxThatIsGoneIsAskedOnceAndNotCountedAnyMore() {
        bench.with("targets.left", "remove");
        targets(4);
        bench.json();
        anHourPasses();
        tenant.administration().removeUser(targets.last(), false);
        Result result = bench.json();
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.number("/mailboxes/skipped")).isEqualTo(1);
        assertThat(bench.json().number("/mailboxes/skipped")).isZero();
    }

    @Test
    void aDamagedMemoryIsSaidAndMadeAgainOfTheJournals() throws IOException {
        Path memory = bench.data().resolve("state/targets");
        Files.writeString(memory, Files.readString(memory).replace("40", "41"));
        targets(4);
        Result result = bench.sync();
        assertThat(result.exit()).isEqualTo(ExitCode.PARTLY);
        assertThat(result.out()).contains("state/targets' is damaged");
        assertThat(bench.sync().out()).contains("note: 1 mailbox is no target any more and may still hold");
        assertThat(remove("--left", "--yes", "--json").changes()).containsExactly(0, 0, CONTACTS);
    }

    @Test
    void allAlsoFindsThoseThatHaveLeftAndSearchThoseThatNoRunOfThisFolderKnows() throws IOException {
        targets(4);
        bench.json();
        assertThat(remove("--all", "--dry-run").out()).contains("200 contacts of ours out of 5 mailboxes");
        bench.with("sync.data", temp.resolve("another").toString());
        assertThat(remove("--all", "--dry-run").out()).contains("160 contacts of ours out of 4 mailboxes");
        assertThat(remove("--all", "--search", "--dry-run").out()).contains("200 contacts of ours out of 5 mailboxes");
        assertThat(remove("--all", "--search", "--yes").exit()).isZero();
        assertThat(left()).isZero();
    }
}
