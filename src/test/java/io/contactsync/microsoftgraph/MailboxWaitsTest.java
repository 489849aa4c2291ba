package io.contactsync.microsoftgraph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Whether a refusal is one request's or its mailbox's: whoever reads the answer, and the fences, say the same. */
class MailboxWaitsTest extends GraphTestBase {

    private static final Duration LONG = Duration.ofSeconds(2_000);

    private static String part(int id, int status, String told, String code) {
        return "{\"id\":\"" + id + "\",\"status\":" + status + ",\"headers\":{"
                + (told.isEmpty() ? "" : "\"Retry-After\":\"" + told + "\"") + "},\"body\":{\"error\":{\"code\":\""
                + code + "\"}}}";
    }

    private static List<GraphRequest> of(String... mailboxes) {
        return IntStream.range(0, mailboxes.length).mapToObj(place -> new GraphRequest(Integer.toString(place + 1),
                "DELETE", "/users/" + mailboxes[place] + "/contacts/c" + place, Map.of(), null)).toList();
    }

    private GraphBatchResponse answered(List<GraphRequest> batch, String... parts) {
        stub.reply("{\"responses\":[" + String.join(",", parts) + "]}");
        return (GraphBatchResponse) call("microsoft-graph:batch", batch, Map.of());
    }

    private long fence(String mailbox) {
        GraphClient client = component.running().client();
        return Math.round(client.fences().remaining(List.of(mailbox), client.waiter().now()) / 1e9 / 100) * 100;
    }

    @Test
    void aRequestThatIsRefusedBesideOthersWaitsAlone() {
        GraphBatchResponse answer = answered(of("a", "a", "a"), part(1, 204, "", ""),
                part(2, 429, "200", "ApplicationThrottled"), part(3, 204, "", ""));
        assertThat(answer.retryAfter()).isNull();
        assertThat(answer.longestWait()).isEqualTo(Duration.ofSeconds(200));
        assertThat(answer.items().get("2").retryAfter()).isEqualTo(Duration.ofSeconds(200));
        assertThat(fence("a")).isZero();
    }

    @Test
    void whereMoreThanHalfAreRefusedTheMailboxWaitsForTheLongest() {
        assertThat(answered(of("a", "a"), part(1, 429, "100", ""), part(2, 204, "", "")).retryAfter()).isNull();
        GraphBatchResponse answer = answered(of("a", "a", "a", "b", "b"), part(1, 429, "100", ""),
                part(2, 503, "200", ""), part(3, 204, "", ""), part(4, 204, "", ""), part(5, 204, "", ""));
        assertThat(answer.retryAfter()).isEqualTo(Duration.ofSeconds(200));
        assertThat(fence("a")).isEqualTo(200);
        assertThat(fence("b")).isZero();
    }

    @Test
    void aRefusalInTheMailboxsNameIsTheMailboxs() {
        GraphBatchResponse answer = answered(of("a", "a", "a"), part(1, 204, "", ""),
                part(2, 503, "100", "ErrorMailboxMoveInProgress"), part(3, 204, "", ""));
        assertThat(answer.retryAfter()).isEqualTo(Duration.ofSeconds(100));
        assertThat(fence("a")).isEqualTo(100);
    }

    @Test
    void soIsAWaitThatNobodyWaitsInLineFor() {
        GraphBatchResponse answer = answered(of("a", "a", "a"), part(1, 204, "", ""),
                part(2, 429, Long.toString(LONG.toSeconds()), ""), part(3, 204, "", ""));
        assertThat(answer.retryAfter()).isEqualTo(LONG);
        assertThat(fence("a")).isEqualTo(LONG.toSeconds());
    }

    @Test
    void andOneOfARequestInDoubtOrOfNobodys() {
        GraphBatchResponse doubt = answered(of("a", "a", "a"), part(1, 204, "", ""), part(2, 429, "100", ""),
                part(2, 204, "", ""), part(3, 204, "", ""));
        assertThat(doubt.items()).doesNotContainKey("2");
        assertThat(doubt.retryAfter()).isEqualTo(Duration.ofSeconds(100));
        assertThat(fence("a")).isEqualTo(100);
        assertThat(answered(of("b", "b"), part(1, 204, "", ""), part(2, 204, "", ""), part(9, 429, "200", ""))
                .retryAfter()).isEqualTo(Duration.ofSeconds(200));
        assertThat(fence("b")).isEqualTo(200);
    }
}
