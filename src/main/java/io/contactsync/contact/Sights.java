package io.contactsync.contact;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.core.Answer;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.Look;
import io.contactsync.core.Ownership;
import io.contactsync.core.Policy;
import io.contactsync.core.Sight;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphItemResponse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
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
                .mapToObj(place -> of(place, response, look.questions().get(place).what(), policy)).toList();
    }

    private Sight of(int place, GraphBatchResponse response, Look.What what, Policy policy) {
        GraphItemResponse item = item(place, response);
        return item == null ? Sight.none(unseen(new Answer(response.items().isEmpty() ? response.status() : 0,
                response.code(), response.retryAfter(), null)))
                : sight(item, response.retryAfter(), what, policy);
    }

    /** The sight of the contact that was asked for at that place. */
    Sight of(int place, GraphBatchResponse response, Policy policy) {
        return of(place, response, Look.What.MARKS, policy);
    }

    /** What was answered at that place; null if nothing was. */
    static JsonNode body(int place, GraphBatchResponse response) {
        GraphItemResponse item = item(place, response);
        return item == null ? null : item.body();
    }

    private static GraphItemResponse item(int place, GraphBatchResponse response) {
        return response.items().get(Integer.toString(place + 1));
    }

    /** An envelope that says 200 and answers nothing has shown nothing. */
    private static Answer unseen(Answer whole) {
        return whole.isSuccess() ? new Answer(0, whole.code(), whole.retryAfter(), null) : whole;
    }

    /** The longest wait of the whole answer is everybody's. */
    private Sight sight(GraphItemResponse item, Duration told, Look.What what, Policy policy) {
        boolean seen = item.ok() && item.body() != null && what != Look.What.PICTURE;
        Answer answer =
                new Answer(item.status(), item.code(), told == null ? item.retryAfter() : told, item.resourceId());
        if (!seen) {
            return Sight.none(
                    item.ok() && what != Look.What.PICTURE ? new Answer(0, "", answer.retryAfter(), null) : answer);
        }
        CurrentContact contact = read(item.body());
        return new Sight(answer, contact == null ? Ownership.FOREIGN : policy.of(contact),
                contact == null || contact.key() == null ? null : contact.key().key(), item.changeKey(),
                contact == null ? 0 : contact.created(),
                what == Look.What.WHOLE ? WholeContact.fingerprint(item.body()) : null);
    }

    private CurrentContact read(JsonNode contact) {
        try (JsonParser parser = contact.traverse()) {
            parser.nextToken();
            return reader.read(parser);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
