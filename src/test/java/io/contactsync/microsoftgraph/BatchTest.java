package io.contactsync.microsoftgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.microsoftgraph.GraphStub.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operation batch: envelope out, answers in, and every way in which they can be wrong. */
class BatchTest extends GraphTestBase {

    private static final String SHUFFLED = """
            {"responses":[
              {"id":"2","status":429,"headers":{"retry-after":"2.5","Content-Type":"application/json"},
               "body":{"error":{"code":"ApplicationThrottled","message":"over","innerError":{"code":"x",\
            "date":"2026-11-22T10:17:05"}}}},
              {"id":"1","status":201,"headers":{"Location":"https://graph.microsoft.com/x"},
               "body":{"id":"AAMk1","changeKey":"EQ1","emailAddresses":[{"id":"no","name":"a"}],"nested":{"id":"no"}}},
              {"id":"3","status":204,"body":null}]}""";

    @Override
    protected void configure() {
        component.setMaxResponseSize(100_000);
    }

    @Test
    void writesAnEnvelopeThatIsJson() throws Exception {
        stub.reply("{\"responses\":[]}");
        batch(post("1", "Anna"),
                new GraphRequest("2", "DELETE", "/users/anna/contacts/a%2Fb", Map.of("If-Match", "W/\"x\""), null));
        JsonNode sent = new ObjectMapper().readTree(stub.seen.get(0).body());
        assertThat(stub.seen.get(0).uri()).isEqualTo("/v1.0/$batch");
        assertThat(sent.at("/requests/0/headers/Content-Type").asText()).isEqualTo("application/json");
        assertThat(sent.at("/requests/0/body/displayName").asText()).isEqualTo("Ann \"A\" Ö");
        assertThat(sent.at("/requests/1/headers/If-Match").asText()).isEqualTo("W/\"x\"");
        assertThat(sent.at("/requests/1/body").isMissingNode()).isTrue();
        assertThat(sent.at("/requests").size()).isEqualTo(2);
    }

    @Test
    void givesEveryRequestTheIdPreference() throws Exception {
        stub.reply("{\"responses\":[]}");
        call("microsoft-graph:batch?immutableIds=true", List.of(post("1", "anna")), Map.of());
        JsonNode sent = new ObjectMapper().readTree(stub.seen.get(0).body());
        assertThat(sent.at("/requests/0/headers/Prefer").asText()).isEqualTo("IdType=\"ImmutableId\"");
    }

