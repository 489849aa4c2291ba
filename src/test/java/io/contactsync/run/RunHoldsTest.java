package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.journal.HoldsFile;
import io.contactsync.journal.KnownHold;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** What waits between runs, and how an approval is used up. */
class RunHoldsTest extends HoldsTestBase {

    @Test
    void whatVanishedIsAskedOnceAndNotAgainInEachMailbox() {
        RunReport held = run(30, false, Map.of("alice", 0, "bob", 0));
        assertThat(held.exit()).isEqualTo(ExitCode.HELD);
        assertThat(held.holds()).singleElement().satisfies(hold -> {
            assertThat(hold.sentence()).isEqualTo("10 of 40 people of staff vanished (25 %, allowed 3 % and 2)");
            assertThat(List.of(hold.changes(), (long) hold.mailboxes(), (long) hold.people()))
                    .containsExactly(20L, 2L, 10L);
            assertThat(hold.names()).contains("Person 30", "Person 39").hasSize(10);
            assertThat(hold.decision()).isEqualTo("waiting");
        });
        approve();
        RunReport done = run(30, false, Map.of("alice", 10, "bob", 10));
        assertThat(done.exit()).isEqualTo(ExitCode.DONE);
        assertThat(done.totals().tally().deleted()).isEqualTo(20);
        assertThat(holds.all()).isEmpty();
    }

    @Test
    void anApprovalSurvivesACrashAndARunThatWasStopped() {
        run(30, false, Map.of("alice", 0));
        approve();
        try (Run crashed = begin(false)) {
            take(crashed, people(0, 30));
        }
        assertThat(only().isApproved()).as("after a crash").isTrue();
        run(30, true, Map.of("alice", 10));
        assertThat(only().isApproved()).as("after Ctrl-C").isTrue();
        assertThat(run(30, false, Map.of("alice", 10)).exit()).isEqualTo(ExitCode.DONE);
        assertThat(holds.all()).isEmpty();
    }

    @Test
    void itStaysForMailboxesThatFailedAndTheyAreNotAskedAbout() {
        run(30, false, Map.of("alice", 0, "bob", 0));
        approve();
        assertThat(run(30, false, Map.of("alice", 10, "bob", -1)).exit()).isEqualTo(ExitCode.PARTLY);
        assertThat(only().begun()).isTrue();
        RunReport rest = run(30, false, Map.of("bob", 10));
        assertThat(rest.exit()).isEqualTo(ExitCode.DONE);
        assertThat(rest.totals().tally().deleted()).isEqualTo(10);
        assertThat(holds.all()).isEmpty();
    }

    @Test
    void anApprovalIsNotForWhatVanishesAfterIt() {
        run(30, false, Map.of("alice", 0));
        approve();
        String first = only().id();
        RunReport more = run(29, false, Map.of("alice", 0));
        assertThat(more.exit()).isEqualTo(ExitCode.HELD);
        assertThat(only().id()).isNotEqualTo(first);
        assertThat(only().decision()).isNull();
        assertThat(more.notes()).contains("the hold " + first
                + " has ended: what it held is not the same any more, and waits as " + only().id());
    }

