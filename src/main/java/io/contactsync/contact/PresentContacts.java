package io.contactsync.contact;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.core.Answer;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.PresentContact;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphItemResponse;
import io.contactsync.microsoftgraph.GraphRequest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * Reads contacts of ours as they are now: marks, and what a source may fill.
 *
 * @param reader reads marks as the list of the mailbox is read
 */
public record PresentContacts(CurrentContactReader reader) {

    private static final String SELECT = "id,changeKey,categories," + ManagedFields.select();

    /** At most a batch of them, as Graph's requests. */
    public List<GraphRequest> requests(String mailbox, List<String> ids) {
        return IntStream.range(0, ids.size())
                .mapToObj(place -> GraphBatches.read(place, mailbox, ids.get(place), SELECT)).toList();
    }

    /** Those that were read, by id. */
    public Map<String, PresentContact> found(List<String> ids, GraphBatchResponse response) {
        Map<String, PresentContact> found = new HashMap<>();
        for (int place = 0; place < ids.size(); place++) {
            GraphItemResponse item = item(response, place);
            CurrentContact marks = item == null || !item.ok() || item.body() == null ? null : marks(item.body());
            if (marks != null) {
                List<String> categories = StreamSupport.stream(item.body().path("categories").spliterator(), false)
                        .map(JsonNode::asText).toList();
                found.put(ids.get(place), new PresentContact(marks, categories, ManagedFields.of(item.body())));
            }
        }
        return found;
    }

    /** What was answered at each place. */
    public List<Answer> answers(int number, GraphBatchResponse response) {
        Answer whole = new Answer(response.isAnswered() ? 0 : response.status(), response.code(),
                response.retryAfter(), null);
        return IntStream.range(0, number).mapToObj(place -> item(response, place))
                .map(item -> item == null ? whole : new Answer(item.status(), item.code(), item.retryAfter(), null))
                .toList();
    }

    private static GraphItemResponse item(GraphBatchResponse response, int place) {
        return response.items().get(Integer.toString(place + 1));
    }

    /** Null for a contact that has lost both marks. */
    private CurrentContact marks(JsonNode contact) {
        try (JsonParser parser = contact.traverse()) {
            parser.nextToken();
            return reader.read(parser);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
