package io.contactsync.sandbox.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Sends batches over a few connections, each as fast as answers come. */
final class LoadGenerator {
    private final HttpClient http;
    private final URI graph;
    private final String token;
    private final AtomicLong batches = new AtomicLong();
    private final AtomicReference<String> failure = new AtomicReference<>();

    LoadGenerator(Vertx vertx, URI graph, String token, int lanes) {
        this.http = vertx.createHttpClient(new HttpClientOptions().setDefaultHost(graph.getHost())
                .setDefaultPort(graph.getPort()).setMaxPoolSize(lanes));
        this.graph = graph;
        this.token = token;
    }

    /** Runs all lanes to their end and returns the batches answered. */
    long run(List<Phase> lanes) {
        batches.set(0);
        Future.all(lanes.stream().map(this::lane).toList()).toCompletionStage().toCompletableFuture().join();
        if (failure.get() != null) {
            throw new IllegalStateException("a request in a batch failed: " + failure.get());
        }
        return batches.get();
    }

    private Future<Void> lane(Phase phase) {
        Promise<Void> end = Promise.promise();
        turn(phase, end);
        return end.future();
    }

    /** One batch after the other; a chain of futures as long as a lane would overflow the stack when it ends. */
    private void turn(Phase phase, Promise<Void> end) {
        Buffer batch = phase.next();
        if (batch == null || failure.get() != null) {
            end.complete();
            return;
        }
        RequestOptions options = new RequestOptions().setMethod(HttpMethod.POST).setURI(graph.getPath() + "/$batch")
            .putHeader("Authorization", "Bearer " + token).putHeader("Content-Type", "application/json");
        http.request(options).compose(request -> request.send(batch))
                .compose(response -> response.body()
                        .map(body -> response.statusCode() + " " + body.toString("ISO-8859-1")))
                .onFailure(end::fail).onSuccess(answer -> {
                check(answer);
                batches.incrementAndGet();
                phase.answered(answer);
                turn(phase, end);
            });
    }

    private void check(String answer) {
        int at = answer.indexOf("\"status\":4");
        if (at >= 0 || !answer.contains("\"status\":20")) {
            failure.compareAndSet(null,
                    answer.substring(Math.max(0, at), Math.min(answer.length(), Math.max(0, at) + 600)));
        }
    }
}
