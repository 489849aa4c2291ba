package io.contactsync.contact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.core.Change;
import io.contactsync.core.PresentContact;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphRequest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * Reads contacts of ours as they are now, before they are written: their marks and managed fields, and nothing else.
 *
 * @param reader reads marks as the list of the mailbox is read
 * @param wanted finds what a change writes; null where that is not known, then all is read that a source may fill
 */
public record PresentContacts(CurrentContactReader reader, Function<Change, RenderedContact> wanted) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The requests that read the contacts of those changes, at most a batch. */
    public List<GraphRequest> requests(String mailbox, List<Change> changes) {
        return IntStream.range(0, changes.size()).mapToObj(place -> GraphBatches.read(place, mailbox,
                changes.get(place).contactId(), managed(wanted.apply(changes.get(place))))).toList();
    }

    private static List<String> managed(RenderedContact contact) {
        if (contact == null) {
            return List.of(ManagedFields.select());
        }
        List<String> names = new ArrayList<>();
        tree(contact.update()).fieldNames().forEachRemaining(names::add);
        names.remove(HiddenProperties.MEMBER);
        return names;
    }

    private static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What was read, one a change, in their order. */
    public List<PresentContact> of(List<Change> changes, GraphBatchResponse response) {
        return IntStream.range(0, changes.size())
                .mapToObj(place -> of(changes.get(place), BatchReply.at(place, response).seen())).toList();
    }

    private PresentContact of(Change change, BatchReply reply) {
        if (!reply.isSeen()) {
            return PresentContact.unread(change.contactId(), reply.answer());
        }
        JsonNode body = reply.body();
        RenderedContact contact = wanted.apply(change);
        return new PresentContact(change.contactId(), reply.answer(), reader.read(body),
                StreamSupport.stream(body.path("categories").spliterator(), false).map(JsonNode::asText).toList(),
                ManagedFields.of(body), ManagedFields.read(body),
                contact == null ? List.of() : FieldDrift.between(tree(contact.update()), body));
    }
}
