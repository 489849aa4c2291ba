package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactsync.core.Action;
import io.contactsync.core.Hold;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.Step;
import io.contactsync.core.Totals;
import io.contactsync.journal.HoldsFile;
import io.contactsync.journal.KnownHold;
import io.contactsync.journal.SourceMemory;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphItemResponse;
import io.contactsync.microsoftgraph.GraphRequest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What waits between runs, and how an approval is used up: 40 people, of whom some go, in mailboxes that hold all of
 * them.
 */
class RunHoldsTest extends RunTestBase {

    private static final int PEOPLE = 40;

    private Holds holds;

    @BeforeEach
    void remember() {
        holds = new Holds(data);
        try (Run run = begin(false)) {
            runs.take(run, List.of(people(0, PEOPLE)));
            runs.finish(run, Totals.NONE);
        }
    }

    /** A run in which these mailboxes are planned and as much of their deletions is carried out. */
    private RunReport run(int people, boolean stop, Map<String, Integer> mailboxes, String... approvals) {
        try (Run run = begin(false, approvals)) {
            runs.take(run, List.of(people(0, people)));
            List<MailboxTask> tasks = runs.tasks(run, mailboxes.keySet().stream().sorted()
                    .map(mailbox -> new Target(mailbox, null)).toList());
            Totals totals = Totals.NONE;
            for (MailboxTask task : tasks) {
                MailboxResult result = carriedOut(task, mailboxes.get(task.mailbox()));
                new JournalEntries(runs).end(task, result);
                totals = totals.plus(result);
            }
            return stop ? run.finish(totals, true) : runs.finish(run, totals);
        }
    }

    /**
     * As many of its deletions are answered with 204 as that, the others with 400; less than zero: it cannot be read at
     * all.
     */
    private MailboxResult carriedOut(MailboxTask task, int done) {
        if (done < 0) {
            return results.failed(task, new IllegalArgumentException("not readable"), null);
        }
        MailboxPlan planned = mailboxes.plan(task, held(0, PEOPLE).iterator());
        new JournalEntries(runs).write(task, new JournalEntries(runs).plan(planned), false);
        if (planned.plan().count(Action.DELETE) == 0) {
            return results.unwritten(planned);
        }
        Step step = mailboxes.begin(planned);
        int left = done;
        while (step.isRunning()) {
            int applied = Math.min(left, step.send() == null ? 0 : step.send().changes().size());
            new JournalEntries(runs).write(task, new JournalEntries(runs).intents(task, step), true);
            step = answer(task, step, applied);
            new JournalEntries(runs).write(task, new JournalEntries(runs).outcomes(task, step), true);
            left -= applied;
        }
        return results.written(planned, step);
    }

    private Step answer(MailboxTask task, Step step, int applied) {
        Map<String, GraphItemResponse> items = new HashMap<>();
        for (GraphRequest request : mailboxes.requests(task, step)) {
            items.put(request.id(), new GraphItemResponse(request.id(),
                    items.size() < applied ? 204 : 400, null, null, null, null, null));
        }
        return mailboxes.answered(task, step, new GraphBatchResponse(200, true, null, null, null, items, "c", "r"));
    }

    private KnownHold only() {
        assertThat(holds.all()).hasSize(1);
        return holds.all().get(0);
    }

    private void approve() {
        holds.decide(only().id(), KnownHold.Word.APPROVED, "ann", NOON);
    }

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
            runs.take(crashed, List.of(people(0, 30)));
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

    private void incomplete() {
        try (Run run = begin(false)) {
            runs.take(run, List.of(people(0, 30, "page 2 failed")));
            runs.finish(run, Totals.NONE);
        }
    }

    /** Two vanish, and nobody is asked; in a mailbox of few contacts that is too much. */
    private RunReport few(boolean stop, Map<String, Integer> mailboxes, String... approvals) {
        return run(38, stop, mailboxes, approvals);
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

    /** As if the source had never been read: its first deletions wait in each mailbox. */
    private void forget() {
        new SourceMemory(data.resolve("state").resolve("sources")).forget("staff");
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

    @Test
    void anIdMayBeShortenedAsLongAsItIsClear() {
        run(30, false, Map.of("alice", 0));
        String id = only().id();
        assertThat(holds.get(id.substring(0, 4)).id()).isEqualTo(id);
        assertThatThrownBy(() -> holds.get(id.substring(0, 3))).isInstanceOf(UnknownHoldException.class)
                .hasMessageContaining("held is " + id)
                .hasMessageContaining("at least 4 characters");
        assertThat(holds.get(id.toUpperCase(java.util.Locale.ROOT)).id()).isEqualTo(id);
        assertThatThrownBy(() -> holds.decide("", KnownHold.Word.APPROVED, "ann", NOON))
                .isInstanceOf(UnknownHoldException.class);
        KnownHold one = only();
        KnownHold twin = new KnownHold("9009aa", Hold.Kind.DELETES, "", "x", "", List.of(), List.of(), 1, 1,
                Map.of(), false, List.of(), NOON, "r", null, false);
        KnownHold other = new KnownHold("9009ab", Hold.Kind.DELETES, "", "x", "", List.of(), List.of(), 1, 1,
                Map.of(), false, List.of(), NOON, "r", null, false);
        assertThatThrownBy(() -> Holds.find(List.of(one, twin, other), "9009"))
                .hasMessage("'9009' is the beginning of several holds: 9009aa, 9009ab - see 'contact-sync holds'");
        assertThat(Holds.find(List.of(one, twin, other), "9009a" + "b").id()).isEqualTo("9009ab");
        assertThat(Holds.distinct(List.of(twin, other))).isEqualTo(6);
        assertThat(Holds.distinct(List.of(one))).isEqualTo(4);
    }

    @Test
    void anIdOfAnOlderJournalIsStillTaken() throws Exception {
        Path old = Files.createDirectories(data.resolve("runs").resolve("20200101-000000-000-0000"));
        Files.writeString(old.resolve("journal.jsonl"),
                "{\"at\":\"2020-01-01T00:00:00.000Z\",\"event\":\"hold\",\"hold\":\"0123456789ab\","
                + "\"reason\":\"x\"}\n");
        AtBegin begin = AtBegin.read(new HoldsFile(data), data.resolve("runs"), Set.of("0123456789ab"));
        assertThat(begin.approvals().ids()).containsExactly("0123456789ab");
        Files.delete(old.resolve("journal.jsonl"));
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
            RunMeters.holds(List.of());
            runs.rememberHolds();
            assertThat(waiting("vanished", "waiting")).as("as serve starts").isEqualTo(1);
        } finally {
            Metrics.removeRegistry(registry);
        }
    }

    @Test
    void aPlanKeepsTheWholeIdOfWhatItWasAllowed() {
        run(30, false, Map.of("alice", 0));
        KnownHold hold = only();
        new HoldsFile(data).update(known -> List.of(hold,
                new KnownHold("ffff00001111", Hold.Kind.CHANGED, "x", "x", "", List.of(), List.of(), 0, 0, Map.of(),
                false, List.of(), NOON, "r", new KnownHold.Decision(KnownHold.Word.APPROVED, "ann", NOON), false)));
        String plan;
        try (Run run = begin(true, hold.id().substring(0, 4))) {
            plan = run.id();
            runs.take(run, List.of(people(0, 30)));
            runs.tasks(run, List.of(new Target("alice", null)));
            runs.finish(run, Totals.NONE);
        }
        assertThat(PlanFile.read(data.resolve("runs").resolve(plan).resolve(RunFolder.PLAN)).head().approvals())
                .as("and not what somebody may take back").containsExactly(hold.id());
    }
}
