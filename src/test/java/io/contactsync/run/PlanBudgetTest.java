package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactsync.core.Action;
import io.contactsync.core.Change;
import io.contactsync.core.ContactKey;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.HiddenKey;
import io.contactsync.core.Kept;
import io.contactsync.core.Plan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Planned changes in memory are bounded, and every mailbox gets its turn. */
@Timeout(60)
class PlanBudgetTest extends RunTestBase {

    private final PlanBudget budget = new PlanBudget(100);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private static MailboxTask mailbox(String name) {
        return new MailboxTask(brief("r"), name, null);
    }

    /** A mailbox on a thread of its own that waits for its turn. */
    /**
     * What the program itself needs is left to it: on a small heap mailboxes go fewer at a time, and one always goes.
     */
    @Test
    void aSmallHeapLeavesRoomForTheProgramItself() {
        assertThat(PlanBudget.changes(64L << 20)).isEqualTo(24 * 1024);
        assertThat(PlanBudget.changes(512L << 20)).isEqualTo(472 * 1024);
        assertThat(PlanBudget.changes(16L << 20)).isEqualTo(1);
    }

    private Future<?> waits(String name, int worst) {
        int before = budget.waiting();
        Future<?> turn = threads.submit((Callable<Void>) () -> {
            budget.take(mailbox(name), worst);
            return null;
        });
        while (budget.waiting() == before) {
            Thread.onSpinWait();
        }
        return turn;
    }

    private static Plan plan(int creates, int updates, int deletes) {
        Stream<Change> changes = IntStream.range(0, creates + updates + deletes).mapToObj(number -> {
            Action action =
                    number < creates ? Action.CREATE : number < creates + updates ? Action.UPDATE : Action.DELETE;
            return new Change(action, new ContactKey("staff", "p" + number), action == Action.CREATE ? null : "id",
                    "why");
        });
        return new Plan(changes.toList(), 0, 0, Kept.NOTHING, Set.of());
    }

    @Test
    void weighsAChangeByWhatItKeeps() {
        assertThat(PlanBudget.weight(plan(0, 0, 0))).isZero();
        assertThat(PlanBudget.weight(plan(0, 7, 5))).isEqualTo(12);
        assertThat(PlanBudget.weight(plan(1, 0, 0))).isEqualTo(1);
        assertThat(PlanBudget.weight(plan(17, 2, 1))).isEqualTo(5);
    }

    @Test
    void givesBackWhatThePlanDoesNotNeedAndTheRestAtTheEnd() throws Exception {
        budget.take(mailbox("alice"), 80);
        assertThat(budget.free()).isEqualTo(20);
        budget.keep(mailbox("alice"), 10);
        assertThat(budget.free()).isEqualTo(90);
        budget.giveBack(mailbox("alice"));
        assertThat(budget.free()).isEqualTo(100);
    }

    @Test
    void givesBackAllOfAMailboxThatFailedBeforeItsPlan() throws Exception {
        budget.take(mailbox("alice"), 80);
        budget.giveBack(mailbox("alice"));
        budget.giveBack(mailbox("alice"));
        budget.giveBack(mailbox("skipped"));
        assertThat(budget.free()).isEqualTo(100);
    }

    @Test
    void makesWaitWhatDoesNotFit() throws Exception {
        budget.take(mailbox("alice"), 80);
        Future<?> bob = waits("bob", 30);
        assertThat(bob).isNotDone();
        budget.keep(mailbox("alice"), 70);
        bob.get();
        assertThat(budget.free()).isZero();
    }

    @Test
    void letsAMailboxLargerThanTheBudgetThroughAlone() throws Exception {
        budget.take(mailbox("alice"), 1);
        Future<?> huge = waits("huge", 1_000);
        Future<?> bob = waits("bob", 1);
        assertThat(huge).isNotDone();
        assertThat(bob).isNotDone();
        budget.giveBack(mailbox("alice"));
        huge.get();
        assertThat(bob).isNotDone();
        budget.keep(mailbox("huge"), 1_000);
        assertThat(budget.free()).isEqualTo(-900);
        budget.giveBack(mailbox("huge"));
        bob.get();
        assertThat(budget.free()).isEqualTo(99);
    }

