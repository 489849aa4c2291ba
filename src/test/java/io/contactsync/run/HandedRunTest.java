package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactsync.contact.ReadRetry;
import io.contactsync.core.Limits;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.Tally;
import io.contactsync.microsoftgraph.GraphStatistics;
import io.contactsync.workers.Letter;
import io.contactsync.workers.Letter.Kind;
import io.contactsync.workers.LetterAnswer;
import io.contactsync.workers.LetterAnswer.Verdict;
import io.contactsync.workers.Letters;
import io.contactsync.workers.Offer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A coordinator that is told things twice, late, or that nobody can take in, and one whose machine slept. */
class HandedRunTest extends RunTestBase {

    private final Letters letters = Letters.of("");
    private final Coordinator coordinator = TakenMailbox.coordinator(120);
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong shown = new AtomicLong();
    private final AtomicLong graph = new AtomicLong();
    private final Clock wall = new SetClock(NOON, () -> nanos.get() / 1_000_000 + shown.get());

    private LetterAnswer ask(Letter letter) {
        return letters.read(coordinator.answer(letters.write(letter)), LetterAnswer.class);
    }

    private Offer offered(MailboxTurn turn) {
        return letters.read(coordinator.offer(coordinator.hand(turn)), Offer.class);
    }

    private static byte[] account(String mailbox) {
        return new MailboxAccount(new MailboxResult(mailbox, MailboxResult.Status.DONE, "", Tally.NONE,
                0), "w", "h", null, List.of(), List.of(), List.of(), Duration.ZERO, false,
                GraphStatistics.NONE, new byte[0]).bytes(new SharedKeys(List.of()));
    }

    /** Graph's last answer, and what has passed since by a clock that does not count sleep. */
    private Runs runs() {
        return new Runs(settings, new Limits(2, 3, 30, 2, 20), RENDERER, Fingerprint.parse("fingerprint"),
                () -> NOON.plusNanos(nanos.get()).plusMillis(graph.get()), new RunBudgets(240, 60, new ReadRetry(1)),
                new BeforeImages(settings.data(), 30, ""), wall, nanos::get);
    }

    private MailboxTask next(String mailbox) {
        try (Run run = begin(false)) {
            take(run, people(0, 3));
            return tasks(run, List.of(new Target(mailbox, null))).get(0);
        }
    }

    @Test
    void whatWasReleasedAndNeverBegunIsDoneByTheNextRun() {
        try (Run run = begin(false)) {
            take(run, people(0, 3));
            MailboxHandover hand = coordinator.hand(turns(run, "alice").get(0));
            Offer offer = letters.read(coordinator.offer(hand), Offer.class);
            ask(Letter.of(Kind.TAKE, "one", offer, "t1"));
            ask(Letter.of(Kind.RELEASE, "one", offer, "t1"));
            assertThat(ask(Letter.of(Kind.TAKE, "two", offer, "t2")).verdict()).as("to anybody").isEqualTo(Verdict.YES);
            ask(Letter.of(Kind.RELEASE, "two", offer, "t2"));
            run.stop();
            coordinator.look(hand);
            entries.end(hand.turn(), coordinator.result(hand));
        }
        MailboxTask task = next("alice");
        assertThat(task.isSkipped()).isFalse();
        assertThat(task.brief().earlier().recent().isSettled("alice")).isTrue();
    }

    @Test
    void whoSleptKnowsWhenItHandedAMailboxOut() {
        assertThat(isSkippedAfter(TimeUnit.HOURS.toMillis(1))).as("its worker may be at work there").isTrue();
    }

    /** Then nothing is dated later than it was: that would keep the mailbox waiting for as long. */
    @Test
    void whoseClockWasPutForwardHasNotSlept() {
        assertThat(isSkippedAfter(0)).as("an hour by the clock, and none by Graph's").isTrue();
        nanos.addAndGet(TimeUnit.MINUTES.toNanos(6));
        assertThat(next("alice").isSkipped()).as("six minutes later").isFalse();
    }

    /** The machine's clock shows an hour more; so much of it is Graph's. */
    private boolean isSkippedAfter(long graphMillis) {
        runs = runs();
        try (Run run = begin(false)) {
            take(run, people(0, 3));
            MailboxHandover hand = coordinator.hand(turns(run, "alice").get(0));
            Offer offer = letters.read(coordinator.offer(hand), Offer.class);
            assertThat(coordinator.isToAsk(hand)).isFalse();
            shown.set(TimeUnit.HOURS.toMillis(1));
            byte[] take = letters.write(Letter.of(Kind.TAKE, "one", offer, "t1"));
            assertThat(coordinator.isNothing(coordinator.answer(take))).as("it cannot tell when that is").isTrue();
            assertThat(coordinator.isToAsk(hand)).isTrue();
            graph.set(graphMillis);
            coordinator.asked(hand);
            assertThat(coordinator.isToAsk(hand)).isFalse();
            assertThat(ask(Letter.of(Kind.TAKE, "one", offer, "t1")).verdict()).isEqualTo(Verdict.YES);
        } // killed, and started again
        runs = runs();
        return next("alice").isSkipped();
    }

