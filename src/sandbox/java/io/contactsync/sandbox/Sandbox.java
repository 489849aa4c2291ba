package io.contactsync.sandbox;

import io.contactsync.sandbox.api.GraphApi;
import io.contactsync.sandbox.faults.FaultPlan;
import io.contactsync.sandbox.faults.Faults;
import io.contactsync.sandbox.faults.Surroundings;
import io.contactsync.sandbox.identity.AppRegistration;
import io.contactsync.sandbox.identity.Certificates;
import io.contactsync.sandbox.identity.Cloud;
import io.contactsync.sandbox.identity.TokenEndpoint;
import io.contactsync.sandbox.identity.Tokens;
import io.contactsync.sandbox.identity.Workload;
import io.contactsync.sandbox.people.Employees;
import io.contactsync.sandbox.people.SandboxDay;
import io.contactsync.sandbox.people.SourceDays;
import io.contactsync.sandbox.people.TenantFactory;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.service.BatchHandler;
import io.contactsync.sandbox.service.Delays;
import io.contactsync.sandbox.service.Dispatcher;
import io.contactsync.sandbox.service.ExchangeWatch;
import io.contactsync.sandbox.service.Network;
import io.contactsync.sandbox.service.SandboxServer;
import io.contactsync.sandbox.service.Throttle;
import io.contactsync.sandbox.service.Timing;
import io.contactsync.sandbox.store.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A Microsoft Graph service to try, test and measure against: a tenant made of public data, served on loopback from
 * this process, true to what Microsoft publishes about users, groups, personal contacts, batches, tokens, errors and
 * throttling. It holds everything in memory.
 */
public final class Sandbox implements AutoCloseable {
    private static final String TENANT_ID = Employees.uuid("tenant:contact-sync sandbox").toString();
    private static final String CLIENT_ID = Employees.uuid("app:contact-sync").toString();
    private static final long BATCH_ORDER_SEED = 20;

    private final Host host;
    private final Tenant tenant;
    private final SourceDays days;
    private final SandboxClock clock = new SandboxClock();
    private final AppRegistration app = new AppRegistration(new Workload(TENANT_ID, CLIENT_ID, clock::seconds));
    private final Faults faults = new Faults(clock::nanos);
    private final Delays delays;
    private final GraphReadings readings;
    private final Tokens tokens;
    private final Dispatcher dispatcher;
    private final Oversight oversight;
    private final String controlToken = ControlAccess.newToken();
    private final SandboxAddress address;

    private Sandbox(SandboxOptions options, Host host) {
        TenantFactory.Result made = options.people()
                .tenant(options.mailboxes(), options.centralContacts(), clock::seconds);
        this.host = host;
        this.readings = options.readings();
        this.tenant = made.tenant();
        this.days = new SourceDays(made);
        this.tokens = new Tokens(clock::seconds);
        this.delays = new Delays(host.vertx(), clock::nanos);
        Throttle throttle = new Throttle(options.limits(), readings, tenant.users().size(),
                "Tenant_Application/ReadWrite/" + CLIENT_ID + "/" + TENANT_ID);
        this.dispatcher = new Dispatcher(new GraphApi(tenant, readings), tenant, faults, throttle, delays,
                new Timing(options.latency(), options.slowMailboxes()));
        this.oversight = Oversight.of(options);
        if (options.faultPlan() != null) {
            follow(options.faultPlan());
        }
        this.address = serve(options, server(options.cloud()));
    }

    private SandboxServer server(Cloud cloud) {
        ExchangeWatch watch = new ExchangeWatch(oversight.observers(), tenant, clock::nanos);
        BatchHandler batches = new BatchHandler(dispatcher, watch, BATCH_ORDER_SEED, readings);
        TokenEndpoint endpoint = new TokenEndpoint(TENANT_ID, CLIENT_ID, app, tokens, cloud, clock::seconds);
        return new SandboxServer(dispatcher, batches, watch, faults, tokens, endpoint, app, cloud,
                clock::seconds);
    }

