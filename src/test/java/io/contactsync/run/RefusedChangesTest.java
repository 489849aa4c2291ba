package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.MailboxResult;
import io.contactsync.core.Totals;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphItemResponse;
import io.contactsync.microsoftgraph.GraphRequest;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What becomes of a change that Graph has told to wait, beside others that it took. */
class RefusedChangesTest extends RunTestBase {

    private static final Duration TOLD = Duration.ofMinutes(4);

    /** The first is told to wait, the others are made. */
    private MailboxStep refusingOne(MailboxStep step) {
        Map<String, GraphItemResponse> items = new HashMap<>();
        List<GraphRequest> requests = mailboxes.requests(step);
        requests.forEach(request -> items.put(request.id(), new GraphItemResponse(request.id(), 201, null, null, null,
                "made" + request.id(), null)));
        String first = requests.get(0).id();
        items.put(first, new GraphItemResponse(first, 429, TOLD, "TooManyRequests", null, null, null));
        return mailboxes.answered(step, new GraphBatchResponse(200, true, null, null, null, items, "c", "r"));
    }

    @Test
    void whatAChangeIsToldTheNextRunKeeps() {
        try (Run run = begin(false)) {
            take(run, people(0, 45));
            MailboxTurn turn = turns(run, "alice").get(0);
            MailboxStep listing = refusingOne(mailboxes.begin(plan(turn, held(0, 0).iterator())));
            assertThat(turn.pause()).as("the mailbox goes on").isZero();
            MailboxStep goesOn = mailboxes.listed(listing, held(0, 0).iterator());
            assertThat(goesOn.step().send().changes()).hasSize(20);
            run.stop();
            MailboxResult result = written(refusingOne(goesOn));
            assertThat(result.tally().created()).isEqualTo(38);
            entries.end(turn, result);
            steps.finish(run, Totals.NONE.plus(result));
        }
        try (Run run = begin(false)) {
            take(run, people(0, 45));
            assertThat(turns(run, "alice").get(0).task().skip())
                    .isEqualTo("told by Graph to wait until 2024-11-23 12:04 UTC");
        }
    }
}
