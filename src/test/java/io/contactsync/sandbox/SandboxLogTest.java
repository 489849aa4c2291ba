package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.sandbox.service.Latency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The request log: what it says of each request, and what it costs who does not want it. */
class SandboxLogTest {
    @TempDir
    Path temp;
    private Sandbox sandbox;
    private SandboxClient client;
    private String mailbox;

    private void start(SandboxOptions options) {
        sandbox = Sandbox.start(options);
        client = new SandboxClient(sandbox.address()).signIn();
        mailbox = sandbox.tenant().mailboxes().iterator().next();
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private List<LoggedRequest> log() {
        return sandbox.requestLog().orElseThrow().last();
    }

    @Test
    void aSingleRequestIsOneLine() {
        start(SandboxOptions.defaults().withLog(10, null));
        SandboxClient.Answer answer = client.get("/users/" + mailbox + "/contacts?$top=1", "client-request-id", "mine");
        assertThat(log()).singleElement().satisfies(line -> {
            assertThat(line.method() + " " + line.target()).isEqualTo("GET /users/" + mailbox + "/contacts?$top=1");
            assertThat(line.status()).isEqualTo(200);
            assertThat(line.mailbox()).isEqualTo(mailbox);
            assertThat(line.batch()).isNull();
            assertThat(line.clientRequestId()).isEqualTo("mine");
            assertThat(line.bytesIn()).isZero();
            assertThat(line.bytesOut()).isEqualTo(answer.text().length());
            assertThat(line.in()).isBetween(0L, line.out());
            assertThat(line.mailboxInFlight()).isZero();
            assertThat(line.fault()).isFalse();
            assertThat(line.answered()).isTrue();
            assertThat(line.writes()).isFalse();
        });
    }

    @Test
    void aLostAnswerHasTheStatusOfWhatWasDone() {
        start(SandboxOptions.defaults().withLog(10, null)
                .withFaults(FaultBench.plan(1, "fault: reset, applied: yes, times: 1", "fault: close, after: 1")));
        assertThatThrownBy(() -> client.post("/users/" + mailbox + "/contacts", "{\"givenName\":\"Ann\"}"))
                .isInstanceOf(java.io.UncheckedIOException.class);
        assertThatThrownBy(() -> client.post("/users/" + mailbox + "/contacts", "{\"givenName\":\"Bob\"}"))
                .isInstanceOf(java.io.UncheckedIOException.class);
        assertThat(log()).extracting(LoggedRequest::status).containsExactly(201, 503);
        assertThat(log()).allMatch(line -> line.fault() && !line.answered());
    }

    @Test
    void requestsOfABatchNameItAndWhatWasUnderWay() {
        start(SandboxOptions.defaults().withLog(30, null).withLatency(Latency.fixed(Duration.ofMillis(5))));
        client.batch(SandboxBatchTest.batch(6, i -> SandboxBatchTest.create(i, "/users/" + mailbox + "/contacts")));
        List<LoggedRequest> lines = log();
        assertThat(lines).hasSize(7);
        LoggedRequest batch = lines.get(6);
        assertThat(batch.target()).isEqualTo("/$batch");
        assertThat(batch.mailbox()).isNull();
        assertThat(batch.writes()).as("the batch itself").isFalse();
        assertThat(lines.subList(0, 6)).allMatch(each -> each.batch() == batch.number() && each.status() == 201
                && each.mailbox().equals(mailbox) && each.writes());
        assertThat(lines.subList(0, 4)).extracting(LoggedRequest::mailboxInFlight).containsExactlyInAnyOrder(0, 1, 2,
                3);
        assertThat(lines.subList(0, 4)).extracting(LoggedRequest::appInFlight).containsExactlyInAnyOrder(0, 1, 2, 3);
    }

    @Test
    void whatNeverReachesTheServiceIsLoggedToo() {
        start(SandboxOptions.defaults().withLog(10, null));
        new SandboxClient(sandbox.address()).get("/users");
        client.get(sandbox.address().graph().replace("/v1.0", "/v9/users"));
        assertThat(log()).extracting(LoggedRequest::target).containsExactly("/users", "/v9/users");
        assertThat(log()).extracting(LoggedRequest::status).containsExactly(401, 400);
    }

    @Test
    void anAnswerThatAFaultMadeIsMarked() {
        start(SandboxOptions.defaults().withLog(10, null));
        sandbox.faults().when(request -> true).refuse(429, 7);
        client.get("/users/" + mailbox + "/contacts");
        client.get("/users/" + mailbox);
        assertThat(log()).extracting(LoggedRequest::fault).containsExactly(true, false);
        assertThat(log()).extracting(LoggedRequest::retryAfter).containsExactly("7", null);
    }

    @Test
    void aBrokenConnectionIsNoAnswer() {
        start(SandboxOptions.defaults().withLog(10, null));
        sandbox.faults().when(request -> request.method().equals("POST")).drop();
        assertThatThrownBy(() -> client.post("/users/" + mailbox + "/contacts", "{}"))
                .hasCauseInstanceOf(IOException.class);
        assertThat(log()).isNotEmpty().noneMatch(LoggedRequest::answered);
    }

    @Test
    void memoryHoldsTheLastAndTheFileAll() throws IOException {
        Path file = temp.resolve("requests.jsonl");
        start(SandboxOptions.defaults().withLog(2, file));
        for (int i = 1; i <= 5; i++) {
            client.get("/users?$top=" + i);
        }
        assertThat(log()).extracting(LoggedRequest::target).containsExactly("/users?$top=4", "/users?$top=5");
        assertThat(sandbox.requestLog().orElseThrow().total()).isEqualTo(5);
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(new ObjectMapper().readTree(line));
        }
        assertThat(lines).extracting(line -> line.path("target").asText()).hasSize(5).startsWith("/users?$top=1");
        assertThat(lines.get(0).properties()).extracting(java.util.Map.Entry::getKey).containsExactlyInAnyOrder(
                "number", "in", "out", "method", "target", "status",
            "mailboxInFlight", "appInFlight", "fault", "answered", "bytesIn", "bytesOut");
    }

    @Test
    void withoutItThereIsNone() {
        start(SandboxOptions.defaults());
        client.get("/users");
        assertThat(sandbox.requestLog()).isEmpty();
    }
}
