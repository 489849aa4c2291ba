package io.contactsync;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rules of a file of routes; each method names the violations, none if all is well. */
final class RouteRules {

    static final int MAX_LINES = 120;
    private static final Set<String> WITHOUT_ROUTES = Set.of("beans", "errors");
    private static final String SOURCE = "source-";
    private static final String DIRECT = "direct:";

    private RouteRules() {
    }

    /** The file is named after its first route. */
    static List<String> name(RouteFile file) {
        if (WITHOUT_ROUTES.contains(file.baseName())) {
            return file.routes().isEmpty() ? List.of() : List.of(file.name() + " holds a route");
        }
        String first = file.routes().isEmpty() ? "no route at all" : file.routes().get(0).path("id").asText();
        return file.baseName().equals(first) ? List.of() : List.of(file.name() + " begins with '" + first + "'");
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

    /** Only rooms that may ask Graph do, no file is longer than a screen or two, and there is no script in it. */
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
