package io.contactsync.microsoftgraph;

import java.io.IOException;
import java.security.GeneralSecurityException;

import javax.net.ssl.SSLContext;

import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** camel-http's component, endpoint and client behind this component: one pool for Graph and the sign-in. */
final class HttpStack {

    private static final int MAX_HEADERS = 200;
    private static final int MAX_HEADER_LINE = 64 * 1024;

    private final HttpComponent http;
    private final HttpEndpoint endpoint;
    private final PoolingHttpClientConnectionManager pool;
    private final Watchdog watchdog = new Watchdog();

    HttpStack(CamelContext context, String baseUrl, SSLContextParameters tls, HttpClientSetup setup, int connections,
            long connectMillis) throws Exception {
        pool = pool(tls == null ? SSLContext.getDefault() : tls.createSSLContext(context), connections, connectMillis);
        http = new HttpComponent();
        http.setCamelContext(context);
        http.setHttpClientConfigurer(setup);
        http.setClientConnectionManager(pool);
        http.setMaxTotalConnections(connections);
        http.setConnectionsPerRoute(connections);
        ServiceHelper.startService(http);
        endpoint = (HttpEndpoint) http.createEndpoint(baseUrl);
        ServiceHelper.startService(endpoint);
    }

    HttpEngine engine(long connectMillis, boolean proxyAuthentication, long maxSize) {
        return new HttpEngine(endpoint.getHttpClient(), watchdog, connectMillis, proxyAuthentication, maxSize);
    }

    void stop() {
        ServiceHelper.stopAndShutdownServices(endpoint, http);
        pool.close();
        watchdog.close();
    }

    private static PoolingHttpClientConnectionManager pool(SSLContext tls, int connections, long connectMillis)
            throws GeneralSecurityException, IOException {
        Http1Config limits =
                Http1Config.custom().setMaxHeaderCount(MAX_HEADERS).setMaxLineLength(MAX_HEADER_LINE).build();
        ConnectionConfig connection = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.ofMilliseconds(connectMillis))
                .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                .setTimeToLive(TimeValue.ofMinutes(10)) // long-lived connections would outlive a DNS change
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder().http1Config(limits).build())
                .setDefaultConnectionConfig(connection)
                .setMaxConnTotal(connections)
                .setMaxConnPerRoute(connections)
                .build();
    }
}
