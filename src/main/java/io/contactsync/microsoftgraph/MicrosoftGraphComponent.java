package io.contactsync.microsoftgraph;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.LifecycleStrategySupport;

/**
 * Calls Microsoft Graph: single requests, collections with paging, and batches. One instance is one application in one
 * tenant; all its endpoints share token, pace, permits and connections.
 */
@Component("microsoft-graph")
public class MicrosoftGraphComponent extends GraphConnectionOptions implements GraphTime {

    @Metadata(label = "advanced", defaultValue = "12900", description = "Most requests a second, those inside batches "
            + "counted one by one. Graph's own limit is 130,000 in 10 seconds for an application over all tenants.")
    private int requestsPerSecond = 12_900;

    @Metadata(label = "advanced", defaultValue = "4", description = "Most requests at a time to one mailbox.")
    private int requestsPerMailbox = 4;

    @Metadata(label = "advanced", defaultValue = "5m", javaType = "java.time.Duration", description = "Longest pause "
            + "(Retry-After) a request waits for in line; before a longer one it fails at once with the code Paused "
            + "and the time left.")
    private long maxPause = 300_000;

    @Metadata(label = "advanced", description = "Whether and when reads (GET requests, pages of lists) are tried "
            + "again. By default nothing is.")
    private GraphRetryPolicy retryPolicy;

    private volatile RunningGraph running;

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        MicrosoftGraphEndpoint endpoint = new MicrosoftGraphEndpoint(uri, this);
        endpoint.setOperation(MicrosoftGraphOperation.named(remaining));
        setProperties(endpoint, parameters);
        return endpoint;
    }

    /** The application permissions named in the present access token, sorted. Asks for a token if there is none. */
    public Set<String> tokenRoles() {
        return TokenClaims.of(running().tokens().accessToken(null)).roles();
    }

    /**
     * The certificate that the application signs in with, as it is in its file now; null if it does so with another
     * thing, or by another provider of tokens.
     *
     * @throws GraphAuthenticationException if it cannot be read
     */
    public X509Certificate certificate() {
        ClientCertificate certificate = getTokenProvider() != null ? null : SignInSecrets.of(identity()).certificate();
        return certificate == null ? null : certificate.chain().get(0);
    }

    /**
     * The token of another issuer that the application signs in with, as it is in its file now; null if with another.
     *
     * @throws GraphAuthenticationException if it cannot be read, is none, or is over
     */
    public FederatedToken federatedToken() {
        return getTokenProvider() != null ? null : SignInSecrets.of(identity()).federated();
    }

    /** Where this component's access tokens come from, to be shared with another component for the same application. */
    public GraphTokenProvider tokens() {
        return running().tokens();
    }

    @Override
    public Instant serverTime() {
        return Optional.ofNullable(running).map(now -> now.serverClock().time()).orElse(null);
    }

    @Override
    public Duration pause() {
        return Optional.ofNullable(running).map(now -> now.client().pause()).orElse(Duration.ZERO);
    }

    @Override
    public void pause(Duration told) {
        running().client().pause(told);
    }

    @Override
    public void onlyWhile(Predicate<Set<String>> allowed) {
        running().waiter().onlyWhile(allowed);
    }

    @Override
    public String relative(String link) {
        return running().address().relative(link);
    }

    @Override
    public void share(double part) {
        Optional.ofNullable(running).ifPresent(now -> now.bucket().share(part));
    }

    @Override
    public GraphLoad load() {
        return Optional.ofNullable(running).map(now -> now.load(getBatchTimeout())).orElse(GraphLoad.ANY);
    }

    /** What this component has done since its start. */
    public GraphStatistics statistics() {
        return running().meters().statistics();
    }

    /** HTTP calls under way, batches and single requests. */
    public int inFlight() {
        return running().meters().inFlight();
    }

    /** A stop does it too: waits end, nothing more is sent (code Stopping), what is on the wire is read. */
    public void stopWaiting() {
        Optional.ofNullable(running).ifPresent(now -> now.waiter().stop());
    }

    /** @throws IllegalStateException before the start and after the stop */
    RunningGraph running() {
        return Optional.ofNullable(running)
                .orElseThrow(() -> new IllegalStateException("The microsoft-graph component is not started"));
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        running = RunningGraph.start(this, newWaiter());
        stopWaitingWith(getCamelContext());
    }

    /** How this component waits; a test waits without time. */
    Waiter newWaiter() {
        return new Waiter();
    }

    /** Components are stopped last: waits must end when the stopping begins. */
    private void stopWaitingWith(CamelContext context) {
        context.addLifecycleStrategy(new LifecycleStrategySupport() {
            @Override
            public void onContextStopping(CamelContext stopping) {
                stopWaiting();
            }
        });
    }

    @Override
    protected void doStop() throws Exception {
        RunningGraph now = running;
        running = null;
        if (now != null) {
            now.stop();
        }
        super.doStop();
    }

    public int getRequestsPerSecond() {
        return requestsPerSecond;
    }

    public void setRequestsPerSecond(int requestsPerSecond) {
        this.requestsPerSecond = requestsPerSecond;
    }

    public int getRequestsPerMailbox() {
        return requestsPerMailbox;
    }

    public void setRequestsPerMailbox(int requestsPerMailbox) {
        this.requestsPerMailbox = requestsPerMailbox;
    }

    public long getMaxPause() {
        return maxPause;
    }

    public void setMaxPause(long maxPause) {
        this.maxPause = maxPause;
    }

    public GraphRetryPolicy getRetryPolicy() {
        return retryPolicy;
    }

    public void setRetryPolicy(GraphRetryPolicy retryPolicy) {
        this.retryPolicy = retryPolicy;
    }
}
