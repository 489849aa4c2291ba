package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Action;
import io.contactsync.core.Cause;
import io.contactsync.core.Change;
import io.contactsync.core.ContactKey;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.MailboxResult.Status;
import io.contactsync.core.Outcome;
import io.contactsync.core.Tally;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What sixty mailboxes have in common is said once. */
class CausesTest {

    private final Causes causes = new Causes();

    private void end(int number, Status status, String reason, String cause) {
        causes.ended(new MailboxResult("m" + number, status, reason, cause, Tally.NONE, 0));
    }

    private static Outcome outcome(Outcome.Kind kind, String reason) {
        return new Outcome(new Change(Action.CREATE, new ContactKey("staff", "p1"), null, "new"), kind, reason, null);
    }

    @Test
    void sixtyFailuresOfOneKindAreOneCauseHoweverManyRequestIdsTheyHave() {
        IntStream.range(0, 60).forEach(number -> end(number, Status.FAILED, "failed (503), request-id " + number, "failed (503)"));
        assertThat(causes.list()).containsExactly(new Cause(Status.FAILED, "failed (503)", 60, List.of("m0", "m1")));
    }

    @Test
    void countsAddUpToTheMailboxesThatAreNotDone() {
        end(0, Status.DONE, "", "");
        end(1, Status.SKIPPED, "no licence", "no licence");
        end(2, Status.SKIPPED, "no licence", "no licence");
        end(3, Status.FAILED, "x", "x");
        end(4, Status.FAILED, "y", "y");
        end(5, Status.FAILED, "y", "y");
        end(6, Status.HELD, "41 of 60", "over the limit");
        assertThat(causes.list()).extracting(Cause::text).containsExactly("y", "x", "over the limit", "no licence");
        assertThat(causes.list().stream().mapToInt(Cause::count).sum()).isEqualTo(6);
    }

    @Test
    void aMailboxThatWasWrittenInPartHasTheCauseOfItsFirstChangeThatWasNotDone() {
        causes.came("m1", outcome(Outcome.Kind.APPLIED, ""), "Maria Cantwell");
        causes.came("m1", outcome(Outcome.Kind.RETRY_LATER, "429 TooManyRequests"), "Maria Cantwell");
        causes.came("m1", outcome(Outcome.Kind.REJECTED, "400 ErrorCorruptData"), "Maria Cantwell");
        causes.came("m1", outcome(Outcome.Kind.UNKNOWN, "no answer"), "Maria Cantwell");
        end(1, Status.FAILED, "1 rejected, 1 in doubt", "not all of it was done");
        assertThat(causes.list()).containsExactly(new Cause(Status.FAILED, "contacts were rejected: 400 ErrorCorruptData", 1,
            List.of("m1"), List.of("Maria Cantwell")));
    }

    @Test
    void aCauseNamesNobodyWhereItIsLogged() {
        Cause cause = new Cause(Status.FAILED, "contacts were rejected: 400 ErrorCorruptData", 1, List.of("m1"), List.of("Maria Cantwell"));
        assertThat(cause.toString()).contains("m1").doesNotContain("Maria");
        assertThat(cause.sentence()).doesNotContain("Maria");
    }
}
