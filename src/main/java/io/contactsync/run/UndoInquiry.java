package io.contactsync.run;

import io.contactsync.contact.PresentContacts;
import io.contactsync.core.Answer;
import io.contactsync.core.Change;
import io.contactsync.core.Plan;
import io.contactsync.core.PresentContact;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphRequest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Reads what an undo would change, all that a source may fill, so that it is compared with what the run left.
 *
 * @param mailbox object id of its owner
 * @param contacts reads them
 * @param compared makes the plan that holds of the first one and of those that were read, by id
 * @param read those that were read, by id
 */
record UndoInquiry(String mailbox, PresentContacts contacts,
        BiFunction<Plan, Map<String, PresentContact>, Plan> compared, Map<String, PresentContact> read)
        implements ContactInquiry<Change> {

    static Unread<Change> of(String mailbox, PresentContacts contacts, Plan plan,
            BiFunction<Plan, Map<String, PresentContact>, Plan> compared) {
        return Unread.of(plan.changes().stream().filter(change -> change.contactId() != null).toList(),
                new UndoInquiry(mailbox, contacts, compared, new HashMap<>()));
    }

    @Override
    public List<GraphRequest> requests(List<Change> portion) {
        return contacts.requests(mailbox, portion);
    }

    @Override
    public List<Answer> answered(List<Change> portion, GraphBatchResponse response) {
        List<PresentContact> present = contacts.of(portion, response);
        present.stream().filter(PresentContact::isRead).forEach(contact -> read.put(contact.contactId(), contact));
        return present.stream().map(PresentContact::answer).toList();
    }

    @Override
    public Plan plan(Plan first, List<Change> left) {
        return compared.apply(first, read);
    }
}