    @Test
    void matchesAnswersById() {
        stub.reply(SHUFFLED);
        GraphBatchResponse answer = batch(post("1", "a"), post("2", "a"), post("3", "a"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.code()).isNull();
        assertThat(answer.items()).containsOnlyKeys("1", "2", "3");
        assertThat(answer.items().get("1"))
                .isEqualTo(new GraphItemResponse("1", 201, null, null, null, "AAMk1", "EQ1"));
        assertThat(answer.items().get("2")).isEqualTo(
                new GraphItemResponse("2", 429, Duration.ofMillis(2500), "ApplicationThrottled", "over", null, null));
        assertThat(answer.items().get("3").ok()).isTrue();
        assertThat(answer.clientRequestId()).isEqualTo(stub.seen.get(0).header("client-request-id"));
        assertThat(answer.requestId()).isEqualTo("server-1");
        assertThat(component.statistics()).isEqualTo(new GraphStatistics(3, 1, 1, 1));
    }

    @Test
    void readsAnEnvelopeWithStatus424() {
        stub.reply(Reply.json(424, "{\"responses\":[{\"id\":\"1\",\"status\":\"429\"}]}"));
        assertThat(batch(post("1", "a")).items().get("1").status()).isEqualTo(429);
    }

    @Test
    void comparesIdsWithoutCase() {
        stub.reply("{\"responses\":[{\"id\":\"ABC\",\"status\":204}]}");
        assertThat(batch(post("abc", "a")).items()).containsOnlyKeys("abc");
    }

    @Test
    void leavesOutWhatWasNotAnswered() {
        stub.reply("{\"responses\":[{\"id\":\"2\",\"status\":201}]}");
        assertThat(batch(post("1", "a"), post("2", "a")).items()).containsOnlyKeys("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"responses\":[{\"id\":\"1\"}]}",
        "{\"responses\":[{\"id\":\"9\",\"status\":201}]}",
        "{\"responses\":[{\"status\":201}]}",
        "{\"responses\":[{\"id\":\"1\",\"status\":201",
        "{\"responses\":{\"id\":\"1\",\"status\":201}}",
        "{\"responses\":[nonsense]}",
        "{\"value\":[]}",
        "[]",
        "<html><body>Please log in</body></html>",
        ""})
    void takesAnAnswerThatSaysNothingClearForNone(String body) {
        stub.reply(body);
        assertInvalid(batch(post("1", "a"), post("2", "a")));
    }

    @Test
    void refusesAnAnswerThatIsTooLarge() {
        stub.reply("{\"x\":\"" + "y".repeat(100_000) + "\",\"responses\":[{\"id\":\"1\",\"status\":201}]}");
        assertInvalid(batch(post("1", "a")));
    }

    @Test
    void refusesABombOfGzip() throws IOException {
        stub.reply(new Reply(200, Map.of("Content-Encoding", "gzip"),
                gzip("{\"responses\":[],\"x\":\"" + "y".repeat(50_000_000) + "\"}")));
        assertInvalid(batch(post("1", "a")));
    }

    @Test
    void inflatesWhatFits() throws IOException {
        stub.reply(new Reply(200, Map.of("Content-Encoding", "gzip"),
                gzip("{\"responses\":[{\"id\":\"1\",\"status\":201}]}")));
        assertThat(batch(post("1", "a")).items()).containsOnlyKeys("1");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 413, 429, 500, 503, 504})
    void reportsARefusedEnvelopeAsAValue(int status) {
        stub.reply(Reply.error(status, "Word"));
        GraphBatchResponse answer = batch(post("1", "a"));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo("Word");
        assertThat(answer.sent()).isTrue();
        assertThat(answer.items()).isEmpty();
        assertThat(stub.seen).hasSize(1);
    }

    @Test
    void reportsARefusalWithoutJson() {
        stub.reply(new Reply(503, Map.of("Content-Type", "text/html"), "<html>".getBytes(StandardCharsets.UTF_8)));
        assertThat(batch(post("1", "a")).status()).isEqualTo(503);
    }

    @Test
    void refusesMoreThanTwentyRequestsNoneOrOneIdTwice() {
        List<GraphRequest> many = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            many.add(post(String.valueOf(i), "a"));
        }
        assertThatThrownBy(() -> call("microsoft-graph:batch", many, Map.of()))
                .hasMessageContaining("1 to 20 requests - was 21");
        assertThatThrownBy(() -> call("microsoft-graph:batch", List.of(), Map.of())).hasMessageContaining("was 0");
        assertThatThrownBy(() -> batch(post("a", "a"), post("A", "a"))).hasMessageContaining("occurs twice");
        assertThatThrownBy(() -> call("microsoft-graph:batch", "text", Map.of()))
                .hasMessageContaining("must be a List of GraphRequest - was String");
        assertThat(stub.seen).isEmpty();
    }

    private static void assertInvalid(GraphBatchResponse answer) {
        assertThat(answer.status()).isZero();
        assertThat(answer.sent()).isTrue();
        assertThat(answer.code()).isEqualTo("InvalidResponse");
        assertThat(answer.items()).isEmpty();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** Whoever begins mailboxes asks how long one is held up, whatever was asked of it. */
    @Test
    void tellsHowLongAMailboxWasToldToWait() {
        stub.reply(GraphStub.Reply.error(429, "TooManyRequests").with("Retry-After", "290"));
        assertThatThrownBy(() -> ((Iterator<?>) call("microsoft-graph:list?path=/users/m1/contacts", null, Map.of()))
                .hasNext()).isInstanceOf(GraphException.class);
        assertThat(component.load().pause("M1")).isBetween(Duration.ofSeconds(200), Duration.ofSeconds(290));
        assertThat(component.load().pause("m2")).isZero();
    }
}
