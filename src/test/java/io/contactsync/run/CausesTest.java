package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.MailboxResult;
import io.contactsync.core.MailboxResult.Status;
import io.contactsync.core.Tally;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Why mailboxes failed or were skipped, by what the reasons are. */
class CausesTest {

    private final Causes causes = new Causes();

    private void add(String mailbox, Status status, String reason) {
        causes.add(new MailboxResult(mailbox, status, reason, Tally.NONE, 0));
    }

    @Test
    void sixtyFailuresWithSixtyRequestIdsAreOneCause() {
        for (int mailbox = 59; mailbox >= 0; mailbox--) {
            add("m" + (10 + mailbox), Status.FAILED, "GET /users/{id}/contacts failed (503 serviceNotAvailable), retry after " + mailbox
                + " ms, client-request-id " + UUID.randomUUID() + ", request-id " + UUID.randomUUID());
        }
        assertThat(causes.list()).containsExactly(
            new Cause(Status.FAILED, "GET /users/{id}/contacts failed (503 serviceNotAvailable)", 60, List.of("m10", "m11")));
    }

    @Test
    void numbersIdsAndNamesDoNotPartACause() {
        add("a", Status.FAILED, "2 rejected, 0 in doubt, 17 left for the next run");
        add("b", Status.FAILED, "5 rejected, 0 in doubt, 1 left for the next run");
        add("c", Status.FAILED, "id 'Ann Other' of " + UUID.randomUUID());
        add("d", Status.FAILED, "id 'Bob Other' of " + UUID.randomUUID());
        assertThat(causes.list()).extracting(Cause::sentence)
            .containsExactly("2 mailboxes failed: id ... of ...", "2 mailboxes failed: rejected, left for the next run");
    }

    @Test
    void skippedMailboxesComeAfterFailedOnesAndAllCountsAddUp() {
        for (int mailbox = 0; mailbox < 51; mailbox++) {
            add("s" + mailbox, Status.SKIPPED, "no mailbox: MailboxNotEnabledForRESTAPI");
        }
        add("f", Status.FAILED, "the mailbox is full");
        add("h", Status.HELD, "held");
        add("d", Status.DONE, "");
        assertThat(causes.list()).extracting(Cause::status).containsExactly(Status.FAILED, Status.SKIPPED);
        assertThat(causes.list()).extracting(Cause::count).containsExactly(1, 51);
    }
}
