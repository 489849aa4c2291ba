package io.contactsync.house;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The rules of a file of routes; each method names the violations, none if all is well. */
final class RouteRules {

    static final int MAX_LINES = 120;
    static final int MAX_STEPS = 20;
    static final int MAX_DEPTH = 3;
    private static final Set<String> GRAPH_ROOMS = Set.of("graph", "kamelets");
    private static final String STEPS = "steps";
    private static final Set<String> WITHOUT_ROUTES = Set.of("beans", "errors");
    private static final String OURS = "contact-sync-";
    private static final String SOURCE = OURS + "source-";
    private static final String DIRECT = "direct:";

    private RouteRules() {
    }

    /** The file is named after its first route, and a host can tell all routes from its own. */
    static List<String> name(RouteFile file) {
        if (WITHOUT_ROUTES.contains(file.baseName())) {
            return file.routes().isEmpty() ? List.of() : List.of(file.name() + " holds a route");
        }
        String first = file.routes().isEmpty() ? "no route at all" : file.routes().get(0).path("id").asText();
        List<String> wrong = new ArrayList<>(file.routes().stream().map(route -> route.path("id").asText())
                .filter(id -> !id.startsWith(OURS)).map(id -> file.name() + ": '" + id + "' lacks " + OURS).toList());
        if (!first.equals(OURS + file.baseName())) {
            wrong.add(file.name() + " begins with '" + first + "'");
        }
        return wrong;
    }

    /** Nor is a bean of ours taken for a host's. */
    static List<String> beans(RouteFile file) {
        return file.yaml().findValues("beans").stream().flatMap(beans -> beans.findValuesAsText("name").stream())
                .filter(name -> !name.startsWith(OURS) && !name.equals("microsoft-graph"))
                .map(name -> file.name() + ": the bean '" + name + "' lacks " + OURS).toList();
    }

