package io.contactsync;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of a kamelet; each method names the violations, none if all is well. */
final class KameletRules {

    /** What runs may be this long; what is said about it beside counts for itself. */
    static final int MAX_TEMPLATE_LINES = 90;
    private static final Pattern PARAMETER = Pattern.compile("\\{\\{\\??(?!(?:bean|env|sys):)([a-zA-Z]+)(?::[^}]*)?}}");

    private KameletRules() {
    }

    /** It is named after its file and says what it does. */
    static List<String> head(RouteFile file) {
        List<String> wrong = new ArrayList<>();
        JsonNode definition = file.yaml().path("spec").path("definition");
        require(wrong, file, "Kamelet".equals(file.yaml().path("kind").asText()), "is no Kamelet");
        require(wrong, file, file.baseName().equals(file.yaml().path("metadata").path("name").asText()), "has another metadata.name");
        require(wrong, file, !definition.path("title").asText().isEmpty(), "has no title");
        require(wrong, file, isSentence(definition.path("description")), "has no sentence as description");
        int template = file.lines() - file.text().substring(0, Math.max(0, file.text().indexOf("\n  template:"))).split("\n").length;
        require(wrong, file, template <= MAX_TEMPLATE_LINES, "has a template of " + template + " lines, more than " + MAX_TEMPLATE_LINES);
        return wrong;
    }

    /** Every property says what it is, every one declared is used, every one used is declared, and what is not required has a default. */
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
            require(wrong, file, isSentence(property.getValue().path("description")), what + "has no sentence as description");
            require(wrong, file, property.getValue().has("type"), what + "has no type");
            require(wrong, file, required.contains(property.getKey()) != property.getValue().has("default"), what + "must be required or have a default, not both");
        }
        Set<String> used = used(file);
        declared.stream().filter(name -> !used.contains(name)).forEach(name -> wrong.add(file.name() + ": property '" + name + "' is not used"));
        used.stream().filter(name -> !declared.contains(name)).forEach(name -> wrong.add(file.name() + ": property '" + name + "' is not declared"));
        required.stream().filter(name -> !declared.contains(name)).forEach(name -> wrong.add(file.name() + ": '" + name + "' is required but not declared"));
        return wrong;
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
