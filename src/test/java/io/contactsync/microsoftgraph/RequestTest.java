package io.contactsync.microsoftgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.microsoftgraph.GraphStub.Reply;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operation request: bodies, headers, failures, repetitions, fences. */
class RequestTest extends GraphTestBase {

    private static final String CONTACT = "microsoft-graph:request?path=/users/{mailbox}/contacts/{id}";
    private static final Map<String, Object> IDS = Map.of("mailbox", "Anna", "id", "A=1");

    private final FakeWaiter time = new FakeWaiter();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Override
    protected void configure() {
        context.removeComponent("microsoft-graph");
        MicrosoftGraphComponent timeless = new MicrosoftGraphComponent() {
            @Override
            Waiter newWaiter() {
                return time;
            }
        };
        timeless.setBaseUrl(component.getBaseUrl());
        timeless.setTokenProvider(component.getTokenProvider());
        component = timeless;
        context.addComponent("microsoft-graph", component);
        context.getRegistry().bind("meters", MeterRegistry.class, meters);
    }

    @Test
    void getsJson() {
        stub.reply("{\"id\":\"A=1\"}");
        Exchange answer = exchange(CONTACT + "&select=id&immutableIds=true", "ignored", IDS);
        assertThat(answer.getMessage().getBody(JsonNode.class).path("id").asText()).isEqualTo("A=1");
        assertThat(answer.getMessage().getHeader(MicrosoftGraphConstants.STATUS)).isEqualTo(200);
        assertThat(answer.getMessage().getHeader(MicrosoftGraphConstants.REQUEST_ID)).isEqualTo("server-1");
        GraphStub.Seen seen = stub.seen.get(0);
        assertThat(answer.getMessage().getHeader(MicrosoftGraphConstants.CLIENT_REQUEST_ID))
                .isEqualTo(seen.header("client-request-id"));
        assertThat(seen.uri()).isEqualTo("/v1.0/users/Anna/contacts/A%3D1?$select=id");
        assertThat(seen.header("Authorization")).isEqualTo("Bearer token-1");
        assertThat(seen.header("User-Agent")).startsWith("contact-sync/");
        assertThat(seen.header("Cookie")).isNull();
        assertThat(seen.body()).isEmpty();
    }

    /**
     * Graph's time is its last Date and what has passed since by the component's own clock; before the first answer
     * nobody knows it.
     */
    @Test
    void knowsGraphsTimeByItsLastDate() {
        assertThat(component.serverTime()).isNull();
        stub.reply("{}");
        call(CONTACT, null, IDS);
        Instant told = component.serverTime();
        assertThat(told).isNotNull();
        time.advance(Duration.ofHours(1).toNanos());
        assertThat(component.serverTime()).isEqualTo(told.plus(Duration.ofHours(1)));
        component.stop();
        assertThat(component.serverTime()).isNull();
    }

    @Test
    void takesVariablesWhereThereIsNoHeader() {
        stub.reply("{}");
        template.request("microsoft-graph:request?path=/users/{mailbox}/contacts",
                e -> e.setVariable("mailbox", "bob"));
        assertThat(stub.seen.get(0).uri()).isEqualTo("/v1.0/users/bob/contacts");
    }

    @Test
    void sendsEveryKindOfBody() throws Exception {
        String uri = "microsoft-graph:request?method=patch&path=/users/a/contacts/1";
        for (Object body : new Object[] {"{\"n\":\"ä\"}", "{\"n\":\"ä\"}".getBytes("UTF-8"),
                new ObjectMapper().readTree("{\"n\":\"ä\"}")}) {
            stub.reply(new Reply(204, Map.of(), new byte[0]));
            assertThat(call(uri, body, Map.of())).isNull();
        }
        assertThat(stub.seen).extracting(GraphStub.Seen::body).containsOnly("{\"n\":\"ä\"}");
        assertThat(stub.seen).extracting(GraphStub.Seen::method).containsOnly("PATCH");
        assertThat(stub.seen).extracting(s -> s.header("Content-Type")).containsOnly("application/json");
        assertThat(stub.seen).extracting(s -> s.header("Accept-Encoding")).containsOnlyNulls();
    }

