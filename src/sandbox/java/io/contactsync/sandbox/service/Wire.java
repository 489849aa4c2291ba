package io.contactsync.sandbox.service;

import io.contactsync.sandbox.protocol.ServiceResponse;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Sends answers, in each of the ways an answer can travel. */
final class Wire {
    private static final Buffer ROWS =
            Buffer.buffer("{\"id\":\"AAMk\"},".repeat(5000).getBytes(StandardCharsets.US_ASCII));

    /** From this number on headers are added unseen: to set each one is to look for it among the others first. */
    private static final int MANY = 100;

    private Wire() {
    }

    static void send(HttpServerRequest http, ServiceResponse response) {
        switch (response.delivery()) {
            case DROP_CONNECTION -> http.connection().close();
            case RESET -> reset(((ConnectionBase) http.connection()).channel());
            case SILENCE -> { }
            case TRUNCATED -> half(http, response);
            case ENDLESS -> endless(started(http, response).setChunked(true));
            default -> whole(started(http, response), response.body());
        }
    }

    /**
     * Without lingering, closing a socket resets the connection. It is closed below TLS, which would take leave first.
     */
    private static void reset(Channel channel) {
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        channel.pipeline().firstContext().close();
    }

    private static HttpServerResponse started(HttpServerRequest http, ServiceResponse response) {
        HttpServerResponse out = http.response().setStatusCode(response.status());
        boolean many = response.headers().size() > MANY;
        response.headers().forEach(many ? out.headers()::add : out.headers()::set);
        return out;
    }

    private static void whole(HttpServerResponse out, byte[] body) {
        if (body == null) {
            out.end();
        } else {
            out.end(Buffer.buffer(body));
        }
    }

    private static void half(HttpServerRequest http, ServiceResponse response) {
        byte[] body = response.body() == null ? new byte[0] : response.body();
        HttpServerResponse out = started(http, response).putHeader("Content-Length", Integer.toString(body.length + 1));
        out.write(Buffer.buffer(Arrays.copyOf(body, body.length / 2))).onComplete(any -> http.connection().close());
    }

    /** As fast as the client takes it, until it goes. */
    private static void endless(HttpServerResponse out) {
        out.exceptionHandler(gone -> { });
        out.write(Buffer.buffer("{\"value\":["));
        more(out);
    }

    private static void more(HttpServerResponse out) {
        out.write(ROWS).onSuccess(any -> Vertx.currentContext().runOnContext(next -> more(out)));
    }
}
