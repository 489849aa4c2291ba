package io.contactsync.microsoftgraph;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.hc.core5.http.HttpHost;

/** What of the component exists between its start and its stop only. */
record RunningGraph(HttpStack http, Waiter waiter, GraphClient client, GraphTokenProvider tokens, GraphMeters meters,
        GraphAddress address, ServerClock serverClock, TokenBucket bucket) {

    /** Checks the options and puts everything together; nothing goes over the wire yet. */
    static RunningGraph start(MicrosoftGraphComponent options, Waiter waiter) throws Exception {
        GraphAddress address = options.address();
        GraphTokenProvider tokens = options.getTokenProvider();
        if (tokens == null) {
            options.identity().check();
        }
        Fences fences = new Fences();
        TokenBucket bucket = new TokenBucket(options.getRequestsPerSecond(), waiter.now());
        Pace pace = new Pace(bucket, fences, waiter, options.getMaxPause());
        MailboxLanes lanes = new MailboxLanes(options.getRequestsPerMailbox());
        FlightGate flight = new FlightGate(options.getMaxConnections());
        HttpHost target = new HttpHost(address.scheme(), address.host(), address.port());
        HttpStack http = http(options, address);
        HttpEngine engine = http.engine(options.getConnectTimeout(), options.getProxyUser() != null,
                options.getMaxResponseSize());
        if (tokens == null) {
            tokens = new MsalTokens(signIn(options.identity(), engine, options.getResponseTimeout()),
                    System::currentTimeMillis);
        }
        GraphMeters meters = new GraphMeters(registry(options.getCamelContext()));
        ServerClock serverClock = new ServerClock(waiter);
        GraphClient client = new GraphClient(target, engine, tokens, lanes, new MailboxSpeeds(), flight, pace, fences,
                waiter, meters, serverClock);
        return new RunningGraph(http, waiter, client, tokens, meters, address, serverClock, bucket);
    }

    /** @param batchMillis how long a batch may usually take */
    GraphLoad load(long batchMillis) {
        return new GraphLoad() {
            @Override
            public int fitting(String mailbox) {
                return client.speeds().fitting(mailbox, batchMillis);
            }

            @Override
            public Duration pause(String mailbox) {
                return client.pause(mailbox);
            }

            @Override
            public int calls() {
                return client.flight().calls();
            }
        };
    }

    void stop() {
        waiter.stop();
        http.stop();
        meters.close();
    }

    private static MsalSignIn signIn(Identity identity, HttpEngine engine, long timeoutMillis) {
        return identity.managed() == null ? new ApplicationSignIn(identity, new MsalHttp(engine, timeoutMillis))
                : new ManagedIdentitySignIn(identity,
                        new ManagedIdentityHttp(new MsalHttp(engine.near(), timeoutMillis)));
    }

    private static HttpStack http(MicrosoftGraphComponent options, GraphAddress address) throws Exception {
        String version = MicrosoftGraphComponent.class.getPackage().getImplementationVersion();
        HttpClientSetup setup = new HttpClientSetup(options.getProxy(), options.getProxyUser(),
                options.getProxyPassword(), "contact-sync/" + (version == null ? "dev" : version));
        String url = address.scheme() + "://" + address.host() + ":" + address.port();
        return new HttpStack(options.getCamelContext(), url, options.tls(), setup, options.getMaxConnections(),
                options.getConnectTimeout());
    }

    private static MeterRegistry registry(CamelContext context) {
        MeterRegistry registry = context.getRegistry().findSingleByType(MeterRegistry.class);
        return registry == null ? Metrics.globalRegistry : registry;
    }
}
