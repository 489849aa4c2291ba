package io.contactsync.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetAsideTest {

    private static final ContactKey ANNA = new ContactKey("staff", "anna");

    private static Outcome outcome(Action action, Outcome.Kind kind, String reason) {
        return new Outcome(new Change(action, ANNA, action == Action.CREATE ? null : "c1", "changed"), kind, reason,
                null);
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE, REJECTED, 400, true", "CREATE, REJECTED, 400 ErrorInvalidProperty, true",
        "UPDATE, REJECTED, 413, true", "UPDATE, REJECTED, 415, true", "CREATE, REJECTED, 422 x, true",
        "UPDATE, REJECTED, 500 ErrorCorruptData, true", "CREATE, UNKNOWN, 500 ErrorCorruptData, true",
        "CREATE, REJECTED, 400 ErrorCorruptData, true",
        "DELETE, REJECTED, 400, false", "UPDATE, REJECTED, 400 ErrorInvalidIdMalformed, false",
        "UPDATE, REJECTED, 404 ErrorItemNotFound, false", "CREATE, REJECTED, 507, false",
        "CREATE, REJECTED, 4000, false", "CREATE, UNKNOWN, 500, false", "CREATE, UNKNOWN, no answer, false",
        "CREATE, RETRY_LATER, 400 for all of them, false", "CREATE, APPLIED, '', false",
    })
    void aContactIsToBlameForWhatItHolds(Action action, Outcome.Kind kind, String reason, boolean blamed) {
        assertThat(SetAside.isOf(outcome(action, kind, reason))).isEqualTo(blamed);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 100, false", "1, 0, 100, false", "2, 0, 100, false", "3, 0, 100, true", "300, 0, 300, true",
        "3, 1, 100, false", "300, 1, 3000, false",
        "1, 0, 1, true", "1, 0, 2, false", "2, 0, 2, true", "0, 0, 0, false",
    })
    void isSetAsideWhenThreeMailboxesAgree(int refusing, int taking, int mailboxes, boolean agreed) {
        assertThat(SetAside.isAgreed(refusing, taking, mailboxes)).isEqualTo(agreed);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, true", "1, 1, true", "1, 2, true", "2, 2, false", "10, 11, true", "10, 500, true", "11, 300, false",
        "15, 500, true", "16, 500, false", "150, 5000, true", "151, 5000, false",
    })
    void manyAtOnceAreNotToBlame(int refused, int desired, boolean few) {
        assertThat(SetAside.isFew(refused, desired)).isEqualTo(few);
    }

    @Test
    void isCountedByItself() {
        Outcome refused = outcome(Action.CREATE, Outcome.Kind.UNKNOWN, "500 ErrorCorruptData");
        Tally tally = Tally.NONE.plus(java.util.List.of(refused));
        assertThat(tally).isEqualTo(new Tally(0, 0, 0, 0, 0, 0, 0, 1));
        assertThat(tally.isClean()).isTrue();
        assertThat(Tally.NONE.plus(java.util.List.of(outcome(Action.CREATE, Outcome.Kind.UNKNOWN, "500"))).isClean())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"CREATE, UNKNOWN", "UPDATE, REJECTED", "DELETE, AGAIN"})
    void whatGraphCallsCorruptIsNotSentAgain(Action action, Judgement judgement) {
        assertThat(Judgement.of(action, new Answer(500, "ErrorCorruptData", null, null))).isEqualTo(judgement);
        assertThat(Judgement.of(action, new Answer(500, "ErrorInternalServerError", null, null)))
                .isEqualTo(Judgement.unclear(action));
    }
}
