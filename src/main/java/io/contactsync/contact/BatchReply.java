package io.contactsync.contact;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.core.Answer;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphItemResponse;

import java.time.Duration;

/**
 * What was answered to one request of a batch that reads.
 *
 * @param answer to that request, or to the whole batch where it was not answered by itself
 * @param changeKey the version of what is in it; null if none is
 * @param body what was read; null if nothing was
 */
record BatchReply(Answer answer, String changeKey, JsonNode body) {

    /** What the mailbox is told to wait, each of its requests does. */
    static BatchReply at(int place, GraphBatchResponse response) {
        GraphItemResponse item = response.items().get(Integer.toString(place + 1));
        if (item != null) {
            return new BatchReply(new Answer(item.status(), item.code(),
                    longer(item.retryAfter(), response.retryAfter()), item.resourceId()),
                    item.changeKey(), item.ok() ? item.body() : null);
        }
        int status = response.items().isEmpty() ? response.status() : 0;
        return new BatchReply(new Answer(status, response.code(), response.retryAfter(), null), null, null).seen();
    }

    private static Duration longer(Duration own, Duration all) {
        return own == null || all != null && all.compareTo(own) > 0 ? all : own;
    }

    /** Whether something was read. */
    boolean isSeen() {
        return body != null;
    }

    /** The same for who wants to read something: a success that shows nothing is no answer. */
    BatchReply seen() {
        return isSeen() || !answer.isSuccess() ? this
                : new BatchReply(new Answer(0, "", answer.retryAfter(), null), null, null);
    }
}
