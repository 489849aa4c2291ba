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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        IntStream.range(0, 60)
                .forEach(number -> end(number, Status.FAILED, "failed (503), request-id " + number, "failed (503)"));
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
        causes.came("m1", outcome(Outcome.Kind.REJECTED, "404 ErrorItemNotFound"), "Maria Cantwell");
        causes.came("m1", outcome(Outcome.Kind.UNKNOWN, "no answer"), "Maria Cantwell");
        end(1, Status.FAILED, "1 rejected, 1 in doubt", "not all of it was done");
        assertThat(causes.list())
                .containsExactly(new Cause(Status.FAILED, "contacts were rejected: 404 ErrorItemNotFound", 1,
            List.of("m1"), List.of("Maria Cantwell")));
    }

    @Test
    void allWhoWereRefusedForOneCauseAreGathered() {
        for (String mailbox : List.of("m1", "m2")) {
            for (String person : List.of("Ann", "Bob", "Cleo", "Dan")) {
                causes.came(mailbox, outcome(Outcome.Kind.REJECTED, "404 ErrorItemNotFound"), person);
            }
            causes.came(mailbox, outcome(Outcome.Kind.REJECTED, "507 ErrorQuotaExceeded"), "Eve");
        }
        end(1, Status.FAILED, "5 rejected", "x");
        end(2, Status.FAILED, "5 rejected", "x");
        assertThat(causes.list()).singleElement().extracting(Cause::people)
                .isEqualTo(List.of("Ann", "Bob", "Cleo", "Dan"));
    }

    @Test
    void whatIsRefusedForItsContentIsTheCauseOnlyWhereNothingElseIs() {
        for (String mailbox : List.of("m1", "m2")) {
            causes.came(mailbox, outcome(Outcome.Kind.REJECTED, "400 ErrorInvalidProperty"), "Ann");
            causes.came(mailbox, outcome(Outcome.Kind.UNKNOWN, "500 ErrorCorruptData"), "Bob");
        }
        causes.came("m2", outcome(Outcome.Kind.UNKNOWN, "no answer"), "Cleo");
        end(1, Status.FAILED, "2 contacts were rejected", "contacts were rejected");
        end(2, Status.FAILED, "1 in doubt", "not all of it was done");
        assertThat(causes.list()).containsExactly(
                new Cause(Status.FAILED, "contacts were rejected: 400 ErrorInvalidProperty", 1, List.of("m1"),
                        List.of("Ann")),
                new Cause(Status.FAILED, "creates are in doubt: no answer", 1, List.of("m2"), List.of()));
    }

    @ParameterizedTest
    @CsvSource({"WAITS, creates wait until earlier ones of the same contacts have settled",
        "FAILED, contacts carry our key without the category: was category.name changed?"})
    void whatIsRefusedForItsContentIsNotTheCauseOfSomethingElse(Status status, String why) {
        causes.came("m1", outcome(Outcome.Kind.REJECTED, "400 ErrorCorruptData"), "Poison Pete");
        end(1, status, "3 " + why, why);
        assertThat(causes.list()).containsExactly(new Cause(status, why, 1, List.of("m1")));
        assertThat(causes.isOnlyRefused()).isFalse();
    }

    @ParameterizedTest(name = "{0} {1}, {2} unchanged: {3}")
    @CsvSource({"REJECTED, 400 ErrorCorruptData, 3, true", "REJECTED, 400 ErrorCorruptData, 0, false",
        "REJECTED, 403 ErrorAccessDenied, 3, false", "UNKNOWN, no answer, 3, false",
        "LEFT, stopped, 3, false", "APPLIED, '', 3, false"})
    void aMailboxThatOnlyLacksWhatGraphRefusesForItsContentWentThrough(Outcome.Kind kind, String reason, int unchanged,
            boolean through) {
        causes.came("m", outcome(Outcome.Kind.REJECTED, "400 ErrorCorruptData"), "Ann");
        causes.came("m", outcome(Outcome.Kind.DEFERRED, "429 TooManyRequests"), "Bob");
        causes.ended(new MailboxResult("m", Status.FAILED, "2 not done", Tally.NONE, 3));
        assertThat(causes.isOnlyRefused()).as("not all of it was content").isFalse();
        causes.came("n", outcome(kind, reason), "Ann");
        causes.ended(new MailboxResult("n", Status.FAILED, "contacts were rejected", Tally.NONE, unchanged));
        assertThat(causes.isOnlyRefused()).isEqualTo(through);
    }

    @Test
    void aCauseNamesNobodyWhereItIsLogged() {
        Cause cause = new Cause(Status.FAILED, "contacts were rejected: 400 ErrorCorruptData", 1, List.of("m1"),
                List.of("Maria Cantwell"));
        assertThat(cause.toString()).contains("m1").doesNotContain("Maria");
        assertThat(cause.sentence()).doesNotContain("Maria");
    }
}