    /**
     * Every route has a kebab-case id, a sentence as description, and directly above it a comment that begins with In:
     * and goes on with Out:.
     */
    static List<String> description(RouteFile file) {
        List<String> wrong = new ArrayList<>();
        for (JsonNode route : file.routes()) {
            String id = route.path("id").asText();
            if (!id.matches("[a-z]+(-[a-z]+)*")) {
                wrong.add(file.name() + ": the id '" + id + "' is not kebab-case");
            }
            if (!route.path("description").asText().matches("[A-Z][^\\n]*[^.]\\.")) {
                wrong.add(file.name() + ": the description of '" + id + "' is not a sentence");
            }
        }
        List<String> lines = file.text().lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).equals("- route:")
                    && (line == 0 || !lines.get(line - 1).matches("# In: .+\\. Out: .+"))) {
                wrong.add(file.name() + ", line " + (line + 1) + ": no comment '# In: ... Out: ...' above the route");
            }
        }
        return wrong;
    }

    /** A route is called by its id; a source's kamelet is told the source's name. */
    static List<String> address(RouteFile file) {
        List<String> wrong = new ArrayList<>();
        for (JsonNode route : file.routes()) {
            String id = route.path("id").asText();
            String uri = route.path("from").path("uri").asText();
            if (uri.startsWith(DIRECT) && !uri.equals(DIRECT + id)) {
                wrong.add(file.name() + ": the route '" + id + "' is called as '" + uri + "'");
            }
            String source = route.path("from").path("parameters").path("source").asText();
            if (uri.startsWith("kamelet:") && !id.equals(SOURCE + source)) {
                wrong.add(file.name() + ": the route '" + id + "' tells its kamelet the source '" + source + "'");
            }
        }
        return wrong;
    }

    /** A route names our error policy: nobody else's counts for it. */
    static List<String> policy(RouteFile file) {
        return file.routes().stream()
                .filter(route -> !route.path("routeConfigurationId").asText().equals("contact-sync"))
                .map(route -> file.name() + ": '" + route.path("id").asText() + "' names no routeConfigurationId: "
                        + "contact-sync").toList();
    }

    /** A step that leaves the process has an id, so that it can be named. */
    static List<String> exits(RouteFile file) {
        List<String> wrong = new ArrayList<>();
        for (JsonNode route : file.routes()) {
            for (JsonNode to : route.findValues("to")) {
                if (to.path("uri").asText().startsWith("microsoft-graph:")
                        && !to.path("id").asText().startsWith("to-graph-")) {
                    wrong.add(file.name() + ": a step to Graph in '" + route.path("id").asText()
                            + "' has no id to-graph-...");
                }
            }
        }
        return wrong;
    }

    /** Only routes/graph and the kamelets call Graph. */
    static List<String> asking(RouteFile file) {
        return file.yaml().findValuesAsText("uri").stream()
                .filter(uri -> uri.startsWith("microsoft-graph:") && !GRAPH_ROOMS.contains(file.room()))
                .map(uri -> file.path() + " calls " + uri + ": only routes/graph and routes/kamelets may").toList();
    }

    /** Steps stand in one another so deep, and a route has so many, that it can be told in a breath. */
    static List<String> breath(RouteFile file) {
        List<String> wrong = new ArrayList<>();
        for (JsonNode flow : file.flows()) {
            JsonNode own = flow.path("from").path("steps");
            String place = file.path() + ":" + line(file, flow) + ": '" + flow.path("id").asText(file.baseName());
            if (depth(own) > MAX_DEPTH) {
                wrong.add(place + "' has steps in steps " + depth(own) + " deep, more than " + MAX_DEPTH);
            }
            int steps = steps(flow).size();
            if (steps > MAX_STEPS) {
                wrong.add(place + "' has " + steps + " steps, more than " + MAX_STEPS);
            }
        }
        return wrong;
    }

    private static int line(RouteFile file, JsonNode flow) {
        String begin = flow.has("id") ? "    id: " + flow.path("id").asText() : "  template:";
        return file.text().lines().toList().indexOf(begin) + 1;
    }

    /** How many lists of steps stand in one another below this one. */
    private static int depth(JsonNode node) {
        int deepest = 0;
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            deepest = Math.max(deepest, depth(field.getValue()) + (field.getKey().equals(STEPS) ? 1 : 0));
        }
        for (JsonNode item : node.isArray() ? node : List.<JsonNode>of()) {
            deepest = Math.max(deepest, depth(item));
        }
        return deepest;
    }

    /** What each step is called, also of those in others. */
    static List<String> steps(JsonNode flow) {
        return flow.findValues(STEPS).stream().flatMap(list -> StreamSupport.stream(list.spliterator(), false))
                .flatMap(step -> Stream.concat(step.properties().stream().map(Map.Entry::getKey),
                        steps(step).stream())).toList(); // findValues does not look into what it has found
    }

    /** How many of a hundred steps do no more than call a bean or set something aside. */
    static int handles(List<RouteFile> files) {
        List<String> steps = files.stream().flatMap(file -> file.flows().stream()).flatMap(flow -> steps(flow).stream())
                .toList();
        long handles = steps.stream().filter(step -> step.matches("bean|transform|script|(set|remove)[A-Z].*")).count();
        return (int) (100 * handles / Math.max(1, steps.size()));
    }

    /** No file is longer than a screen or two, and there is no script in it. */
    static List<String> form(RouteFile file) {
        List<String> wrong = new ArrayList<>();
        if (!file.isKamelet() && file.lines() > MAX_LINES) {
            wrong.add(file.name() + " has " + file.lines() + " lines, more than " + MAX_LINES);
        }
        if (file.text().toLowerCase(java.util.Locale.ROOT)
                .matches("(?s).*\\b(groovy|joor|mvel|ognl|javascript)\\b.*")) {
            wrong.add(file.name() + " holds a script");
        }
        if (file.text().contains("\t") || file.text().lines().anyMatch(line -> line.endsWith(" "))) {
            wrong.add(file.name() + " holds a tab or trailing blanks");
        }
        return wrong;
    }
}
