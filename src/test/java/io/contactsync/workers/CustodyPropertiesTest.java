package io.contactsync.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Offers, letters and answers that are lost, late, doubled and out of order, between a coordinator and workers that
 * fall silent: whatever comes, a mailbox is begun by one worker, and who may send to it has it.
 */
class CustodyPropertiesTest {

    private static final int SCHEDULES = 400;
    private static final int STEPS = 250;
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final List<String> MAILBOXES = List.of("a", "b", "c");

    /** One order of things. */
    private static final class Schedule {

        private final Random random;
        private final Custody custody;
        private final Map<String, WorkerLease> workers =
                new HashMap<>(Map.of("one", new WorkerLease(), "two", new WorkerLease()));
        private final List<Runnable> wire = new ArrayList<>();
        private final Map<String, Set<String>> begun = new HashMap<>();
        private final Map<String, String> holder = new HashMap<>();
        private final Set<String> dead = new HashSet<>();
        private final Map<String, Integer> retold = new HashMap<>();
        private Instant now = Instant.EPOCH;
        private int tokens;

        Schedule(long seed) {
            random = new Random(seed);
            custody = new Custody(LEASE);
            MAILBOXES.forEach(custody::offer);
        }

        /** On its way: lost, once, or twice, and at any time. */
        private void post(Runnable letter) {
            int copies = random.nextInt(4);
            for (int copy = 0; copy < (copies == 3 ? 2 : Math.min(copies, 1)); copy++) {
                wire.add(letter);
            }
        }

        private void step() {
            now = now.plusMillis(random.nextInt(1_500));
            String worker = random.nextBoolean() ? "one" : "two";
            switch (random.nextInt(6)) {
                case 0 -> take(worker, MAILBOXES.get(random.nextInt(MAILBOXES.size())));
                case 1 -> beat(worker);
                case 2 -> giveBack(worker);
                case 3 -> MAILBOXES.forEach(mailbox -> custody.isLost(mailbox, now));
                default -> deliver();
            }
            check();
        }

        private void deliver() {
            if (!wire.isEmpty()) {
                wire.remove(random.nextInt(wire.size())).run();
            }
        }

        private void take(String worker, String mailbox) {
            String token = "t" + tokens++;
            Instant asked = now;
            post(() -> {
                if (custody.take(mailbox, worker, token, now)) {
                    post(() -> given(worker, mailbox, token, asked));
                }
            });
            if (random.nextInt(3) == 0) {
                dead.add(token);
                post(() -> custody.release(token));
            }
        }

        private void given(String worker, String mailbox, String token, Instant asked) {
            if (!dead.contains(token) && dead.add(token)) {
                workers.get(worker).holds(mailbox, token, asked, LEASE);
                begun.computeIfAbsent(mailbox, first -> new HashSet<>()).add(token);
                holder.put(worker + mailbox, token);
            }
        }

        private void beat(String worker) {
            List<String> told = workers.get(worker).held();
            Instant written = now;
            post(() -> {
                List<String> held = custody.beat(told, now);
                post(() -> workers.get(worker).heard(told, held, written));
            });
        }

        private void giveBack(String worker) {
            MAILBOXES.stream().filter(each -> holder.containsKey(worker + each)).findFirst().ifPresent(mailbox -> {
                String token = holder.remove(worker + mailbox);
                post(() -> retold.merge(mailbox, custody.giveBack(token) ? 1 : 0, Integer::sum));
                workers.get(worker).ends(mailbox, token);
            });
        }

        private void check() {
            MAILBOXES.forEach(mailbox -> {
                assertThat(begun.getOrDefault(mailbox, Set.of())).as("begun: " + mailbox).hasSizeLessThan(2);
                assertThat(retold.getOrDefault(mailbox, 0)).as("retold: " + mailbox).isLessThan(2);
                workers.forEach((worker, lease) -> {
                    if (lease.isGood(mailbox, now)) {
                        assertThat(custody.state(mailbox)).as(worker + " may send to " + mailbox)
                                .isEqualTo(Custody.State.GIVEN);
                        assertThat(custody.worker(mailbox)).isEqualTo(worker);
                        assertThat(custody.isLost(mailbox, now)).as(worker + " may send, and is lost").isFalse();
                    }
                });
            });
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20261126})
    void aMailboxIsBegunOnceAndWhoMaySendHasIt(long first) {
        System.out.println("custody: " + SCHEDULES + " schedules from seed " + first);
        int begun = 0;
        int lost = 0;
        for (long seed = first; seed < first + SCHEDULES; seed++) {
            Schedule schedule = new Schedule(seed);
            for (int step = 0; step < STEPS; step++) {
                schedule.step();
            }
            begun += schedule.begun.size();
            lost += (int) MAILBOXES.stream().filter(each -> schedule.custody.state(each) == Custody.State.LOST).count();
        }
        assertThat(begun).as("mailboxes that were begun at all").isGreaterThan(SCHEDULES / 2);
        assertThat(lost).as("mailboxes that were lost").isGreaterThan(SCHEDULES / 4);
    }
}
