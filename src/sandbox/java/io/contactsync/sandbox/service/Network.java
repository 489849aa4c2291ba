package io.contactsync.sandbox.service;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;

/**
 * The way between client and service: a round trip's time once per HTTP exchange, however many requests travel in it.
 */
public final class Network {
    private final Delays delays;
    private final long millis;

    public Network(Delays delays, Duration roundTrip) {
        this.delays = delays;
        this.millis = roundTrip.toMillis();
    }

    /** The handler, reached that much later. */
    public Handler<HttpServerRequest> before(Handler<HttpServerRequest> handler) {
        if (millis == 0) {
            return handler;
        }
        return http -> {
            http.pause();
            delays.after(millis, () -> {
                handler.handle(http);
                http.resume();
            });
        };
    }
}