    @Test
    void anApprovalWaitsForAReadingThatIsComplete() {
        run(30, false, Map.of("alice", 0));
        approve();
        incomplete();
        assertThat(only().isApproved()).as("nothing was carried out").isTrue();
        assertThat(run(30, false, Map.of("alice", 10)).exit()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void soDoesOneOfDeletionsInMailboxes() {
        forget();
        few(false, Map.of("alice", 0, "bob", 0));
        approve();
        incomplete();
        assertThat(only().members().keySet()).containsExactlyInAnyOrder("alice", "bob");
        RunReport done = few(false, Map.of("alice", 2, "bob", 2));
        assertThat(done.exit()).isEqualTo(ExitCode.DONE);
        assertThat(done.totals().tally().deleted()).isEqualTo(4);
        assertThat(holds.all()).isEmpty();
    }

    @Test
    void deletionsOfManyMailboxesAreOneHoldAndEachIsLetThroughOnce() {
        forget();
        Map<String, Integer> none = Map.of("alice", 0, "bob", 0, "carol", 0);
        RunReport held = few(false, none);
        assertThat(held.exit()).isEqualTo(ExitCode.HELD);
        assertThat(only().members().keySet()).containsExactlyInAnyOrder("alice", "bob", "carol");
        approve();
        few(true, Map.of("alice", 2, "bob", 1));
        assertThat(only().members().keySet()).as("what is left: half of bob's, all of carol's")
                .containsExactlyInAnyOrder("bob", "carol");
        assertThat(only().isApproved()).isTrue();
        assertThat(only().begun()).isTrue();
    }

    @Test
    void aPartOfWhatWasHeldIsTheSameHoldWithItsAge() {
        forget();
        few(false, Map.of("alice", 0, "bob", 0));
        KnownHold first = only();
        holds.decide(first.id(), KnownHold.Word.REJECTED, "ann", NOON);
        RunReport part = few(false, Map.of("alice", 0, "bob", -1));
        assertThat(part.holds()).extracting(OpenHold::id).containsExactly(first.id());
        assertThat(part.exit()).as("rejected, and one failed").isEqualTo(ExitCode.PARTLY);
        assertThat(only().members().keySet()).as("bob could not be asked").containsExactlyInAnyOrder("alice", "bob");
        few(false, Map.of("alice", 0));
        assertThat(only().members().keySet()).as("bob is no target any more").containsExactly("alice");
        assertThat(only().isRejected()).isTrue();
    }

    @Test
    void aRejectedHoldIsNotAskedAgain() {
        run(30, false, Map.of("alice", 0));
        holds.decide(only().id(), KnownHold.Word.REJECTED, "bob", NOON);
        RunReport rejected = run(30, false, Map.of("alice", 0));
        assertThat(rejected.exit()).isEqualTo(ExitCode.PARTLY);
        assertThat(rejected.holds()).singleElement().satisfies(hold -> {
            assertThat(hold.isRejected()).isTrue();
            assertThat(hold.by()).isEqualTo("bob");
        });
    }

    @Test
    void aHoldEndsOnlyWhenARunThatCouldSeeItDoesNot() {
        run(30, false, Map.of("alice", 0));
        String id = only().id();
        incomplete();
        assertThat(only().id()).as("not read completely").isEqualTo(id);
        run(PEOPLE, true, Map.of("alice", 0));
        assertThat(only().id()).as("stopped").isEqualTo(id);
        RunReport named = run(PEOPLE, false, Map.of("alice", 0));
        assertThat(named.notes()).contains("the hold " + id
                + " has ended: the people of staff that had vanished are named again");
        assertThat(holds.all()).isEmpty();
    }

    private static double waiting(String kind, String decision) {
        return Metrics.globalRegistry.get("contactsync.holds").tag("kind", kind).tag("decision", decision).gauge()
                .value();
    }

    @Test
    void theMeterFollowsWhatWaitsIntoAndOutOfAProcess() {
        MeterRegistry registry = new SimpleMeterRegistry();
        Metrics.addRegistry(registry);
        try {
            run(30, false, Map.of("alice", 0));
            assertThat(waiting("vanished", "waiting")).isEqualTo(1);
            new HoldsFile(data).update(known -> List.of());
            run(40, false, Map.of("alice", 0));
            assertThat(waiting("vanished", "waiting")).as("another process has ended it").isZero();

            run(30, false, Map.of("alice", 0));
            RunMeters.of(settings).holds(List.of());
            runs.ended().remember(holds);
            assertThat(waiting("vanished", "waiting")).as("as serve starts").isEqualTo(1);
        } finally {
            Metrics.removeRegistry(registry);
        }
    }
}
