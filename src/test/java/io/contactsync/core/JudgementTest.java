package io.contactsync.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.EnumSet;
import java.util.Set;

/** The table of {@link Judgement}, every status for every action. */
class JudgementTest {

    @ParameterizedTest(name = "{0} {1}: {2} | {3} | {4}")
    @CsvSource(nullValues = "-", value = {
            "200, -, APPLIED, APPLIED, APPLIED", "201, -, APPLIED, APPLIED, APPLIED",
            "204, -, APPLIED, APPLIED, APPLIED", "299, -, APPLIED, APPLIED, APPLIED",
        "404, -, REJECTED, REJECTED, APPLIED", "404, ErrorItemNotFound, REJECTED, REJECTED, APPLIED",
            "404, MailboxNotEnabledForRESTAPI, MAILBOX_CLOSED, MAILBOX_CLOSED, MAILBOX_CLOSED",
            "404, MailboxNotSupportedForRESTAPI, MAILBOX_CLOSED, MAILBOX_CLOSED, MAILBOX_CLOSED",
            "404, ErrorInvalidUser, MAILBOX_CLOSED, MAILBOX_CLOSED, MAILBOX_CLOSED",
            "404, ErrorNonExistentMailbox, MAILBOX_CLOSED, MAILBOX_CLOSED, MAILBOX_CLOSED",
            "404, ResourceNotFound, MAILBOX_CLOSED, MAILBOX_CLOSED, MAILBOX_CLOSED",
            "404, Request_ResourceNotFound, MAILBOX_CLOSED, MAILBOX_CLOSED, MAILBOX_CLOSED",
            "403, -, MAILBOX_CLOSED, MAILBOX_CLOSED, MAILBOX_CLOSED",
            "403, ErrorAccessDenied, MAILBOX_CLOSED, MAILBOX_CLOSED, MAILBOX_CLOSED",
        "507, -, MAILBOX_FULL, MAILBOX_FULL, AGAIN", "507, InsufficientStorage, MAILBOX_FULL, MAILBOX_FULL, AGAIN",
            "403, ErrorQuotaExceeded, MAILBOX_FULL, MAILBOX_FULL, AGAIN",
            "400, quotaLimitReached, MAILBOX_FULL, MAILBOX_FULL, AGAIN",
            "401, -, AGAIN, AGAIN, AGAIN", "409, -, AGAIN, AGAIN, AGAIN", "412, -, AGAIN, AGAIN, CHANGED",
            "423, -, AGAIN, AGAIN, AGAIN",
        "424, -, AGAIN, AGAIN, AGAIN", "429, -, AGAIN, AGAIN, AGAIN", "429, ApplicationThrottled, AGAIN, AGAIN, AGAIN",
            "408, -, UNKNOWN, AGAIN, AGAIN", "500, -, UNKNOWN, AGAIN, AGAIN", "501, -, UNKNOWN, AGAIN, AGAIN",
            "502, -, UNKNOWN, AGAIN, AGAIN", "503, -, UNKNOWN, AGAIN, AGAIN",
            "504, -, UNKNOWN, AGAIN, AGAIN", "509, -, UNKNOWN, AGAIN, AGAIN", "599, -, UNKNOWN, AGAIN, AGAIN",
            "0, -, UNKNOWN, AGAIN, AGAIN", "100, -, UNKNOWN, AGAIN, AGAIN",
        "302, -, UNKNOWN, AGAIN, AGAIN", "399, -, UNKNOWN, AGAIN, AGAIN",
            "400, -, REJECTED, REJECTED, REJECTED", "402, -, REJECTED, REJECTED, REJECTED",
            "405, -, REJECTED, REJECTED, REJECTED", "410, -, REJECTED, REJECTED, REJECTED",
            "413, -, REJECTED, REJECTED, REJECTED", "415, -, REJECTED, REJECTED, REJECTED",
            "422, -, REJECTED, REJECTED, REJECTED", "499, -, REJECTED, REJECTED, REJECTED"
    })
    void judgesAsTheTableSays(int status, String code, Judgement create, Judgement update, Judgement delete) {
        Answer answer = new Answer(status, code, null, null);
        assertThat(Judgement.of(Action.CREATE, answer)).isEqualTo(create);
        assertThat(Judgement.of(Action.UPDATE, answer)).isEqualTo(update);
        assertThat(Judgement.of(Action.DELETE, answer)).isEqualTo(delete);
    }

    /** Whatever the status: only an answer that proves a create undone lets it be sent again. */
    @Test
    void neverRepeatsACreateThatMayHaveBeenDone() {
        Set<Judgement> provesIt =
                EnumSet.of(Judgement.AGAIN, Judgement.REJECTED, Judgement.MAILBOX_CLOSED, Judgement.MAILBOX_FULL);
        for (int status = 0; status < 600; status++) {
            boolean definite = status >= 400 && status < 500 && status != 408 || status == 507;
            Judgement judgement = Judgement.of(Action.CREATE, new Answer(status, "", null, null));
            assertThat(provesIt.contains(judgement)).as("status %d", status).isEqualTo(definite);
        }
    }
}
