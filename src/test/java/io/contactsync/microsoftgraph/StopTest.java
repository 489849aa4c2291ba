package io.contactsync.microsoftgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import io.contactsync.microsoftgraph.GraphStub.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stopping application does not wait for Graph. */
class StopTest extends GraphTestBase {

    private final CountDownLatch waiting = new CountDownLatch(1);

    @Override
    protected void configure() {
        context.removeComponent("microsoft-graph");
        MicrosoftGraphComponent watched = new MicrosoftGraphComponent() {
            @Override
            Waiter newWaiter() {
                return new Waiter() {
                    @Override
                    void await(long nanos) throws InterruptedException {
                        waiting.countDown();
                        super.await(nanos);
                    }
                };
            }
        };
        watched.setBaseUrl(component.getBaseUrl());
        watched.setTokenProvider(component.getTokenProvider());
        component = watched;
        context.addComponent("microsoft-graph", component);
    }

    /** Whoever may be slow is asked last: token, pace and connection are there. */
    @Test
    void sendsNothingWhileItIsNotAllowed() {
        batch(post("1", "a"));
        component.onlyWhile(mailboxes -> mailboxes.contains("b"));
        GraphBatchResponse kept = batch(post("1", "a"));
        assertThat(kept.code()).isEqualTo("Stopping");
        assertThat(kept.sent()).isFalse();
        assertThat(stub.seen).hasSize(1);
        component.onlyWhile(mailboxes -> mailboxes.contains("a"));
        batch(post("1", "a"));
        assertThat(stub.seen).hasSize(2);
    }

    @Test
    @Timeout(60)
    void endsItsPauses() throws Exception {
        stub.reply(Reply.error(429, "x").with("Retry-After", "200"));
        batch(post("1", "a"));
        CompletableFuture<GraphBatchResponse> second = CompletableFuture.supplyAsync(() -> batch(post("1", "a")));
        waiting.await();
        context.stop();
        assertThat(second.get().code()).isEqualTo("Stopping");
        assertThat(second.get().sent()).isFalse();
        assertThat(stub.seen).hasSize(1);
    }

    @Test
    @Timeout(60)
    void endsItsPausesWhenToldTo() throws Exception {
        stub.reply(Reply.error(429, "x").with("Retry-After", "200"));
        batch(post("1", "a"));
        CompletableFuture<GraphBatchResponse> second = CompletableFuture.supplyAsync(() -> batch(post("1", "a")));
        CompletableFuture<List<Object>> listing =
                CompletableFuture.supplyAsync(() -> list("microsoft-graph:list?path=/users", Map.of()));
        waiting.await();
        component.stopWaiting();
        assertThat(second.get().code()).isEqualTo("Stopping");
        assertThat(second.get().sent()).isFalse();
        assertThatThrownBy(listing::get).cause().satisfies(StopTest::isNotSent);
        assertThat(stub.seen).hasSize(1);
    }

    @Test
    @Timeout(60)
    void endsTheWaitBeforeARepetition() throws Exception {
        component.setRetryPolicy((retry, failure) -> failure.retryable() ? Duration.ofMinutes(5) : null);
        stub.reply(Reply.error(500, "x"));
        CompletableFuture<List<Object>> listing =
                CompletableFuture.supplyAsync(() -> list("microsoft-graph:list?path=/users", Map.of()));
        waiting.await();
        component.stopWaiting();
        assertThatThrownBy(listing::get).cause().satisfies(StopTest::isNotSent);
        assertThat(stub.seen).hasSize(1);
    }

    @Test
    void sendsNothingMoreAfterItWasToldTo() throws Exception {
        component.stopWaiting();
        assertThat(batch(post("1", "a")).sent()).isFalse();
        assertThatThrownBy(() -> list("microsoft-graph:list?path=/users", Map.of())).satisfies(StopTest::isNotSent);
        assertThat(stub.seen).isEmpty();
        component.stop();
        assertThatCode(component::stopWaiting).doesNotThrowAnyException();
    }

    private static void isNotSent(Throwable failure) {
        assertThat(failure).isInstanceOfSatisfying(GraphException.class, graph -> {
            assertThat(graph.code()).isEqualTo("Stopping");
            assertThat(graph.sent()).isFalse();
        });
    }

    @Test
    void worksOnAfterASuspension() {
        stub.reply("{\"responses\":[]}", "{\"responses\":[]}");
        assertThat(batch(post("1", "a")).status()).isEqualTo(200);
        context.suspend();
        context.resume();
        assertThat(batch(post("1", "a")).status()).isEqualTo(200);
    }
}