    private SandboxAddress serve(SandboxOptions options, SandboxServer server) {
        Cloud cloud = options.cloud();
        Certificates certificates = Certificates.of(cloud.names());
        Network network = new Network(delays, options.network());
        int graph = host.listen(options.port(), options.tls() ? certificates : null, network.before(server::graph));
        int authority = host.listen(0, certificates, new SandboxControl(this,
                new ControlAccess(controlToken, cloud.names()), network.before(server::authority)));
        int metadata = host.listen(0, null, network.before(server::metadata));
        String graphAddress = cloud.graphAddress(options.tls() ? "https" : "http", Host.ADDRESS + ":" + graph);
        return new SandboxAddress(graphAddress + "/v1.0",
                cloud.authorityAddress(Host.ADDRESS + ":" + authority) + "/" + TENANT_ID, TENANT_ID, CLIENT_ID,
                app.clientSecret(), host.publish(certificates).toString(), TenantFactory.TARGET_GROUP,
                TenantFactory.CENTRAL_MAILBOX, TenantFactory.CENTRAL_FOLDER, controlToken,
                "http://" + Host.ADDRESS + ":" + metadata);
    }

    /** Makes the tenant and serves it; returns when both ports are open. */
    public static Sandbox start(SandboxOptions options) {
        Host host = new Host();
        try {
            return new Sandbox(options, host);
        } catch (RuntimeException e) {
            host.close();
            throw e;
        }
    }

    public SandboxAddress address() {
        return address;
    }

    /** Object id of the group whose people are nobody's contact. */
    public String excludedGroup() {
        return TenantFactory.EXCLUDED_GROUP;
    }

    /** Lets a day pass at the sources: some join, some leave, some change. */
    public void nextDay() {
        synchronized (tenant) {
            days.next();
        }
    }

    /** What the last day changed, or null before the first. */
    public SandboxDay lastDay() {
        synchronized (tenant) {
            return days.last();
        }
    }

    /** Requests so far as Graph counts them: single ones and those in batches; none for tokens, or with bad ones. */
    public long requests() {
        return dispatcher.requests();
    }

    /** Those of them that were throttled. */
    public long throttled() {
        return dispatcher.throttled();
    }

    public Tenant tenant() {
        return tenant;
    }

    public Faults faults() {
        return faults;
    }

    /** Lets go wrong what a plan says, from now on, in place of the plan before. */
    public void follow(FaultPlan plan) {
        faults.follow(plan, new Surroundings(tenant, tokens, readings));
    }

    public AppRegistration app() {
        return app;
    }

    /** Lets time pass without waiting: waits, late lists, plans of faults, tokens. What was due then has happened. */
    public void letPass(Duration time) {
        host.onLoop(() -> passOnLoop(time));
    }

    void passOnLoop(Duration time) {
        clock.letPass(time);
        delays.catchUp();
    }

    /** Lets all tokens issued so far expire now. */
    public void expireTokens() {
        tokens.expireAll();
    }

    /** Requests so far, if the log is on: see {@link SandboxOptions#withLog}. */
    public Optional<RequestLog> requestLog() {
        return Optional.ofNullable(oversight.log());
    }

    /**
     * What clients did that they must not do. With the log on every request is held against the
     * {@link Finding.Rule rules}; that no key is there twice is looked up now. Rules about contacts want
     * {@link SandboxOptions#withMarks marks}.
     */
    public List<Finding> findings() {
        return oversight.findings(tenant);
    }

    /** How many findings there were beyond the first hundred of requests, which are kept. */
    public long moreFindings() {
        return oversight.more();
    }

    /** Closes both ports and removes the certificate file. */
    @Override
    public void close() {
        host.close();
        requestLog().ifPresent(RequestLog::close);
    }
}
