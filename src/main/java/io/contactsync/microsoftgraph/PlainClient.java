package io.contactsync.microsoftgraph;

import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;

import java.io.IOException;

/**
 * For a camel-http endpoint that posts to somebody else than Graph: the client goes through the same proxy, does
 * nothing by itself (no retries, redirects, cookies), and of the answer only its status counts. The rest is not even
 * read, however long it is.
 *
 * @param proxy {@code host:port}, or empty
 */
public record PlainClient(String proxy) implements HttpClientConfigurer {

    /** TLS that trusts what the JDK trusts, and one PEM file besides unless that is empty. */
    public static SSLContextParameters trust(String caCertificate) {
        return caCertificate.isEmpty() ? new SSLContextParameters() : TrustedCa.parameters(caCertificate);
    }

    @Override
    public void configureHttpClient(HttpClientBuilder builder) {
        new HttpClientSetup(proxy.isEmpty() ? null : proxy, null, null, "contact-sync").withoutOwnWill(builder);
        builder.addExecInterceptorFirst("status-only", PlainClient::statusOnly);
    }

    private static ClassicHttpResponse statusOnly(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ClassicHttpResponse answer = chain.proceed(request, scope);
        scope.execRuntime.discardEndpoint();
        answer.setEntity(null);
        return answer;
    }
}
