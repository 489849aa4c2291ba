package io.contactsync.house;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of a kamelet; each method names the violations, none if all is well. */
final class KameletRules {

    /** What runs may be this long; what is said about it beside counts for itself. */
    static final int MAX_TEMPLATE_LINES = 100;
    private static final Pattern PARAMETER = Pattern.compile("\\{\\{\\??(?!(?:bean|env|sys):)([a-zA-Z]+)(?::[^}]*)?}}");

    private KameletRules() {
    }

    /** It is named after its file and says what it does. */
    static List<String> head(RouteFile file) {
        List<String> wrong = new ArrayList<>();
        JsonNode definition = file.yaml().path("spec").path("definition");
        require(wrong, file, "Kamelet".equals(file.yaml().path("kind").asText()), "is no Kamelet");
        require(wrong, file, file.baseName().equals(file.yaml().path("metadata").path("name").asText()),
                "has another metadata.name");
        require(wrong, file, !definition.path("title").asText().isEmpty(), "has no title");
        require(wrong, file, isSentence(definition.path("description")), "has no sentence as description");
        int template = file.lines()
                - file.text().substring(0, Math.max(0, file.text().indexOf("\n  template:"))).split("\n").length;
        require(wrong, file, template <= MAX_TEMPLATE_LINES,
                "has a template of " + template + " lines, more than " + MAX_TEMPLATE_LINES);
        return wrong;
    }

    /**
     * Every property says what it is, every one declared is used, every one used is declared, and what is not required
     * has a default.
     */
    static List<String> properties(RouteFile file) {
        List<String> wrong = new ArrayList<>();
        JsonNode definition = file.yaml().path("spec").path("definition");
        Set<String> required = new TreeSet<>();
        definition.path("required").forEach(name -> required.add(name.asText()));
        Set<String> declared = new TreeSet<>();
        for (Map.Entry<String, JsonNode> property : definition.path("properties").properties()) {
            declared.add(property.getKey());
            String what = "property '" + property.getKey() + "' ";
            require(wrong, file, !property.getValue().path("title").asText().isEmpty(), what + "has no title");
            require(wrong, file, isSentence(property.getValue().path("description")),
                    what + "has no sentence as description");
            require(wrong, file, property.getValue().has("type"), what + "has no type");
            require(wrong, file, required.contains(property.getKey()) != property.getValue().has("default"),
                    what + "must be required or have a default, not both");
        }
        Set<String> used = used(file);
        declared.stream().filter(name -> !used.contains(name))
                .forEach(name -> wrong.add(file.name() + ": property '" + name + "' is not used"));
        used.stream().filter(name -> !declared.contains(name))
                .forEach(name -> wrong.add(file.name() + ": property '" + name + "' is not declared"));
        required.stream().filter(name -> !declared.contains(name))
                .forEach(name -> wrong.add(file.name() + ": '" + name + "' is required but not declared"));
        return wrong;
    }

    /**
     * No parameter's value becomes part of an address or of a text that is parsed: it would be cut or read as something
     * else. A step hands it over as a constant or as RAW(...); only the name of the source, which is an id, is part of
     * the address that is called.
     */
    static List<String> values(RouteFile file) {
        List<String> wrong = new ArrayList<>();
        JsonNode template = file.yaml().path("spec").path("template");
        boolean named = template.path("from").path("uri").asText().equals("direct:contact-sync-source-{{source}}");
        visit(template, "", (name, text) -> {
            boolean literal =
                    name.equals("constant.expression") || text.matches("RAW\\(.*\\)") && name.startsWith("parameters.");
            boolean called = named && name.equals("from.uri");
            require(wrong, file, literal || called || !PARAMETER.matcher(text).find(),
                    "'" + text + "' holds a parameter's value");
        });
        return wrong;
    }

    /** Every text, with the names of the field it stands in and of the one around. */
    private static void visit(JsonNode node, String around, BiConsumer<String, String> each) {
        node.properties().forEach(entry -> {
            if (entry.getValue().isTextual()) {
                each.accept(around + "." + entry.getKey(), entry.getValue().asText());
            }
            visit(entry.getValue(), entry.getKey(), each);
        });
        if (node.isArray()) {
            node.forEach(item -> visit(item, around, each));
        }
    }

    private static Set<String> used(RouteFile file) {
        Set<String> used = new TreeSet<>();
        Matcher matcher = PARAMETER.matcher(file.yaml().path("spec").path("template").toString());
        while (matcher.find()) {
            used.add(matcher.group(1));
        }
        return used;
    }

    private static boolean isSentence(JsonNode text) {
        return text.asText().matches("(?s)\\S.*\\.");
    }

    private static void require(List<String> wrong, RouteFile file, boolean good, String otherwise) {
        if (!good) {
            wrong.add(file.name() + ": " + otherwise);
        }
    }
}
