package io.contactsync.cli.app;

import io.contactsync.notify.Notices;
import org.apache.camel.Route;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether what the configuration names is there as a route.
 *
 * @param app the routes, with the configuration that they were started with
 */
public record NamedRoutes(App app) {

    private static final String TARGETS = "contact-sync-list-targets-";

    /** What is named and is no route, a sentence each. */
    public List<String> mistakes() {
        List<String> mistakes = new ArrayList<>();
        targets(mistakes);
        missing(app.settings().sources(), source -> "contact-sync-source-" + source).forEach(source ->
                mistakes.add("sync.sources names '" + source
                        + "', but no file in routes/sources has the route contact-sync-source-" + source));
        List<String> channels = app.bean("contact-sync-notices", Notices.class).channels();
        missing(channels, channel -> "contact-sync-notify-" + channel).forEach(channel ->
                mistakes.add("notify.channels names '" + channel
                        + "', but no file in routes/notify has the route contact-sync-notify-" + channel));
        endpoint(mistakes);
        return mistakes;
    }

    private List<String> missing(List<String> names, Function<String, String> route) {
        return names.stream().filter(name -> app.context().getRoute(route.apply(name)) == null).toList();
    }

    private void targets(List<String> mistakes) {
        String rule = app.configuration().get("targets.from");
        if (app.context().getRoute(TARGETS + rule) == null) {
            String known = app.context().getRoutes().stream().map(Route::getRouteId)
                    .filter(id -> id.startsWith(TARGETS)).map(id -> id.substring(TARGETS.length())).sorted()
                    .collect(Collectors.joining(", "));
            mistakes.add("targets.from must be one of " + known + " - was '" + rule + "'");
        }
    }

    private void endpoint(List<String> mistakes) {
        String endpoint = app.configuration().get("sync.mailbox-endpoint");
        String called = endpoint.replaceFirst("^direct:(//)?", "direct://").replaceFirst("\\?.*", "");
        if (endpoint.startsWith("direct:") && app.context().getRoutes().stream()
                .noneMatch(route -> route.getEndpoint().getEndpointUri().equals(called))) {
            mistakes.add("sync.mailbox-endpoint must lead to the route contact-sync-sync-mailbox, as "
                    + "direct:contact-sync-sync-mailbox does, but no route begins with it - was '" + endpoint + "'");
        }
    }
}
