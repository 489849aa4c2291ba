package io.contactsync.sandbox.service;

import io.contactsync.sandbox.faults.Effect;
import io.contactsync.sandbox.faults.Faults;
import io.contactsync.sandbox.identity.AppRegistration;
import io.contactsync.sandbox.identity.BasicCredentials;
import io.contactsync.sandbox.identity.Cloud;
import io.contactsync.sandbox.identity.MetadataEndpoint;
import io.contactsync.sandbox.identity.TokenEndpoint;
import io.contactsync.sandbox.identity.Tokens;
import io.contactsync.sandbox.protocol.ErrorResponses;
import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * HTTP in and out: turns what arrives into requests to the service, checks the token, adds the headers every answer of
 * Graph has.
 *
 * @see <a href="https://learn.microsoft.com/graph/best-practices-concept">best practices, request ids</a>
 */
public final class SandboxServer {
    private static final String VERSION = "/v1.0";
    /** Requests beyond this size get 413 (Learn: Microsoft Graph error responses). */
    private static final int LARGEST_BODY = 4 * 1024 * 1024;
    private static final String DIAGNOSTIC =
            "{\"ServerInfo\":{\"DataCenter\":\"Sandbox\",\"Slice\":\"E\",\"Ring\":\"5\",\"ScaleUnit\":\"001\","
                    + "\"RoleInstance\":\"SANDBOX_1\"}}";
    private final Dispatcher dispatcher;
    private final BatchHandler batches;
    private final ExchangeWatch watch;
    private final Faults faults;
    private final Tokens tokens;
    private final TokenEndpoint tokenEndpoint;
    private final MetadataEndpoint metadata;
    private final AppRegistration app;
    private final Cloud cloud;
    private final LongSupplier seconds;
    private final SplittableRandom ids = new SplittableRandom();

    /** @param seconds the clock, in seconds since 1970 */
    public SandboxServer(Dispatcher dispatcher, BatchHandler batches, ExchangeWatch watch, Faults faults, Tokens tokens,
            TokenEndpoint tokenEndpoint, AppRegistration app, Cloud cloud, LongSupplier seconds) {
        this.dispatcher = dispatcher;
        this.batches = batches;
        this.watch = watch;
        this.faults = faults;
        this.tokens = tokens;
        this.tokenEndpoint = tokenEndpoint;
        this.metadata = new MetadataEndpoint(app, tokens, cloud, seconds);
        this.app = app;
        this.cloud = cloud;
        this.seconds = seconds;
    }

    public void graph(HttpServerRequest http) {
        http.body().onSuccess(body -> {
            Arrival arrival =
                    watch.on() ? watch.arrival(http.method().name(), target(http.uri()), headers(http), body.getBytes())
                            : null;
            Consumer<ServiceResponse> done = watch.over(arrival, response -> answer(http, response));
            try {
                route(http, body, arrival, done);
            } catch (GraphRefusal e) {
                done.accept(ErrorResponses.response(e));
            } catch (RuntimeException e) {
                done.accept(ErrorResponses.defect(e));
            }
        });
    }

    public void authority(HttpServerRequest http) {
        tokens(http, this::issued);
    }

    /** What a machine in Azure has beside it. */
    public void metadata(HttpServerRequest http) {
        tokens(http, request -> metadata.handle(request.method(), request.target(), headers(http)));
    }

    private void tokens(HttpServerRequest http, Function<ServiceRequest, ServiceResponse> issuer) {
        String called = called(http);
        http.body().onSuccess(body -> {
            try {
                token(http, body, called, issuer);
            } catch (GraphRefusal unreadableAddress) {
                Wire.send(http, ServiceResponse.of(400, Map.of(), null));
            }
        });
    }

    /** Microsoft's library puts two slashes before the path of a metadata service that the environment names. */
    private void token(HttpServerRequest http, Buffer body, String called,
            Function<ServiceRequest, ServiceResponse> issuer) {
        ServiceRequest request = new ServiceRequest(http.method().name(), http.uri().replaceFirst("^//", "/"),
                headers(http), body.getBytes(), false, new ServiceRequest.Caller(called, Set.of()));
        Effect fault = faults.takeToken(request);
        if (fault == null) {
            Wire.send(http, issuer.apply(request));
        } else {
            dispatcher.injury().carry(fault, request,
                    (sent, more, done) -> dispatcher.injury().after(more, () -> done.accept(issuer.apply(sent))),
                    issuer::apply, response -> Wire.send(http, response));
        }
    }

