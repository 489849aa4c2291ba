package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.MailboxResult;
import io.contactsync.core.Tally;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many contacts of ours mailboxes hold after a run, as far as it came to them. */
class GatheredTest {

    private final Gathered gathered = new Gathered(Clock.systemUTC(), Instant.EPOCH);

    private void ended(String mailbox, MailboxResult.Status status, String reason, Tally tally) {
        gathered.ended(new MailboxResult(mailbox, status, reason, tally, 0), reason);
    }

    @Test
    void aPlannedMailboxHoldsWhatItHeldAndWhatCameLessWhatWent() {
        gathered.targets(List.of(new Target("a", null), new Target("b", null), new Target("c", null)));
        gathered.planned("a", 40);
        ended("a", MailboxResult.Status.DONE, "", new Tally(3, 7, 2, 0, 0, 0));
        gathered.planned("b", 40);
        ended("c", MailboxResult.Status.FAILED, "503", Tally.NONE);
        assertThat(gathered.contacts()).containsOnlyKeys("a").containsEntry("a", 41);
    }

    @Test
    void oneThatHasLeftHoldsNothingIfItIsGoneAndIsNotForgottenIfItOnlyRests() {
        gathered.targets(List.of(new Target("gone", null).leaving(), new Target("nobody", null).leaving(),
                new Target("rests", null).leaving(), new Target("target", null)));
        ended("gone", MailboxResult.Status.SKIPPED, "no mailbox: ErrorInvalidUser", Tally.NONE);
        ended("nobody", MailboxResult.Status.SKIPPED, "the directory knows no such user", Tally.NONE);
        ended("rests", MailboxResult.Status.SKIPPED, "it failed in three runs and rests", Tally.NONE);
        ended("target", MailboxResult.Status.SKIPPED, "no mailbox: ErrorInvalidUser", Tally.NONE);
        assertThat(gathered.contacts()).containsOnlyKeys("gone", "nobody").containsEntry("gone", 0);
    }
}
