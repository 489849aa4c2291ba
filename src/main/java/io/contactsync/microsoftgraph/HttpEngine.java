package io.contactsync.microsoftgraph;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Carries out one HTTP call: exactly one request on the wire, the answer as a stream, every failure as a
 * {@link GraphException} that knows whether anything was sent.
 */
final class HttpEngine {

    /** What the context holds for {@link HttpClientSetup} to run when a connection stands, before the first byte. */
    static final String CONNECTED = "microsoft-graph.connected";

    /** What the context holds if the call must not go by way of a proxy. */
    static final String DIRECT = "microsoft-graph.direct";

    /** A connection, pooled or new with TLS and proxy, takes so many times the time-out of one attempt at most. */
    private static final int ATTEMPTS = 5;
    private static final long NEAR_MILLIS = 500;

    private final HttpClient client;
    private final Watchdog watchdog;
    private final long connectMillis;
    private final long maxSize;
    private final RequestConfig base;
    private final boolean direct;

    HttpEngine(HttpClient client, Watchdog watchdog, long connectMillis, boolean proxyAuthentication, long maxSize) {
        this(client, watchdog, connectMillis, proxyAuthentication, maxSize, false);
    }

    private HttpEngine(HttpClient client, Watchdog watchdog, long connectMillis, boolean proxyAuthentication,
            long maxSize, boolean direct) {
        this.client = client;
        this.watchdog = watchdog;
        this.connectMillis = connectMillis;
        this.maxSize = maxSize;
        this.direct = direct;
        this.base = RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.ofMilliseconds(3 * connectMillis))
                .setRedirectsEnabled(false)
                .setContentCompressionEnabled(false)
                .setAuthenticationEnabled(proxyAuthentication)
                .setProtocolUpgradeEnabled(false)
                .build();
    }

    /** The same for what is on this machine or beside it: by no proxy, and soon given up. */
    HttpEngine near() {
        return new HttpEngine(client, watchdog, Math.min(connectMillis, NEAR_MILLIS), false, maxSize, true);
    }

    <T> T execute(WireCall call, WireAnswer.Reader<T> reader) {
        HttpUriRequestBase request = request(call);
        AtomicBoolean connected = new AtomicBoolean();
        try (CallWatch watch = watchdog.watch(request::abort)) {
            HttpClientContext context = context(call, () -> {
                call.last().run();
                connected.set(true);
                watch.stage(call.timeoutMillis());
            });
            watch.stage(ATTEMPTS * connectMillis);
            return carryOut(call, request, context, watch, connected, reader);
        }
    }

    private <T> T carryOut(WireCall call, HttpUriRequestBase request, HttpClientContext context, CallWatch watch,
            AtomicBoolean connected, WireAnswer.Reader<T> reader) {
        try {
            return client.execute(call.target(), request, context, response -> {
                watch.stage(call.timeoutMillis());
                return read(call, request, response, reader, connected.get(), watch);
            });
        } catch (IOException e) {
            throw WireFailure.of(call, watch.isExpired() ? late(e) : e, connected.get(), null);
        } catch (IllegalStateException e) {
            if (watch.isExpired()) {
                throw WireFailure.of(call, late(e), connected.get(), null);
            }
            throw connected.get() ? e : stopping(call);
        }
    }

    private HttpClientContext context(WireCall call, Runnable whenConnected) {
        HttpClientContext context = HttpClientContext.create();
        Timeout timeout = Timeout.ofMilliseconds(call.timeoutMillis());
        context.setRequestConfig(RequestConfig.copy(base).setResponseTimeout(timeout).build());
        context.setAttribute(CONNECTED, whenConnected);
        context.setAttribute(DIRECT, direct);
        return context;
    }

    private static IOException late(Exception cause) {
        IOException late = new SocketTimeoutException("The call did not end in time");
        late.initCause(cause);
        return late;
    }

    private static GraphException stopping(WireCall call) {
        return new GraphException(GraphFailure.local(call.what(), GraphFailure.STOPPING,
                "was not sent: no connections any more", false));
    }

    private <T> T read(WireCall call, HttpUriRequestBase request, ClassicHttpResponse response,
            WireAnswer.Reader<T> reader, boolean sent, CallWatch watch) {
        long deadline = System.nanoTime() + call.timeoutMillis() * 1_000_000;
        WireAnswer answer = new WireAnswer(response, call.clientRequestId(), sent, maxSize, deadline);
        boolean whole = false;
        try {
            T result = reader.read(answer);
            whole = answer.isDrained();
            return result;
        } catch (GraphException e) {
            whole = answer.isDrained(); // an answer like any other, only with a bad result
            throw e;
        } catch (IOException e) {
            throw WireFailure.of(call, watch.isExpired() ? late(e) : e, sent, answer.retryAfter());
        } finally {
            if (!whole) {
                request.abort(); // or the client would read an endless body to its end
                response.setEntity(null);
            }
        }
    }

    private static HttpUriRequestBase request(WireCall call) {
        HttpHost target = call.target();
        HttpUriRequestBase request = new HttpUriRequestBase(call.method(), URI.create(target.toURI()));
        request.setPath(call.path());
        call.headers().forEach(request::setHeader);
        if (call.body() != null) {
            request.setEntity(
                    new ByteArrayEntity(call.body(), 0, call.length(), ContentType.parseLenient(call.contentType())));
        }
        return request;
    }
}
