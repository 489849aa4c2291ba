package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.MailboxResult;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A coordinator to which workers tell what has been changed on the way. */
class NoisyAccountTest extends RunTestBase {

    private final RandomAccounts random = new RandomAccounts();

    /** Noise does not, and all of it is about one mailbox. */
    @Override
    void journalsKeepToTheGrammar() {
    }

    /** A number that names nothing, a word that is none: it is no account, or one that is taken in to its end. */
    @Test
    void noiseEndsNoRun() {
        try (Run run = begin(false)) {
            take(run, people(0, 3));
            MailboxHandover hand = new MailboxHandover(turns(run, "alice").get(0), new byte[0]);
            HandedLines lines = new HandedLines(run, new HandedMemory(run));
            byte[] whole = random.planned().bytes(RandomAccounts.KEYS);
            for (int time = 0; time < 3000; time++) {
                byte[] noisy = random.noisy(whole);
                MailboxResult result = lines.returned(hand, "one", MailboxAccount.read(noisy, RandomAccounts.KEYS));
                entries.end(hand.turn(), result);
                assertThat(run.aborted()).as(() -> new String(noisy, StandardCharsets.UTF_8)).isNull();
            }
        }
    }
}
