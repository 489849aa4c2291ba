package io.contactsync.microsoftgraph;

import org.apache.camel.spi.Metadata;
import org.apache.camel.support.jsse.SSLContextParameters;

/** The options of the component that concern the connection: address, TLS, proxy, limits of time and size. */
public abstract class GraphConnectionOptions extends GraphSignInOptions {

    @Metadata(label = "common", description = "Address of Graph with its version. The default is that of the cloud, "
            + "such as https://graph.microsoft.com/v1.0."
            + " Plain http:// is refused unless the host is a loopback address.")
    private String baseUrl;

    @Metadata(label = "security", description = "PEM file with CA certificates to trust besides those of the JDK, "
            + "such as that of a TLS-inspecting proxy.")
    private String caCertificate;

    @Metadata(label = "security", description = "Full control over TLS, instead of caCertificate.")
    private SSLContextParameters sslContextParameters;

    @Metadata(label = "proxy", description = "HTTP proxy as host:port.")
    private String proxy;

    @Metadata(label = "proxy", description = "User name at the proxy.")
    private String proxyUser;

    @Metadata(label = "proxy", secret = true, description = "Password at the proxy.")
    private String proxyPassword;

    @Metadata(label = "advanced", defaultValue = "10s", javaType = "java.time.Duration",
            description = "Longest wait for a connection; three times as long for a free one of the pool;"
                    + " five times as long for all of it, with TLS and proxy, however it trickles.")
    private long connectTimeout = 10_000;

    @Metadata(label = "advanced", defaultValue = "60s", javaType = "java.time.Duration",
            description = "Longest time until an answer's headers are there, sending and interim answers"
                    + " included and however they trickle, and again for its end. Calls to sign in too.")
    private long responseTimeout = 60_000;

    @Metadata(label = "advanced", defaultValue = "100s", javaType = "java.time.Duration", description = "The same for "
            + "the answer to a batch.")
    private long batchTimeout = 100_000;

    @Metadata(label = "advanced", defaultValue = "16777216", description = "Largest answer in bytes, on the wire and "
            + "inflated.")
    private int maxResponseSize = 16 * 1024 * 1024;

    @Metadata(label = "advanced", defaultValue = "400", description = "Most connections at a time.")
    private int maxConnections = 400;

    @Metadata(label = "advanced", defaultValue = "true", description = "Whether GET requests ask for answers "
            + "compressed with gzip.")
    private boolean compression = true;

    public String getBaseUrl() {
        return baseUrl;
    }

    public void setBaseUrl(String baseUrl) {
        this.baseUrl = text(baseUrl);
    }

    public String getCaCertificate() {
        return caCertificate;
    }

    public void setCaCertificate(String caCertificate) {
        this.caCertificate = text(caCertificate);
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public String getProxy() {
        return proxy;
    }

    public void setProxy(String proxy) {
        this.proxy = text(proxy);
    }

    public String getProxyUser() {
        return proxyUser;
    }

    public void setProxyUser(String proxyUser) {
        this.proxyUser = text(proxyUser);
    }

    public String getProxyPassword() {
        return proxyPassword;
    }

    public void setProxyPassword(String proxyPassword) {
        this.proxyPassword = text(proxyPassword);
    }

    public long getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public long getResponseTimeout() {
        return responseTimeout;
    }

    public void setResponseTimeout(long responseTimeout) {
        this.responseTimeout = responseTimeout;
    }

    public long getBatchTimeout() {
        return batchTimeout;
    }

    public void setBatchTimeout(long batchTimeout) {
        this.batchTimeout = batchTimeout;
    }

    public int getMaxResponseSize() {
        return maxResponseSize;
    }

    public void setMaxResponseSize(int maxResponseSize) {
        this.maxResponseSize = maxResponseSize;
    }

    public int getMaxConnections() {
        return maxConnections;
    }

    public void setMaxConnections(int maxConnections) {
        this.maxConnections = maxConnections;
    }

    public boolean isCompression() {
        return compression;
    }

    public void setCompression(boolean compression) {
        this.compression = compression;
    }

    GraphAddress address() {
        return GraphAddress.of("baseUrl", baseUrl == null ? getCloud().baseUrl() : baseUrl);
    }

    SSLContextParameters tls() {
        if (caCertificate != null && sslContextParameters != null) {
            throw new IllegalArgumentException("Set either caCertificate or sslContextParameters, not both");
        }
        return caCertificate == null ? sslContextParameters : TrustedCa.parameters(caCertificate);
    }
}