    @Test
    void neverWaitsForAPlanLargerThanItsReservation() throws Exception {
        budget.take(mailbox("alice"), 50);
        budget.take(mailbox("bob"), 50);
        budget.keep(mailbox("alice"), 75);
        budget.keep(mailbox("bob"), 75);
        Future<?> carol = waits("carol", 0);
        budget.giveBack(mailbox("bob"));
        carol.get();
        assertThat(budget.free()).isEqualTo(25);
    }

    @Test
    void holdsOneReservationAMailbox() throws Exception {
        budget.take(mailbox("alice"), 1);
        assertThatThrownBy(() -> budget.take(mailbox("alice"), 1)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("alice");
        budget.take(new MailboxTask(brief("a later run"), "alice", null), 1);
        assertThat(budget.free()).isEqualTo(98);
    }

    @Test
    void endsItsWaitByAnInterrupt() throws Exception {
        budget.take(mailbox("alice"), 100);
        Future<?> bob = waits("bob", 1);
        bob.cancel(true);
        while (budget.waiting() > 0) {
            Thread.onSpinWait();
        }
        budget.giveBack(mailbox("bob"));
        budget.giveBack(mailbox("alice"));
        assertThat(budget.free()).isEqualTo(100);
    }

    @Test
    void neverHoldsMoreThanTheBudgetAndComesToAnEnd() throws Exception {
        AtomicInteger held = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<?>> all = new ArrayList<>();
        for (int number = 0; number < 64; number++) {
            MailboxTask task = mailbox("m" + number);
            int worst = 1 + number * 7 % 130;
            all.add(threads.submit((Callable<Void>) () -> {
                for (int round = 0; round < 200; round++) {
                    budget.take(task, worst);
                    int mine = Math.min(worst, 100);
                    most.accumulateAndGet(held.addAndGet(mine), Math::max);
                    int kept = mine * (round % 4) / 4;
                    held.addAndGet(kept - mine);
                    budget.keep(task, kept);
                    Thread.yield();
                    held.addAndGet(-kept);
                    budget.giveBack(task);
                }
                return null;
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        assertThat(most.get()).isBetween(50, 100);
        assertThat(budget.free()).isEqualTo(100);
        assertThat(budget.waiting()).isZero();
    }

    @Test
    void reservesAllThatIsDesiredAndKeepsWhatIsPlanned() throws Exception {
        PlanBudget wired = new PlanBudget(100);
        try (Run run = begin(false)) {
            take(run, people(0, 40));
            MailboxTurn turn = turns(run, "alice").get(0);
            wired.reserve(turn);
            assertThat(wired.free()).isEqualTo(60);
            List<CurrentContact> current = new ArrayList<>(held(0, 20));
            current.add(new CurrentContact("old", "v", true, new HiddenKey("main", new ContactKey("staff", "p20")),
                    "another hash"));
            wired.known(turn.task(), mailboxes.plan(turn, current.iterator()));
            assertThat(wired.free()).isEqualTo(100 - 1 - 2);
            wired.giveBack(turn);
            assertThat(wired.free()).isEqualTo(100);
        }
    }

    /** What became of it is noted with the contact that Graph made, until all of the mailbox is told. */
    @Test
    void aCreateWeighsAsAnUpdateOnAWorker() throws Exception {
        PlanBudget wired = new PlanBudget(100);
        try (Run run = begin(false)) {
            take(run, people(0, 40));
            run.record().show(new WorkerNotes(null, null));
            MailboxTurn turn = turns(run, "alice").get(0);
            wired.reserve(turn);
            wired.known(turn.task(), mailboxes.plan(turn, held(0, 10).iterator()));
            assertThat(wired.free()).isEqualTo(100 - 30);
            wired.giveBack(turn);
        }
    }

    @Test
    void hasRoomForAsManyChangesAsTheHeapAllows() {
        assertThat(new PlanBudget().free())
                .isEqualTo((int) ((Runtime.getRuntime().maxMemory() - (40L << 20)) / 1_024));
    }
}
