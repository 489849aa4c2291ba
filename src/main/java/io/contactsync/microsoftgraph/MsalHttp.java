package io.contactsync.microsoftgraph;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import org.apache.hc.core5.http.HttpHost;

/** Carries MSAL's calls over the component's own HTTP client, so that proxy, trusted CAs and time-outs are the same. */
final class MsalHttp implements IHttpClient {

    /** Headers that MSAL looks at. */
    private static final List<String> READ = List.of("Content-Type", "WWW-Authenticate");

    private final HttpEngine engine;
    private final long timeoutMillis;

    MsalHttp(HttpEngine engine, long timeoutMillis) {
        this.engine = engine;
        this.timeoutMillis = timeoutMillis;
    }

    @Override
    public IHttpResponse send(HttpRequest request) {
        HttpHost target = new HttpHost(request.url().getProtocol(), request.url().getHost(), request.url().getPort());
        byte[] body = request.body() == null || request.body().isEmpty() ? null
                : request.body().getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = request.headers() == null ? Map.of() : request.headers();
        WireCall call = new WireCall(request.httpMethod() + " sign-in", target, request.httpMethod().name(),
                request.url().getFile(), headers, body,
                body == null ? 0 : body.length, "application/x-www-form-urlencoded", timeoutMillis, null, () -> { });
        return engine.execute(call, MsalHttp::response);
    }

    private static IHttpResponse response(WireAnswer answer) throws IOException {
        HttpResponse response = new HttpResponse();
        response.statusCode(answer.status());
        response.body(json(answer.body().readAllBytes()));
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : READ) {
            if (answer.header(name) != null) {
                headers.put(name, List.of(answer.header(name)));
            }
        }
        response.addHeaders(headers);
        return response;
    }

    /** MSAL's own reader never comes to the end of an object that is cut off or too deep. */
    private static String json(byte[] body) throws IOException {
        if (body.length > 0 && !GraphJson.MAPPER.readTree(body).isObject()) {
            throw new InvalidAnswerException("was answered with JSON that is no object");
        }
        return new String(body, StandardCharsets.UTF_8);
    }
}
