package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.workers.Letter;
import io.contactsync.workers.Letter.Kind;
import io.contactsync.workers.LetterAnswer;
import io.contactsync.workers.LetterAnswer.Verdict;
import io.contactsync.workers.Letters;
import io.contactsync.workers.Offer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody records letters of ours, which nobody but us can read, and sends them again. */
class RecordedLettersTest extends RunTestBase {

    private Letters letters;
    private Coordinator coordinator;

    @BeforeEach
    void share() throws IOException {
        Path secret = Files.writeString(data.resolve("secret"), "s".repeat(40));
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        letters = Letters.of(secret.toString());
        coordinator = new Coordinator(letters, new CommonPrint("print"), 30, "");
    }

    private LetterAnswer ask(byte[] letter) {
        return letters.read(coordinator.answer(letter), LetterAnswer.class);
    }

    @Test
    void whatIsSentAgainIsGivenNothing() {
        try (Run run = begin(false)) {
            take(run, people(0, 3));
            Offer offer = letters.read(coordinator.offer(coordinator.hand(turns(run, "alice").get(0))), Offer.class);
            byte[] take = letters.write(Letter.of(Kind.TAKE, "one", offer, "t1"));
            byte[] claim = letters.write(Letter.of(Kind.CLAIM, "one", offer, "t1"));
            byte[] beat = letters.write(Letter.beat("one", offer, "b1", List.of("t1"), 0, 0));
            for (byte[] letter : List.of(take, claim, beat)) {
                assertThat(ask(letter).verdict()).isEqualTo(Verdict.YES);
                LetterAnswer again = ask(letter);
                assertThat(again.verdict()).isEqualTo(Verdict.NO);
                assertThat(again.body()).as("no contacts").isEmpty();
            }
        }
    }

    @Test
    void whatIsOfAnotherRunIsOver() {
        byte[] recorded;
        try (Run run = begin(false)) {
            take(run, people(0, 3));
            Offer offer = letters.read(coordinator.offer(coordinator.hand(turns(run, "alice").get(0))), Offer.class);
            recorded = letters.write(Letter.of(Kind.TAKE, "one", offer, "t9"));
        }
        try (Run run = begin(false)) {
            take(run, people(0, 3));
            MailboxHandover hand = coordinator.hand(turns(run, "alice").get(0));
            assertThat(ask(recorded).verdict()).isEqualTo(Verdict.OVER);
            assertThat(coordinator.isUnderWay(hand)).isTrue();
        }
    }
}
