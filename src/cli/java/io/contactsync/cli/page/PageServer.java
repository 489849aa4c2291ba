package io.contactsync.cli.page;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;

/** The page on Camel's management server: no port of its own, and behind all that Camel serves there itself. */
public final class PageServer {

    private static final Logger LOG = LoggerFactory.getLogger(PageServer.class);

    private PageServer() {
    }

    /**
     * Serves the page from now on.
     *
     * @param port of the management server, which runs already
     */
    public static void begin(CamelContext camel, int port, Site site) {
        VertxPlatformHttpRouter router =
                VertxPlatformHttpRouter.lookup(camel, VertxPlatformHttpRouter.getRouterNameFromPort(port));
        router.route().last().blockingHandler(request -> answer(request, site), false)
                .failureHandler(PageServer::failed);
    }

    /** One line at most, and no stack: whoever sends such requests must not fill the log. */
    private static void failed(RoutingContext request) {
        int status = request.statusCode() < 0 ? PageResponse.FAILED : request.statusCode();
        if (status >= PageResponse.FAILED) {
            LOG.warn("the page of serve cannot be shown: {}",
                    request.failure() == null ? status : request.failure().getClass().getSimpleName());
        }
        if (!request.response().ended()) {
            request.response().setStatusCode(status).end();
        }
    }

    private static void answer(RoutingContext request, Site site) {
        PageResponse answer =
                site.answer(request.request().method().name(), request.request().path(), host(request.request()));
        HttpServerResponse response = request.response().setStatusCode(answer.status())
                .putHeader("Content-Type", answer.type())
                .putHeader("Content-Security-Policy", answer.policy()).putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer").putHeader("X-Frame-Options", "DENY")
                .putHeader("Cache-Control", "no-store")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (answer.status() == PageResponse.NOT_ALLOWED) {
            response.putHeader("Allow", "GET, HEAD");
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        if (request.request().method().equals(HttpMethod.HEAD)) {
            response.putHeader("Content-Length", Integer.toString(body.length)).end();
        } else {
            response.end(Buffer.buffer(body));
        }
    }

    /** HTTP/2 has a pseudo header instead. */
    private static String host(HttpServerRequest request) {
        String header = request.getHeader("Host");
        return header != null || request.authority() == null ? header : request.authority().toString();
    }
}