    private ServiceResponse issued(ServiceRequest request) {
        String form = BasicCredentials.added(request.body(), request.header("authorization"));
        return tokenEndpoint.handle(request.method(), request.target(), form, request.base());
    }

    private void route(HttpServerRequest http, Buffer body, Arrival arrival, Consumer<ServiceResponse> done) {
        String uri = http.uri();
        if (target(uri).equals(uri)) {
            throw GraphRefusal.badRequest("Invalid version: " + uri.replaceFirst("^/", "").split("[/?]", 2)[0]);
        }
        if (body.length() > LARGEST_BODY) {
            throw new GraphRefusal(413, "RequestEntityTooLarge", "The request is larger than 4 MB.");
        }
        Tokens.Grant grant = tokens.check(http.getHeader("Authorization"));
        String base = cloud.graphAddress(http.scheme(), called(http)) + VERSION;
        ServiceRequest request =
                new ServiceRequest(http.method().name(), target(uri), headers(http), body.getBytes(), false,
                new ServiceRequest.Caller(base, grant.roles(), app.exchange()));
        if (request.isBatch()) {
            batch(request, arrival, done);
        } else {
            dispatcher.dispatch(request, done);
        }
    }

    private void batch(ServiceRequest request, Arrival arrival, Consumer<ServiceResponse> done) {
        if (!request.method().equals("POST")) {
            throw GraphRefusal.methodNotAllowed();
        }
        Effect fault = faults.take(request);
        if (fault == null) {
            batches.handle(request, arrival, Integer.MAX_VALUE, done);
        } else {
            dispatcher.injury().carry(fault, request, (sent, more, carried) ->
                dispatcher.injury().after(more, () -> batches.handle(sent, arrival, fault.first(), carried)),
                sent -> batches.handle(sent, null, fault.first(), unheard -> { }), done);
        }
    }

    /** What follows the version; the whole, if it does not begin with one. */
    private static String target(String uri) {
        int end = VERSION.length();
        boolean ours =
                uri.startsWith(VERSION) && (uri.length() == end || uri.charAt(end) == '/' || uri.charAt(end) == '?');
        return ours ? uri.substring(end) : uri;
    }

    /** Host and port the caller used; HTTP/1.0 may leave them out. */
    private static String called(HttpServerRequest http) {
        return http.authority() == null ? http.localAddress().toString() : http.authority().toString();
    }

    private static Map<String, String> headers(HttpServerRequest http) {
        Map<String, String> headers = new HashMap<>();
        http.headers()
                .forEach((name, value) -> headers.merge(name.toLowerCase(Locale.ROOT), value, (a, b) -> a + ", " + b));
        return headers;
    }

    private void answer(HttpServerRequest http, ServiceResponse response) {
        String id = new UUID(ids.nextLong(), ids.nextLong()).toString();
        String clientId = http.getHeader("client-request-id");
        HttpServerResponse out = http.response();
        out.putHeader("request-id", id).putHeader("client-request-id", clientId == null ? id : clientId);
        out.putHeader("x-ms-ags-diagnostic", DIAGNOSTIC).putHeader("Cache-Control", "private")
                .putHeader("OData-Version", "4.0");
        out.putHeader("Strict-Transport-Security", "max-age=31536000");
        out.putHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME
                .format(Instant.ofEpochSecond(seconds.getAsLong()).atOffset(ZoneOffset.UTC)));
        if (response.status() == 401) {
            out.putHeader("WWW-Authenticate",
                    "Bearer realm=\"\", authorization_uri=\"https://" + cloud.published().authority()
                            + "/common/oauth2/authorize\","
                            + " client_id=\"00000003-0000-0000-c000-000000000000\"");
        }
        Wire.send(http, ErrorResponses.identified(response, id, clientId == null ? id : clientId));
    }
}
