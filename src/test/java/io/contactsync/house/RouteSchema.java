package io.contactsync.house;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/** Camel's schema of canonical YAML, less what it is known to say wrongly. */
final class RouteSchema {

    private static final String CANONICAL = "/schema/camelYamlDsl-canonical.json";
    /** In 4.22.0 it demands all data formats at once under marshal and unmarshal. */
    private static final Pattern DATA_FORMAT = Pattern.compile(".*\\.(un)?marshal");
    private final JsonSchema schema = load();

    private static JsonSchema load() {
        try (InputStream json = RouteSchema.class.getResourceAsStream(CANONICAL)) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The violations of a file. Of a kamelet its template is looked at, as the route that it becomes. */
    List<String> violations(RouteFile file) {
        JsonNode routes = file.isKamelet() ? template(file) : file.yaml();
        return schema.validate(routes).stream().filter(message -> !isKnownError(message))
                .map(message -> file.name() + ": " + message.getMessage()).toList();
    }

    private static ArrayNode template(RouteFile file) {
        ArrayNode routes = JsonNodeFactory.instance.arrayNode();
        routes.addObject().putObject("route")
                .setAll((com.fasterxml.jackson.databind.node.ObjectNode) file.yaml().path("spec").path("template"));
        return routes;
    }

    private static boolean isKnownError(ValidationMessage message) {
        boolean dataFormat = "required".equals(message.getType())
                && DATA_FORMAT.matcher(message.getInstanceLocation().toString()).matches();
        JsonNode value = message.getInstanceNode();
        boolean placeholder =
                "type".equals(message.getType()) && value != null && value.asText().matches("\\{\\{[^}]+}}");
        return dataFormat || placeholder;
    }
}
