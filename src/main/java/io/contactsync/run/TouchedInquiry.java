package io.contactsync.run;

import io.contactsync.contact.CurrentContactReader;
import io.contactsync.contact.PresentContacts;
import io.contactsync.core.Answer;
import io.contactsync.core.Change;
import io.contactsync.core.Plan;
import io.contactsync.core.Portions;
import io.contactsync.core.PresentContact;
import io.contactsync.core.Reread;
import io.contactsync.core.SeenContent;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphRequest;

import java.util.List;

/**
 * Reads what somebody has touched, and decides what becomes of each.
 *
 * @param mailbox object id of its owner
 * @param contacts reads them
 * @param reread decides
 */
record TouchedInquiry(String mailbox, PresentContacts contacts, Reread reread) implements ContactInquiry<Change> {

    static Unread<Change> of(MailboxTurn turn, Plan plan) {
        Brief brief = turn.brief();
        String category = turn.run().begun().category();
        Reread reread = new Reread(plan, brief.drift(), turn.acquaintance(), brief.policy(), category,
                turn.run().moves()::of);
        return Unread.of(reread.unknown(), new TouchedInquiry(turn.mailbox(),
                new PresentContacts(new CurrentContactReader(category), brief::content), reread));
    }

    @Override
    public List<GraphRequest> requests(List<Change> portion) {
        return contacts.requests(mailbox, portion);
    }

    @Override
    public List<Answer> answered(List<Change> portion, GraphBatchResponse response) {
        List<PresentContact> read = contacts.of(portion, response);
        for (int place = 0; place < portion.size(); place++) {
            if (!Portions.isAgain(read.get(place).answer())) {
                reread.decide(portion.get(place), read.get(place));
            }
        }
        return read.stream().map(PresentContact::answer).toList();
    }

    @Override
    public Plan plan(Plan first, List<Change> left) {
        left.forEach(reread::unread);
        return reread.decided(first);
    }

    @Override
    public List<SeenContent> seen() {
        return reread.seen();
    }
}
