package io.contactsync.microsoftgraph;

import java.io.IOException;
import java.net.URI;

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
 * Carries out one HTTP call: exactly one request on the wire, the answer as a stream, every failure as a {@link GraphException}
 * that knows whether anything was sent.
 */
final class HttpEngine {

    /** Set on the context by {@link HttpClientSetup} when a connection stands, just before the first byte of the request. */
    static final String CONNECTED = "microsoft-graph.connected";

    private final HttpClient client;
    private final long maxSize;
    private final RequestConfig base;

    HttpEngine(HttpClient client, long connectMillis, boolean proxyAuthentication, long maxSize) {
        this.client = client;
        this.maxSize = maxSize;
        this.base = RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.ofMilliseconds(3 * connectMillis))
                .setRedirectsEnabled(false)
                .setContentCompressionEnabled(false)
                .setAuthenticationEnabled(proxyAuthentication)
                .setProtocolUpgradeEnabled(false)
                .build();
    }

    <T> T execute(WireCall call, Answer.Reader<T> reader) {
        HttpUriRequestBase request = request(call);
        HttpClientContext context = HttpClientContext.create();
        context.setRequestConfig(RequestConfig.copy(base).setResponseTimeout(Timeout.ofMilliseconds(call.timeoutMillis())).build());
        try {
            return client.execute(call.target(), request, context, response -> read(call, request, response, reader, connected(context)));
        } catch (IOException e) {
            throw WireFailure.of(call, e, connected(context), null);
        } catch (IllegalStateException e) {
            throw connected(context) ? e : new GraphException(GraphFailure.local(call.what(), GraphFailure.STOPPING, "was not sent: no connections any more", false));
        }
    }

    private static boolean connected(HttpClientContext context) {
        return context.getAttribute(CONNECTED) != null;
    }

    private <T> T read(WireCall call, HttpUriRequestBase request, ClassicHttpResponse response, Answer.Reader<T> reader, boolean sent) {
        long deadline = System.nanoTime() + call.timeoutMillis() * 1_000_000;
        Answer answer = new Answer(response, call.clientRequestId(), sent, maxSize, deadline);
        boolean whole = false;
        try {
            T result = reader.read(answer);
            whole = answer.isDrained();
            return result;
        } catch (GraphException e) {
            whole = answer.isDrained(); // an answer like any other, only with a bad result
            throw e;
        } catch (IOException e) {
            throw WireFailure.of(call, e, sent, answer.retryAfter());
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
            request.setEntity(new ByteArrayEntity(call.body(), 0, call.length(), ContentType.parseLenient(call.contentType())));
        }
        return request;
    }
}
