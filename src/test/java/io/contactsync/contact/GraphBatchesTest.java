package io.contactsync.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Action;
import io.contactsync.core.Answer;
import io.contactsync.core.Batch;
import io.contactsync.core.BatchAnswer;
import io.contactsync.core.Change;
import io.contactsync.core.ContactKey;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphItemResponse;
import io.contactsync.microsoftgraph.GraphRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class GraphBatchesTest {

    private static final ContactKey ANNA = new ContactKey("staff", "anna");

    private static GraphBatchResponse failed(int status, boolean sent, String code) {
        return new GraphBatchResponse(status, sent, code, null, Duration.ofSeconds(3), Map.of(), "c", "r");
    }

    @Test
    void aBatchOfOursIsAsLargeAsABatchOfTheComponentMayBe() {
        assertThat(Batch.MAX).isEqualTo(GraphRequest.MOST_IN_BATCH);
    }

    @Test
    void turnsChangesIntoRequestsNumberedFromOne() {
        RenderedContact rendered = new RenderedContact(ANNA, "h", "Anna", "create".getBytes(StandardCharsets.US_ASCII),
                "update".getBytes(StandardCharsets.US_ASCII));
        Batch batch = new Batch("alice", List.of(new Change(Action.CREATE, ANNA, null, ""),
                new Change(Action.UPDATE, ANNA, "a", ""), new Change(Action.DELETE, ANNA, "b", "")));
        List<GraphRequest> requests = GraphBatches.requests(batch, key -> rendered, false);
        assertThat(requests).extracting(request -> request.id() + " " + request.method() + " " + request.url())
                .containsExactly("1 POST /users/alice/contacts", "2 PATCH /users/alice/contacts/a",
                        "3 DELETE /users/alice/contacts/b");
        assertThat(requests).extracting(GraphRequest::body).containsExactly(rendered.create(), rendered.update(), null);
    }

    @Test
    void needsNoContentForADelete() {
        assertThat(GraphBatches.requests(new Batch("alice", List.of(new Change(Action.DELETE, ANNA, "b", ""))),
                key -> null, false)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 424})
    void findsAnswersByPlace(int status) {
        GraphBatchResponse response = new GraphBatchResponse(status, true, null, null, null,
                Map.of("2", new GraphItemResponse("2", 429, Duration.ofSeconds(9), "Busy", "m", null, null),
                "1", new GraphItemResponse("1", 201, null, null, null, "a", "v")), "c", "r");
        assertThat(GraphBatches.answer(response)).isEqualTo(new BatchAnswer.Answered(
                Map.of(0, new Answer(201, "", null, "a", "v"),
                        1, new Answer(429, "Busy", Duration.ofSeconds(9), null))));
    }

    @Test
    void keepsAWaitThatNoSingleAnswerHolds() {
        GraphBatchResponse damaged = new GraphBatchResponse(200, true, "InvalidResponse", "m", Duration.ofSeconds(7),
                Map.of("1", new GraphItemResponse("1", 201, null, null, null, "a", "v")), "c", "r");
        assertThat(GraphBatches.answer(damaged))
                .isEqualTo(new BatchAnswer.Answered(Map.of(0, new Answer(201, "", null, "a", "v")),
                        Duration.ofSeconds(7)));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 413, 429, 499})
    void takesA4xxForRefused(int status) {
        assertThat(GraphBatches.answer(failed(status, true, "x")))
                .isEqualTo(new BatchAnswer.Refused(status, "x", Duration.ofSeconds(3)));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 302, 408, 500, 502, 503, 504, 507, 599})
    void takesEverythingElseForUnclear(int status) {
        assertThat(GraphBatches.answer(failed(status, true, "x")))
                .isEqualTo(new BatchAnswer.Unclear(status + " x", Duration.ofSeconds(3)));
    }

    @Test
    void tellsWhatWasNeverSentFromWhatWasNeverAnswered() {
        assertThat(GraphBatches.answer(failed(0, false, "Connect")))
                .isEqualTo(new BatchAnswer.Refused(0, "Connect", Duration.ofSeconds(3)));
        assertThat(GraphBatches.answer(failed(0, true, "Timeout")))
                .isEqualTo(new BatchAnswer.Unclear("Timeout", Duration.ofSeconds(3)));
    }

    @Test
    void deletesAContactOnlyAsItWasRead() {
        Batch batch = new Batch("alice", List.of(Change.delete(ANNA, "b", "", "v7", ""),
                Change.update(ANNA, "a", "", "v7", "", "h")));
        List<GraphRequest> requests = GraphBatches.requests(batch,
                change -> new RenderedContact(change.key(), "h", "Anna", new byte[0], new byte[0]), false);
        assertThat(requests.get(0).headers()).containsEntry("If-Match", "W/\"v7\"");
        assertThat(requests.get(1).headers()).doesNotContainKey("If-Match");
    }
}
