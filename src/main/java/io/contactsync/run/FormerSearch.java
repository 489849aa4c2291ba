package io.contactsync.run;

import io.contactsync.contact.FormerContacts;
import io.contactsync.core.Answer;
import io.contactsync.core.EarlyEnd;
import io.contactsync.core.Plan;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphRequest;

import java.util.List;
import java.util.function.Function;

/**
 * The search for a former tool's contacts in a mailbox: it is listed first, then what carries the marks is read.
 *
 * @param turn the mailbox
 * @param former what is found
 * @param planned what becomes of all that was found
 */
public record FormerSearch(MailboxTurn turn, FormerContacts former, Function<FormerContacts, Plan> planned)
        implements ContactInquiry<String> {

    /** All folders are listed: the plan that holds when what is found was read. */
    MailboxPlan listed() {
        turn.acquaintance(); // hears of what this run does, as of every mailbox that is planned
        return new MailboxPlan(turn, AdoptPlanning.NOTHING, List.of(), false, Unread.of(former.unread(), this));
    }

    @Override
    public List<GraphRequest> requests(List<String> portion) {
        return former.requests(portion);
    }

    @Override
    public List<Answer> answered(List<String> portion, GraphBatchResponse response) {
        return former.answered(portion, response);
    }

    /** Where one was not read nothing is matched: what seems certain without it may be its. */
    @Override
    public Plan plan(Plan first, List<String> left) {
        if (!former.unread().isEmpty()) {
            EarlyEnd ending = turn.run().leaving();
            throw new IllegalArgumentException(ending != null ? ending.before()
                    : "contacts of the former tool could not be read, so none is adopted");
        }
        return planned.apply(former);
    }
}
