package io.contactsync.simulation;

import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphItemResponse;
import io.contactsync.microsoftgraph.GraphRequest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What an engine makes of answers that takes what is unclear for what was not done. */
final class BlindAnswers {

    private BlindAnswers() {
    }

    /** As if the mailbox had not been told to wait. */
    static GraphBatchResponse withoutWait(GraphBatchResponse answer) {
        return new GraphBatchResponse(answer.status(), answer.sent(), answer.code(), null, null, answer.items(), "c",
                "r");
    }

    /** As if no request had been told to wait by itself. */
    static GraphBatchResponse withoutWaits(GraphBatchResponse answer) {
        Map<String, GraphItemResponse> items = new HashMap<>();
        answer.items().forEach((id, item) -> items.put(id, new GraphItemResponse(id, item.status(), null, item.code(),
                item.message(), item.resourceId(), item.changeKey(), item.body())));
        return new GraphBatchResponse(answer.status(), answer.sent(), answer.code(), null, answer.retryAfter(), items,
                "c", "r");
    }

    /** @param again which of them it sends again; the rest it takes for done */
    static GraphBatchResponse of(List<GraphRequest> batch, GraphBatchResponse answer,
            Predicate<GraphRequest> again) {
        if (!answer.isAnswered() && answer.sent() && (answer.status() == 0 || answer.status() >= 500)) {
            return of(batch, new GraphBatchResponse(200, true, null, null, answer.retryAfter(), Map.of(), "c", "r"),
                    again);
        }
        if (!answer.isAnswered()) {
            return answer;
        }
        Map<String, GraphItemResponse> items = new HashMap<>(answer.items());
        for (GraphRequest request : batch) {
            GraphItemResponse item = items.get(request.id());
            if (item == null || item.status() >= 500) {
                items.put(request.id(), Server.answer(request, again.test(request) ? 429 : 201, "",
                        item == null ? null : item.retryAfter()));
            }
        }
        return new GraphBatchResponse(answer.status(), true, null, null, answer.retryAfter(), items, "c", "r");
    }
}
