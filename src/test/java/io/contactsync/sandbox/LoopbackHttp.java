package io.contactsync.sandbox;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Leads the sign-in library's requests for Microsoft's own host names to a sandbox, as a hosts file would. */
final class LoopbackHttp implements IHttpClient {
    private final HttpClient http;
    private final int port;
    private final List<String> paths = Collections.synchronizedList(new ArrayList<>());

    LoopbackHttp(SandboxAddress address) {
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .sslContext(SandboxClient.trusting(address.caCertificate())).build();
        this.port = URI.create(address.authority()).getPort();
    }

    List<String> paths() {
        return List.copyOf(paths);
    }

    @Override
    public IHttpResponse send(HttpRequest asked) throws Exception {
        URI uri = asked.url().toURI();
        paths.add(uri.getPath());
        URI here = URI.create("https://127.0.0.1:" + port + uri.getRawPath()
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
        java.net.http.HttpRequest.Builder request =
                java.net.http.HttpRequest.newBuilder(here).method(asked.httpMethod().name(),
                        asked.body() == null ? java.net.http.HttpRequest.BodyPublishers.noBody()
                                : java.net.http.HttpRequest.BodyPublishers.ofString(asked.body()));
        asked.headers().forEach(request::header);
        java.net.http.HttpResponse<String> answer =
                http.send(request.build(), java.net.http.HttpResponse.BodyHandlers.ofString());
        HttpResponse response = new HttpResponse();
        response.statusCode(answer.statusCode());
        response.body(answer.body());
        response.addHeaders(answer.headers().map());
        return response;
    }
}