    @Test
    void whatAllShareIsGivenOnceToWhoHasAMailbox() {
        try (Run run = begin(false)) {
            take(run, people(0, 3));
            Offer offer = offered(turns(run, "alice").get(0));
            assertThat(ask(Letter.of(Kind.CLAIM, "one", offer, "t1")).verdict()).isEqualTo(Verdict.NO);
            ask(Letter.of(Kind.TAKE, "one", offer, "t1"));
            assertThat(ask(Letter.of(Kind.CLAIM, "one", offer, "t1")).verdict()).isEqualTo(Verdict.YES);
            assertThat(ask(Letter.of(Kind.CLAIM, "one", offer, "t1")).verdict()).as("again").isEqualTo(Verdict.NO);
            Letter beat = Letter.beat("one", offer, "b1", List.of("t1"), 0, 0);
            assertThat(ask(beat).held()).containsExactly("t1");
            assertThat(ask(beat).held()).as("a beat that was recorded").isEmpty();
        }
    }

    @Test
    void aReturnedMailboxIsNotSaidToBeAway() throws IOException {
        runs = runs();
        try (Run run = begin(false)) {
            take(run, people(0, 3));
            List<Offer> offers = new ArrayList<>();
            turns(run, IntStream.range(0, 20).mapToObj(n -> "m" + n).toArray(String[]::new))
                    .forEach(turn -> offers.add(offered(turn)));
            offers.forEach(offer -> ask(Letter.of(Kind.TAKE, "one", offer, "t-" + offer.mailbox())));
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(61));
            ask(Letter.of(Kind.RETURN, "one", offers.get(19), "t-m19").with(account("m19")));
            ask(Letter.beat("one", offers.get(0), "b", offers.stream().map(offer -> "t-" + offer.mailbox()).toList(),
                    0, 0));
            assertThat(words(run, "m19")).containsExactly("handed", "returned");
            assertThat(words(run, "m3")).containsExactly("handed", "handed");
        }
    }

    private static List<String> words(Run run, String mailbox) throws IOException {
        return Files.readAllLines(run.journal().file()).stream().filter(line -> line.contains('"' + mailbox + '"'))
                .map(line -> line.replaceAll(".*\"event\":\"(\\w+)\".*", "$1")).toList();
    }

    @Test
    void aWorkerThatRanOutOfMemoryWhileItBeganHoldsNoMailbox() {
        AtomicInteger tries = new AtomicInteger();
        RunSettings own = RunSettings.of("main", "staff", "", false, 30, 15, false, data.resolve("w").toString());
        Runs worker = new Runs(own, new Limits(2, 3, 30, 2, 20), RENDERER, Fingerprint.parse("fingerprint"),
                () -> null, new RunBudgets(240, 60, new ReadRetry(1)), new BeforeImages(own.data(), 30, ""), () -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new OutOfMemoryError("claim");
                    }
                    return new RunTime(new RunClock(Clock.fixed(NOON, ZoneOffset.UTC), () -> 0), () -> null);
                }, Clock.fixed(NOON, ZoneOffset.UTC));
        AtomicInteger tokens = new AtomicInteger();
        Workbench bench = TakenMailbox.workbench("w", () -> 0, () -> "t" + tokens.incrementAndGet());
        try (Run run = begin(false)) {
            take(run, people(0, 3));
            byte[] offer = coordinator.offer(coordinator.hand(turns(run, "alice").get(0)));
            TakenMailbox taken = TakenMailbox.of(bench, offer, worker);
            taken.heard(coordinator.answer(taken.letter()));
            byte[] claim = coordinator.answer(taken.letter());
            assertThatThrownBy(() -> taken.heard(claim)).isInstanceOf(OutOfMemoryError.class);
            assertThat(taken.isGiven()).isFalse();
            assertThat(taken.isWriting(Kind.RELEASE)).isTrue();
            taken.heard(coordinator.answer(taken.letter()));
            taken.end();
            TakenMailbox again = TakenMailbox.of(bench, offer, worker);
            while (again.isWriting()) {
                again.heard(coordinator.answer(again.letter()));
            }
            assertThat(again.isGiven()).as("later").isTrue();
            again.end();
        }
        bench.close();
    }

    @Test
    void anAnswerToAnotherLetterTakesNoLease() {
        RunSettings own = RunSettings.of("main", "staff", "", false, 30, 15, false, data.resolve("w").toString());
        Runs worker = new Runs(own, new Limits(2, 3, 30, 2, 20), RENDERER, Fingerprint.parse("fingerprint"),
                Clock.fixed(NOON, ZoneOffset.UTC));
        AtomicInteger tokens = new AtomicInteger();
        Workbench bench = TakenMailbox.workbench("w", () -> 0, () -> "t" + tokens.incrementAndGet());
        try (Run run = begin(false)) {
            take(run, people(0, 3));
            TakenMailbox taken = TakenMailbox.of(bench, coordinator.offer(coordinator.hand(turns(run, "alice").get(0))),
                    worker);
            while (taken.isWriting()) {
                taken.heard(coordinator.answer(taken.letter()));
            }
            byte[] recorded = coordinator.answer(letters.write(Letter.beat("w",
                    new Offer("", "run of yesterday", "", "print"), "b-yesterday", List.of(), 0, 0)));
            TakenMailbox beat = TakenMailbox.beat(bench);
            beat.letter();
            beat.heard(recorded);
            assertThat(taken.task()).as("can still be begun").isNotNull();
            taken.done(new MailboxResult("alice", MailboxResult.Status.DONE, "", Tally.NONE, 0));
            assertThat(taken.isWriting(Kind.RETURN)).isTrue();
            taken.heard(coordinator.answer(taken.letter()));
            taken.failed(new IllegalStateException("after it was told"));
            assertThat(taken.isWriting()).as("a second account would say that nothing was sent").isFalse();
            taken.end();
        }
        bench.close();
    }
}
