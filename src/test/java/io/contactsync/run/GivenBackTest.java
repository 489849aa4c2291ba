package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Limits;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.MailboxResult.Status;
import io.contactsync.core.Tally;
import io.contactsync.workers.Letter;
import io.contactsync.workers.LetterAnswer;
import io.contactsync.workers.Letters;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A worker counts what became of its mailboxes: as the coordinator took them back, or did not. */
class GivenBackTest extends RunTestBase {

    private final Coordinator coordinator = TakenMailbox.coordinator(120);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger tokens = new AtomicInteger();
    private final Workbench bench = TakenMailbox.workbench("w", () -> 0, () -> "t" + tokens.incrementAndGet());

    @BeforeEach
    void watch() {
        Metrics.addRegistry(meters);
    }

    @AfterEach
    void leave() {
        bench.close();
        Metrics.removeRegistry(meters);
    }

    private Runs worker() {
        return new Runs(RunSettings.of("main", "staff", "", false, 30, 15, false, data.resolve("w").toString()),
                new Limits(2, 3, 30, 2, 20), RENDERER, Fingerprint.parse("fingerprint"),
                Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private static byte[] tooLate(byte[] letter) {
        Letters letters = Letters.of("");
        return letters.write(LetterAnswer.no(letters.read(letter, Letter.class), LetterAnswer.Verdict.NO, "too late"));
    }

    /** Works on a mailbox up to what it came to. */
    private TakenMailbox done(MailboxTurn turn, Runs worker, Status status) {
        TakenMailbox taken = TakenMailbox.of(bench, coordinator.offer(coordinator.hand(turn)), worker);
        while (taken.isWriting()) {
            taken.heard(coordinator.answer(taken.letter()));
        }
        taken.task();
        taken.done(new MailboxResult(turn.mailbox(), status, "", Tally.NONE, 0));
        return taken;
    }

    @Test
    void whatIsTakenBackIsCountedAsItIsAndTheRestIsLost() {
        Runs worker = worker();
        assertThat(bench.told()).isEqualTo("no run has a part here now; since the start none was given back");
        try (Run run = begin(false)) {
            take(run, people(0, 3));
            List<MailboxTurn> turns = turns(run, "m0", "m1", "m2", "m3");
            Status[] all = {Status.DONE, Status.FAILED, Status.DONE, Status.DONE};
            for (int place = 0; place < all.length; place++) {
                TakenMailbox taken = done(turns.get(place), worker, all[place]);
                byte[] letter = taken.letter();
                taken.heard(place == 2 ? tooLate(letter) : coordinator.answer(letter));
                taken.end();
                taken.end();
            }
            assertThat(bench.told()).startsWith("0 mailboxes at work in the coordinator's run ")
                    .endsWith("; since the start given back: 2 done, 1 failed; not taken back, and left to settle: 1");
        }
        assertThat(meters.get("contactsync.worker.mailboxes").tag("result", "done").counter().count()).isEqualTo(2);
        assertThat(meters.get("contactsync.worker.mailboxes").tag("result", "lost").counter().count()).isEqualTo(1);
    }
}
