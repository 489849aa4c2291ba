package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.ContactKey;
import io.contactsync.core.Limits;
import io.contactsync.core.MailboxResult;
import io.contactsync.journal.RecentCreates;
import io.contactsync.workers.Letter;
import io.contactsync.workers.Letter.Kind;
import io.contactsync.workers.LetterAnswer;
import io.contactsync.workers.LetterAnswer.Verdict;
import io.contactsync.workers.Letters;
import io.contactsync.workers.Offer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A coordinator to which a worker tells what nobody understands, and one that cannot take in what it understands. */
class StrangeAccountTest extends RunTestBase {

    private final RandomAccounts random = new RandomAccounts();
    private final Letters letters = Letters.of("");
    private final Coordinator coordinator = TakenMailbox.coordinator(120);

    private LetterAnswer ask(Letter letter) {
        return letters.read(coordinator.answer(letters.write(letter)), LetterAnswer.class);
    }

    private byte[] account(String honest, String strange) {
        String told = new String(random.planned().bytes(new SharedKeys(List.of())), StandardCharsets.UTF_8);
        assertThat(MailboxAccount.read(told.getBytes(StandardCharsets.UTF_8), new SharedKeys(List.of()))).isNotNull();
        assertThat(told).contains(honest);
        return told.replace(honest, strange).getBytes(StandardCharsets.UTF_8);
    }

    private MailboxTask next(String mailbox) {
        try (Run run = begin(false)) {
            take(run, people(0, 3));
            return tasks(run, List.of(new Target(mailbox, null))).get(0);
        }
    }

    @Test
    void whatNobodyUnderstandsIsThatMailboxAlone() {
        try (Run run = begin(false)) {
            take(run, people(0, 3));
            MailboxTurn[] turns = turns(run, "alice", "bob", "cecil", "dora").toArray(MailboxTurn[]::new);
            returned(turns[0], account("\"status\":", "\"statux\":"));
            returned(turns[1], account("alice", "alice")); // another mailbox
            returned(turns[2], account("\"key\":\"staff|1\"", "\"key\":null"));
            returned(turns[3], new byte[] {1, 2, 3});
            assertThat(run.aborted()).isNull();
        }
        assertThat(next("alice").skip()).startsWith("a worker had it minutes ago, and is not known to be through");
        runs = new Runs(settings, new Limits(2, 3, 30, 2, 20), RENDERER, Fingerprint.parse("fingerprint"),
                Clock.fixed(NOON.plus(Duration.ofMinutes(6)), ZoneOffset.UTC));
        MailboxTask later = next("alice");
        RecentCreates recent = later.brief().earlier().recent();
        assertThat(later.skip()).isNull();
        assertThat(recent.contains("alice", new ContactKey("staff", "p1"))).as("a create waits").isTrue();
        assertThat(recent.isSettled("alice")).isFalse();
    }

    private void returned(MailboxTurn turn, byte[] told) {
        MailboxHandover hand = coordinator.hand(turn);
        Offer offer = letters.read(coordinator.offer(hand), Offer.class);
        assertThat(ask(Letter.of(Kind.TAKE, "one", offer, hand.mailbox())).verdict()).isEqualTo(Verdict.YES);
        ask(Letter.of(Kind.RETURN, "one", offer, hand.mailbox()).with(told));
        assertThat(coordinator.result(hand).toString()).contains("FAILED", "unclear: what the worker one tells of it");
        entries.end(hand.turn(), coordinator.result(hand));
    }

    /** A fault of this machine is not the worker's nonsense: nothing more is sent. */
    @Test
    void whatCannotBeTakenInEndsTheRun() {
        try (Run run = begin(false)) {
            MailboxTurn strange = new MailboxTurn(new MailboxTask(brief("of no run"), "alice", null), run);
            MailboxResult result = new HandedLines(run, new HandedMemory(run))
                    .returned(new MailboxHandover(strange, new byte[0]), "one", random.planned());
            assertThat(result.status()).isEqualTo(MailboxResult.Status.FAILED);
            assertThat(result.reason()).doesNotContain("unclear");
            assertThat(run.aborted()).isInstanceOf(NullPointerException.class);
        }
    }
}
