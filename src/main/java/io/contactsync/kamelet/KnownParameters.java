package io.contactsync.kamelet;

import java.net.URISyntaxException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.kamelet.KameletEndpoint;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateParameterDefinition;
import org.apache.camel.util.StringHelper;
import org.apache.camel.util.URISupport;

/**
 * Refuses a parameter that a Kamelet does not have: Camel passes over it, and a misspelt one has no effect; and a route
 * of rows that is not there, of which Camel would speak when it is called.
 */
public final class KnownParameters {

    private static final String ROWS = "rows";

    private KnownParameters() {
    }

    /**
     * Looks at every route that begins with a Kamelet.
     *
     * @throws IllegalArgumentException in one sentence that names the route, the parameter and those that are allowed
     */
    public static void require(CamelContext context) {
        context.getRoutes().stream().filter(route -> route.getEndpoint() instanceof KameletEndpoint)
                .forEach(KnownParameters::require);
    }

    private static void require(Route route) {
        requireKnown(route);
        requireRows(route);
    }

    private static void requireRows(Route route) {
        Object rows = ((KameletEndpoint) route.getEndpoint()).getKameletProperties().get(ROWS);
        if (rows != null && route.getCamelContext().getRoutes().stream().noneMatch(
                other -> other.getEndpoint().getEndpointUri().replace("://", ":").equals(rows))) {
            throw new IllegalArgumentException("the route " + route.getRouteId() + " tells its Kamelet '" + ROWS
                    + "' an address that no route of its file begins with: give direct:NAME - was '" + rows + "'");
        }
    }

    private static void requireKnown(Route route) {
        ModelCamelContext context = (ModelCamelContext) route.getCamelContext();
        String kamelet = ((KameletEndpoint) route.getEndpoint()).getTemplateId();
        Set<String> known = context.getRouteTemplateDefinition(kamelet).getTemplateParameters().stream()
                .map(RouteTemplateParameterDefinition::getName).collect(Collectors.toCollection(TreeSet::new));
        told(context.getRouteDefinition(route.getRouteId())).stream().filter(name -> !known.contains(name)).findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException(
                            "the route " + route.getRouteId() + " tells its Kamelet '" + unknown + "', which " + kamelet
                                    + " does not know - allowed are " + String.join(", ", known));
        });
    }

    /** The names as the route has them; Camel adds some of its own later. */
    private static Set<String> told(RouteDefinition route) {
        String parameters = StringHelper.after(route.getInput().getEndpointUri(), "?", "");
        try {
            return URISupport.parseQuery(parameters).keySet();
        } catch (URISyntaxException unreadable) {
            throw new IllegalArgumentException(
                    "the route " + route.getRouteId() + " tells its Kamelet what cannot be read: " + parameters,
                    unreadable);
        }
    }
}
