package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.ContactKey;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.HiddenKey;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * A full update of 5,000 contacts in 350 mailboxes in flight, on the heap of a real run. It takes memory, and so is no
 * test of every build:
 *
 * <pre>
 * mvn -q test-compile exec:exec -Dexec.classpathScope=test -Dexec.executable=java \
 *   -Dexec.args="-Xmx512m -XX:+UseParallelGC -cp %classpath io.contactsync.run.PlanBudgetHeap"
 * </pre>
 *
 * A number of changes behind it is the budget: with 2000000000, which is none, it runs out of memory.
 */
final class PlanBudgetHeap extends RunTestBase {

    private static final int MAILBOXES = 350;
    private static final int CONTACTS = 5_000;
    private static final int WRITING_MILLIS = 5_000;

    private final AtomicInteger writing = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    /** All of them as an earlier version of the source had them, with an id and a version as long as Graph's. */
    private static Iterator<CurrentContact> outdated() {
        return IntStream.range(0, CONTACTS)
                .mapToObj(number -> new CurrentContact("i".repeat(147) + (10_000 + number),
                        "v".repeat(35) + (10_000 + number), true,
                new HiddenKey("main", new ContactKey("staff", "p" + number)), "an earlier hash")).iterator();
    }

    public static void main(String... budget) throws Exception {
        PlanBudgetHeap heap = new PlanBudgetHeap();
        heap.data = Files.createTempDirectory("contact-sync-heap");
        heap.wire();
        heap.updateEverythingEverywhere(budget.length == 0 ? new PlanBudget()
                : new PlanBudget(Integer.parseInt(budget[0])));
    }

    private void updateEverythingEverywhere(PlanBudget budget) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(MAILBOXES);
        try (Run run = begin(false)) {
            take(run, people(0, CONTACTS));
            List<Future<?>> all = new ArrayList<>();
            for (MailboxTurn turn : turns(run, IntStream.range(0, MAILBOXES).mapToObj(number -> "m" + number)
                    .toArray(String[]::new))) {
                all.add(threads.submit((Callable<Void>) () -> update(budget, turn)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        System.out.printf("all done, %d mailboxes written at a time at the most%n", most.get());
    }

    private Void update(PlanBudget budget, MailboxTurn turn) throws InterruptedException {
        budget.reserve(turn);
        try {
            MailboxPlan planned = plan(turn, outdated());
            budget.known(turn.task(), planned);
            MailboxStep first = mailboxes.begin(planned);
            most.accumulateAndGet(writing.incrementAndGet(), Math::max);
            TimeUnit.MILLISECONDS.sleep(WRITING_MILLIS);
            writing.decrementAndGet();
            assertThat(mailboxes.isSending(first)).isTrue();
            assertThat(planned.plan().changes()).hasSize(CONTACTS);
        } finally {
            budget.giveBack(turn);
        }
        return null;
    }
}
