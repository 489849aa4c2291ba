package io.contactsync.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.MailboxResult.Status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the mailboxes of a run came to together. */
class TotalsTest {

    private static MailboxResult result(Status status, Tally tally, int unchanged) {
        return new MailboxResult("m", status, "", tally, unchanged);
    }

    @Test
    void eachMailboxCountsOnceByItsStatusAndWithAllItsChanges() {
        Tally one = new Tally(1, 2, 3, 4, 5, 6, 7, 8);
        Totals totals = Totals.NONE.plus(result(Status.DONE, one, 10)).plus(result(Status.SKIPPED, Tally.NONE, 0))
                .plus(result(Status.HELD, one, 1)).plus(result(Status.HELD, Tally.NONE, 0))
                .plus(result(Status.WAITS, Tally.NONE, 0)).plus(result(Status.WAITS, Tally.NONE, 0))
                .plus(result(Status.WAITS, Tally.NONE, 0)).plus(result(Status.FAILED, Tally.NONE, 5));
        assertThat(totals).isEqualTo(new Totals(1, 1, 2, 3, 1, new Tally(2, 4, 6, 8, 10, 12, 14, 16), 16));
        assertThat(totals.total()).isEqualTo(8);
        assertThat(totals.lacking()).isEqualTo(4);
    }

    @Test
    void ofARunThatWaitsAllAreHeld() {
        assertThat(Totals.allHeld(7)).isEqualTo(new Totals(0, 0, 7, 0, 0, Tally.NONE, 0));
        assertThat(Totals.allHeld(7).total()).isEqualTo(7);
    }

    /** Only if something was to be done. */
    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0, 0, 0, false", "0, 0, 0, 0, 2, 0, true", "0, 3, 0, 0, 0, 0, true",
        "1, 0, 0, 0, 2, 0, false", "0, 0, 1, 0, 2, 0, false", "0, 0, 0, 1, 2, 0, false", "0, 0, 0, 0, 2, 1, false"})
    void nothingIsDoneWhereNoMailboxWentThrough(int done, int skipped, int held, int waits, int failed, int created,
            boolean nothing) {
        Totals totals = new Totals(done, skipped, held, waits, failed, new Tally(created, 0, 0, 0, 0, 0), 0);
        assertThat(totals.isNothingDone()).isEqualTo(nothing);
    }

    @Test
    void whatWasAppliedIsCountedByKindAndWhatWasNotIsNoCleanEnd() {
        Tally tally = new Tally(1, 2, 4, 0, 0, 0, 8, 16);
        assertThat(tally.applied()).isEqualTo(7);
        assertThat(tally.isClean()).isTrue();
        assertThat(new Tally(0, 0, 0, 1, 0, 0).isClean()).isFalse();
        assertThat(new Tally(0, 0, 0, 0, 1, 0).isClean()).isFalse();
        assertThat(new Tally(0, 0, 0, 0, 0, 1).isClean()).isFalse();
    }
}
