package io.contactsync.cli.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.probe.Call;
import io.contactsync.probe.GraphDoor;
import io.contactsync.probe.Probe;
import io.contactsync.probe.ProbeReport;
import io.contactsync.probe.Reply;
import io.contactsync.sandbox.SandboxOptions;
import io.contactsync.sandbox.faults.Faults;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever happens to a probe, the mailbox is afterwards byte for byte as it was before. */
class ProbeSafetyTest {

    /**
     * Every third request in each test, and in the next test the one after: the whole probe is gone through, each
     * mishap meets all its parts.
     */
    private static final int STEP = 3;
    private static final String NAMESAKE = "{\"givenName\":\"Probe\",\"displayName\":\"contact-sync probe notes\"}";
    private static ProbeBench bench;
    private static Map<String, Map<String, String>> before;

    /** What happens to one request. */
    enum Mishap {
        TOO_MANY(false, rule -> rule.refuse(429)), REFUSED(true, rule -> rule.refuse(503)),
        LOST(true, Faults.Rule::drop),
        ANSWER_LOST(false, Faults.Rule::applyThenDrop), ANSWERED_WRONGLY(false, rule -> rule.applyThenRefuse(504));

        private final boolean mayBeUnknown;
        private final Consumer<Faults.Rule> happens;

        /** @param mayBeUnknown whether it can stay open if something was made */
        Mishap(boolean mayBeUnknown, Consumer<Faults.Rule> happens) {
            this.mayBeUnknown = mayBeUnknown;
            this.happens = happens;
        }
    }

    /** The process is killed: from then on nothing gets through, not even cleaning up. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Something happens before the n-th request, counted from 1. */
    private record Before(GraphDoor door, AtomicInteger left, Runnable happens) implements GraphDoor {

        private void count() {
            if (left.decrementAndGet() <= 0) {
                happens.run();
            }
        }

        @Override
        public Reply send(Call call) {
            count();
            return door.send(call);
        }

        @Override
        public List<Reply> sendAtOnce(List<Call> calls) {
            count();
            return door.sendAtOnce(calls);
        }

        @Override
        public Reply sendHurriedly(Call call) {
            count();
            return door.sendHurriedly(call);
        }
    }

    @BeforeAll
    static void start() {
        bench = new ProbeBench(SandboxOptions.defaults().withMailboxes(60));
        bench.mailboxes().forEach(mailbox -> {
            bench.sandbox().tenant().createContact(mailbox, NAMESAKE);
            synchronized (bench.sandbox().tenant()) {
                bench.sandbox().tenant().mailbox(mailbox).addFolder("contact-sync probe of mine");
            }
        });
        before = bench.mailboxes().stream().collect(Collectors.toMap(mailbox -> mailbox, bench::everything));
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @AfterEach
    void forget() {
        bench.sandbox().faults().clear();
    }

    private static void unchanged(String when) {
        assertThat(bench.everything(bench.mailbox())).as(when).isEqualTo(before.get(bench.mailbox()));
    }

    /** So many requests a whole probe sends. */
    private static int requests() {
        AtomicInteger count = new AtomicInteger();
        bench.probe(ProbeBench.BRIEF, new ProbeBench.Impatient(),
                door -> new Before(door, new AtomicInteger(), count::incrementAndGet)).ask();
        assertThat(count.get()).isGreaterThan(100);
        return count.get();
    }

    @ParameterizedTest
    @EnumSource
    void oneRequestGoesWrong(Mishap mishap) {
        int requests = requests();
        for (int number = 1 + mishap.ordinal() % STEP; number <= requests; number += STEP) {
            bench.sandbox().faults().clear();
            AtomicInteger left = new AtomicInteger(number);
            Probe probe = bench.probe(ProbeBench.BRIEF, new ProbeBench.Impatient(),
                    door -> new Before(door, left, () -> arm(left, mishap)));
            ProbeReport report = probe.ask();
            assertThat(report.remains()).as(mishap + " at request " + number)
                    .allMatch(each -> each.startsWith("perhaps ") && mishap.mayBeUnknown);
            unchanged(mishap + " at request " + number);
        }
    }

    /** The next request, whatever it is, is the one. */
    private static void arm(AtomicInteger left, Mishap mishap) {
        if (left.get() == 0) {
            mishap.happens.accept(bench.sandbox().faults().when(request -> true));
        }
    }

    @Test
    void itIsStoppedAtAnyRequest() {
        int requests = requests();
        for (int number = 2; number <= requests; number += STEP) {
            Probe[] probe = new Probe[1];
            AtomicInteger left = new AtomicInteger(number);
            probe[0] = bench.probe(ProbeBench.BRIEF, new ProbeBench.Impatient(),
                    door -> new Before(door, left, () -> probe[0].stop()));
            assertThat(probe[0].ask().remains()).isEmpty();
            unchanged("stopped at request " + number);
        }
    }

    @Test
    void itIsKilledAtAnyRequestAndTheNextOneCleans() {
        int requests = requests();
        for (int number = 1; number <= requests; number += STEP) {
            AtomicInteger left = new AtomicInteger(number);
            Probe probe =
                    bench.probe(ProbeBench.BRIEF, new ProbeBench.Impatient(), door -> new Before(door, left, () -> {
                throw new Killed();
            }));
            try {
                probe.ask();
            } catch (Killed killed) {
                assertThat(left.get()).isLessThanOrEqualTo(0);
            }
            ProbeReport cleaned = bench.again().clean();
            assertThat(cleaned.complete()).isTrue();
            unchanged("killed at request " + number);
        }
    }
}
