package io.contactsync.contact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.core.Answer;
import io.contactsync.core.Change;
import io.contactsync.core.FieldChange;
import io.contactsync.core.Policy;
import io.contactsync.core.ReadContact;
import io.contactsync.core.Sight;
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
 * Reads contacts of ours that somebody may have touched: the managed fields and the marks of each, and nothing else.
 *
 * @param sights tells whose a contact is
 */
public record TouchedContacts(Sights sights) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MARKS = "id,changeKey,categories";

    /**
     * The requests that read them, at most a batch.
     *
     * @param rendered finds what a change writes
     */
    public List<GraphRequest> requests(String mailbox, List<Change> changes,
            Function<Change, RenderedContact> rendered) {
        return IntStream.range(0, changes.size()).mapToObj(place -> {
            String select = MARKS + "," + String.join(",", managed(rendered.apply(changes.get(place))));
            return GraphBatches.read(place, mailbox, changes.get(place).contactId(), select);
        }).toList();
    }

    /** Of a contact that is not written it is not known which fields its source filled. */
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

    /** What was read, one a change, in their order; the longest wait of the whole answer is everybody's. */
    public List<ReadContact> of(List<Change> changes, GraphBatchResponse response,
            Function<Change, RenderedContact> rendered, Policy policy) {
        return IntStream.range(0, changes.size()).mapToObj(place -> {
            Change change = changes.get(place);
            Sight sight = sights.of(place, response, policy);
            JsonNode body = sight.answer().isSuccess() ? Sights.body(place, response) : null;
            return body == null ? ReadContact.unread(change.contactId(), sight.answer())
                    : read(change, sight, body, rendered.apply(change));
        }).toList();
    }

    private static ReadContact read(Change change, Sight sight, JsonNode body, RenderedContact contact) {
        List<FieldChange> drift = contact == null ? List.of() : FieldDrift.between(tree(contact.update()), body);
        List<String> categories = StreamSupport.stream(body.path("categories").spliterator(), false)
                .map(JsonNode::asText).toList();
        return new ReadContact(change.contactId(), sight.answer(), sight.ownership(), sight.key(), sight.changeKey(),
                categories, drift, ManagedFields.read(body));
    }
}
