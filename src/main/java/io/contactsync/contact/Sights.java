package io.contactsync.contact;

import io.contactsync.core.CurrentContact;
import io.contactsync.core.Look;
import io.contactsync.core.Ownership;
import io.contactsync.core.Policy;
import io.contactsync.core.Sight;
import io.contactsync.microsoftgraph.GraphBatchResponse;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What Graph's answers to a second look show.
 *
 * @param reader reads marks as the list of the mailbox is read
 */
public record Sights(CurrentContactReader reader) {

    /** One sight a question, in their order; of what was not answered at all, what became of the whole. */
    public List<Sight> of(Look look, GraphBatchResponse response, Policy policy) {
        return IntStream.range(0, look.questions().size())
                .mapToObj(place -> sight(BatchReply.at(place, response), look.questions().get(place).what(), policy))
                .toList();
    }

    private Sight sight(BatchReply reply, Look.What what, Policy policy) {
        if (what == Look.What.PICTURE || !reply.isSeen()) {
            return Sight.none(what == Look.What.PICTURE ? reply.answer() : reply.seen().answer());
        }
        CurrentContact contact = reader.read(reply.body());
        return new Sight(reply.answer(), contact == null ? Ownership.FOREIGN : policy.of(contact),
                contact == null || contact.key() == null ? null : contact.key().key(), reply.changeKey(),
                contact == null ? 0 : contact.created(),
                what == Look.What.WHOLE ? WholeContact.fingerprint(reply.body()) : null);
    }
}