    @Test
    void failsWithoutPersonalDataInTheMessage() {
        stub.reply(Reply.error(404, "ErrorInvalidUser"));
        assertThatThrownBy(() -> call(CONTACT + "&filter=name eq 'Anna'", null, IDS))
                .isInstanceOfSatisfying(GraphException.class, e -> {
            assertThat(e.status()).isEqualTo(404);
            assertThat(e.code()).isEqualTo("ErrorInvalidUser");
            assertThat(e.sent()).isTrue();
            assertThat(e.requestId()).isEqualTo("server-1");
            assertThat(e.serverMessage()).contains("Anna");
                    assertThat(e).hasMessage(
                            "GET /users/{mailbox}/contacts/{id} was refused (404 ErrorInvalidUser), client-request-id "
                                    + e.clientRequestId() + ", request-id server-1");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 400, 429, 500, 502, 503, 504})
    void sendsARequestExactlyOnce(int status) {
        stub.answer(request -> Reply.error(status, "Word").with("Location", stub.url("/elsewhere")).with("Retry-After",
                "1"));
        for (String method : new String[] {"POST", "PATCH", "DELETE", "GET"}) {
            assertThatThrownBy(
                    () -> call("microsoft-graph:request?method=" + method + "&path=/users/a/contacts", "{}", Map.of()))
                    .isInstanceOf(GraphException.class);
        }
        assertThat(stub.seen).extracting(GraphStub.Seen::method).containsExactly("POST", "PATCH", "DELETE", "GET");
    }

    @Test
    void renewsTheTokenOnceAndRepeatsOnce() {
        stub.reply(Reply.error(401, "InvalidAuthenticationToken"), Reply.json(201, "{}"));
        call("microsoft-graph:request?method=POST&path=/users/a/contacts", "{}", Map.of());
        assertThat(rejectedTokens).containsExactly("token-1");
        assertThat(stub.seen).extracting(s -> s.header("Authorization")).containsExactly("Bearer token-1",
                "Bearer token-2");
        assertThat(stub.seen).extracting(s -> s.header("client-request-id")).doesNotHaveDuplicates();
        assertThat(stub.seen).extracting(GraphStub.Seen::body).containsOnly("{}");
    }

    @Test
    void givesUpAfterTheSecond401() {
        stub.answer(request -> Reply.error(401, "InvalidAuthenticationToken"));
        assertThatThrownBy(() -> call(CONTACT, null, IDS)).isInstanceOfSatisfying(GraphException.class,
                e -> assertThat(e.status()).isEqualTo(401));
        assertThat(batch(post("1", "a")).status()).isEqualTo(401);
        assertThat(stub.seen).hasSize(4);
    }

    @Test
    void repeatsReadsAsThePolicySays() {
        component.setRetryPolicy(
                (retry, failure) -> failure.retryable() && retry <= 2 ? Duration.ofSeconds(retry) : null);
        stub.reply(Reply.error(503, "x"), Reply.json(200, "<html>"), Reply.json(200, "{}"));
        call(CONTACT, null, IDS);
        assertThat(stub.seen).hasSize(3);
        assertThat(time.waits).containsExactly(1_000_000_000L, 2_000_000_000L);
    }

    @Test
    void neverRepeatsWritesAndAsksTheEndpointsPolicyFirst() {
        component.setRetryPolicy((retry, failure) -> Duration.ZERO);
        context.getRegistry().bind("none", (GraphRetryPolicy) (retry, failure) -> null);
        stub.answer(request -> Reply.error(503, "x"));
        for (String method : new String[] {"POST", "PATCH", "PUT", "DELETE"}) {
            assertThatThrownBy(() -> call(CONTACT + "&method=" + method, "{}", IDS)).isInstanceOf(GraphException.class);
        }
        assertThatThrownBy(() -> call(CONTACT + "&retryPolicy=#none", null, IDS)).isInstanceOf(GraphException.class);
        assertThat(stub.seen).hasSize(5);
    }

    @Test
    void fencesTheMailboxAfterItsOwn429() {
        stub.answer(
                request -> stub.seen.size() == 1 ? Reply.error(429, "ApplicationThrottled").with("Retry-After", "10")
                        : Reply.json(200, "{}"));
        assertThatThrownBy(() -> call(CONTACT, null, IDS)).isInstanceOfSatisfying(GraphException.class,
                e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(10)));
        call("microsoft-graph:request?path=/users/bob/contacts", null, Map.of());
        call("microsoft-graph:request?path=/users", null, Map.of());
        assertThat(time.waits).isEmpty();
        call("microsoft-graph:request?path=/users/ANNA/contacts", null, Map.of());
        assertThat(time.waits).containsExactly(10_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void fencesEverythingAfterARefusalOfTheWhole(int status) {
        stub.answer(request -> stub.seen.size() == 1 ? Reply.error(status, "x").with("Retry-After", "10")
                : Reply.json(200, "{\"responses\":[]}"));
        assertThatThrownBy(() -> call("microsoft-graph:request?path=/users", null, Map.of()))
                .isInstanceOf(GraphException.class);
        batch(post("1", "bob"));
        assertThat(time.waits).containsExactly(10_000_000_000L);
    }

    @Test
    void keepsAPauseThatWasToldToAProcessBefore() {
        component.pause(Duration.ofSeconds(7));
        assertThat(component.pause()).isEqualTo(Duration.ofSeconds(7));
        stub.reply(Reply.json(200, "{}"));
        call("microsoft-graph:request?path=/users", null, Map.of());
        assertThat(time.waits).containsExactly(7_000_000_000L);
        assertThat(component.pause()).isZero();
    }

    @Test
    void fencesEverythingAfterARefusedBatch() {
        stub.reply(Reply.error(429, "x").with("Retry-After", "400"));
        assertThat(batch(post("1", "a")).retryAfter()).isEqualTo(Duration.ofSeconds(400));
        GraphBatchResponse paused = batch(post("1", "b"));
        assertThat(paused.code()).isEqualTo("Paused");
        assertThat(paused.sent()).isFalse();
        assertThat(paused.retryAfter()).isEqualTo(Duration.ofSeconds(400));
        assertThat(stub.seen).hasSize(1);
    }

    @Test
    void countsForMicrometerAndInPlainNumbers() {
        stub.reply(Reply.json(200, "{}"), Reply.error(429, "x"),
                Reply.json(200, "{\"responses\":[{\"id\":\"1\",\"status\":429},{\"id\":\"2\",\"status\":201}]}"));
        call(CONTACT, null, IDS);
        assertThatThrownBy(() -> call(CONTACT, null, IDS)).isInstanceOf(GraphException.class);
        batch(post("1", "a"), post("2", "a"), post("3", "a"));
        assertThat(component.statistics()).isEqualTo(new GraphStatistics(5, 3, 2, 3));
        assertThat(meters.get("contactsync.graph.requests").tags("operation", "batch", "status", "201").counter()
                .count()).isEqualTo(1);
        assertThat(meters.get("contactsync.graph.requests").tags("operation", "batch", "status", "0").counter()
                .count()).isEqualTo(1);
        assertThat(meters.get("contactsync.graph.requests").tags("operation", "request", "status", "429").counter()
                .count()).isEqualTo(1);
        assertThat(meters.get("contactsync.graph.throttled").counter().count()).isEqualTo(2);
        assertThat(meters.get("contactsync.graph.in.flight").gauge().value()).isZero();
        assertThat(meters.get("contactsync.graph.request.duration").tags("operation", "request").timer()
                .count()).isEqualTo(2);
    }
}
