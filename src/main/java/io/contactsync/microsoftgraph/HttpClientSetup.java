package io.contactsync.microsoftgraph;

import java.net.URI;

import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultProxyRoutePlanner;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Takes out of the HTTP client whatever acts by itself: retries, redirects, inflating, cookies, remembered logins.
 *
 * @param proxy    {@code host:port} or null
 * @param user     proxy user or null
 * @param password proxy password or null
 */
record HttpClientSetup(String proxy, String user, String password, String userAgent) implements HttpClientConfigurer {

    @Override
    public void configureHttpClient(HttpClientBuilder builder) {
        withoutOwnWill(builder);
        builder.addExecInterceptorLast(HttpEngine.CONNECTED, (request, scope, chain) -> {
            scope.clientContext.getAttribute(HttpEngine.CONNECTED, Runnable.class).run();
            return chain.proceed(request, scope);
        });
    }

    /** The same for a client that is not ours to watch. */
    void withoutOwnWill(HttpClientBuilder builder) {
        builder.disableAutomaticRetries().disableRedirectHandling().disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching().disableConnectionState()
                .setUserAgent(userAgent);
        if (proxy != null) {
            configureProxy(builder, proxyHost());
        }
    }

    @Override
    public String toString() {
        return "HttpClientSetup[" + proxy + "]";
    }

    private void configureProxy(HttpClientBuilder builder, HttpHost host) {
        builder.setRoutePlanner(new DefaultProxyRoutePlanner(host) {
            @Override
            protected HttpHost determineProxy(HttpHost target, HttpContext context) {
                return Boolean.TRUE.equals(context.getAttribute(HttpEngine.DIRECT)) ? null : host;
            }
        });
        if (user != null) {
            BasicCredentialsProvider credentials = new BasicCredentialsProvider();
            credentials.setCredentials(new AuthScope(host),
                    new UsernamePasswordCredentials(user, password == null ? new char[0] : password.toCharArray()));
            builder.setDefaultCredentialsProvider(credentials);
        }
    }

    private HttpHost proxyHost() {
        URI uri = URI.create("http://" + proxy);
        if (uri.getHost() == null || uri.getPort() < 0 || uri.getUserInfo() != null) {
            throw new IllegalArgumentException("Option proxy must be host:port, and nothing else"
                    + (proxy.contains("@") ? "" : " - was '" + proxy + "'"));
        }
        return new HttpHost("http", uri.getHost(), uri.getPort());
    }
}
