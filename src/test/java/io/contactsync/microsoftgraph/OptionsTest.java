package io.contactsync.microsoftgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Options: defaults, nonsense, typing mistakes. */
class OptionsTest {

    private final MicrosoftGraphComponent component = new MicrosoftGraphComponent();

    private void start(String uri) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addComponent("microsoft-graph", component);
            context.start();
            context.getEndpoint(uri).createProducer().start();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GLOBAL,graph.microsoft.com,https://login.microsoftonline.com",
        "US_GOVERNMENT,graph.microsoft.us,https://login.microsoftonline.us",
        "US_GOVERNMENT_DOD,dod-graph.microsoft.us,https://login.microsoftonline.us",
        "CHINA,microsoftgraph.chinacloudapi.cn,https://login.chinacloudapi.cn"})
    void takesAddressesFromTheCloud(GraphCloud cloud, String host, String authority) {
        component.setCloud(cloud);
        assertThat(component.address()).isEqualTo(new GraphAddress("https", host, 443, "/v1.0"));
        assertThat(component.identity().authority()).isEqualTo(authority);
        assertThat(component.identity().scope()).isEqualTo("https://" + host + "/.default");
    }

    @Test
    void completesTheAuthorityWithTheTenant() {
        assertThat(identity("https://login.microsoftonline.com").complete())
                .isEqualTo("https://login.microsoftonline.com/contoso/");
        assertThat(identity("https://login.microsoftonline.com/").complete())
                .isEqualTo("https://login.microsoftonline.com/contoso/");
        assertThat(identity("https://login.microsoftonline.com/other").complete())
                .isEqualTo("https://login.microsoftonline.com/other");
    }

    private static Identity identity(String authority) {
        return new Identity("contoso", "app", new Secret("secret", null), null, Secret.NONE, null, null, authority,
                "scope");
    }

    @Test
    void startsWithoutCredentialsAndWithEmptyOptions() throws Exception {
        component.setBaseUrl("");
        component.setAuthority(" ");
        component.setCaCertificate("");
        component.setProxy("");
        component.setCloud(null);
        start("microsoft-graph:list?path=/users");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "microsoft-graph:lst?path=/users|request, list or batch - was 'lst'",
        "microsoft-graph:list?pth=/users|pth",
        "microsoft-graph:list?path=/users&httpClient.x=1|httpClient.x",
        "microsoft-graph:list|Option path of microsoft-graph:list must be set",
        "microsoft-graph:request?path=users|begin with a slash",
        "microsoft-graph:request?path=/users&method=TRACE|Option method must be one of",
        "microsoft-graph:request?path=/users#x|Option path must be an encoded path",
        "microsoft-graph:list?path=/users&top=many|many"})
    void refusesAnEndpointThatMakesNoSense(String uri, String sentence) {
        assertThatThrownBy(() -> start(uri)).hasStackTraceContaining(sentence);
    }

    @Test
    void refusesPlainHttpButForLoopback() {
        component.setBaseUrl("http://graph.microsoft.com/v1.0");
        assertThatThrownBy(() -> start("microsoft-graph:batch"))
                .hasStackTraceContaining("Option baseUrl must begin with https://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "http://proxy.example:8080", "user:pw@proxy.example:8080"})
    void refusesAProxyThatIsNotHostAndPort(String proxy) {
        component.setProxy(proxy);
        assertThatThrownBy(() -> start("microsoft-graph:batch"))
                .hasStackTraceContaining("Option proxy must be host:port");
    }

    @Test
    void refusesTwoTlsSettings() {
        component.setCaCertificate("ca.pem");
        component.setSslContextParameters(new SSLContextParameters());
        assertThatThrownBy(() -> start("microsoft-graph:batch"))
                .hasStackTraceContaining("either caCertificate or sslContextParameters");
    }

    @Test
    void refusesLimitsBelowOne() {
        component.setRequestsPerMailbox(0);
        assertThatThrownBy(() -> start("microsoft-graph:batch"))
                .hasStackTraceContaining("requestsPerMailbox must be 1 or more");
        component.setRequestsPerMailbox(4);
        component.setRequestsPerSecond(0);
        assertThatThrownBy(() -> start("microsoft-graph:batch"))
                .hasStackTraceContaining("requestsPerSecond must be 1 or more - was 0");
    }

    @Test
    void cannotBeConsumedFrom() {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.start();
            assertThatThrownBy(
                    () -> context.getEndpoint("microsoft-graph:list?path=/users").createConsumer(exchange -> {}))
                    .isInstanceOf(UnsupportedOperationException.class);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void keepsSecretsOutOfText() {
        assertThat(identity("https://x/")).hasToString("Identity[contoso, app]");
        assertThat(new GraphRequest("1", "POST", "/users/x", null, new byte[9])).hasToString("GraphRequest[1 POST]");
    }
}
