package io.contactsync.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The property lists of the schemas, collected through {@code allOf}. The description allows additional properties
 * everywhere because of annotations; this is strict instead, at every depth.
 */
final class Properties {
    private final Map<String, Schema<?>> named = new LinkedHashMap<>();

    Properties(OpenAPI api) {
        api.getComponents().getSchemas().forEach((name, schema) -> named.put(name, schema));
    }

    /** Members of a body that its schema does not know; none if there is no schema to compare with. */
    List<String> unknown(JsonNode body, Schema<?> schema) {
        List<String> unknown = new ArrayList<>();
        if (body != null && schema != null) {
            look(body, schema, "", unknown);
        }
        return unknown;
    }

    /** Names of a list, as in {@code $select}, that the type does not know. */
    List<String> unknown(String type, String list) {
        Set<String> known = of(named.get(type)).keySet();
        return Stream.of(list.split(",")).filter(each -> !known.contains(each))
                .map(each -> "unknown property " + each + " of " + type).toList();
    }

    /** Names of properties whose text is limited by a pattern, a format or an enumeration. */
    Set<String> limited() {
        Set<String> limited = new TreeSet<>();
        named.values().forEach(each -> of(each).forEach((name, property) -> {
            Schema<?> one = target(property.getItems() == null ? property : property.getItems());
            if (one.getPattern() != null || one.getFormat() != null || one.getEnum() != null) {
                limited.add(name);
            }
        }));
        return limited;
    }

    private void look(JsonNode node, Schema<?> declared, String at, List<String> unknown) {
        if (node.isArray()) {
            node.forEach(each -> look(each, declared.getItems() == null ? declared : declared.getItems(), at + "[]",
                    unknown));
        } else if (node.isObject() && !Allowed.open(node.path("@odata.type").asText())) {
            Map<String, Schema<?>> properties = of(actual(node, declared));
            node.properties().stream().filter(each -> !Allowed.member(at, each.getKey())).forEach(each -> {
                Schema<?> property = properties.get(each.getKey());
                String name = at + "/" + each.getKey();
                if (property == null) {
                    unknown.add("unknown property " + name);
                } else {
                    look(each.getValue(), target(property), name, unknown);
                }
            });
        }
    }

    /** A value may say that it is of a type derived from the declared one. */
    private Schema<?> actual(JsonNode node, Schema<?> declared) {
        Schema<?> said = named.get(node.path("@odata.type").asText().replaceFirst("^#", ""));
        return said == null ? declared : said;
    }

    private Map<String, Schema<?>> of(Schema<?> schema) {
        Map<String, Schema<?>> properties = new LinkedHashMap<>();
        Schema<?> target = target(schema);
        if (target.getAllOf() != null) {
            target.getAllOf().forEach(each -> properties.putAll(of(each)));
        }
        if (target.getProperties() != null) {
            target.getProperties().forEach(properties::put);
        }
        return properties;
    }

    private Schema<?> target(Schema<?> schema) {
        String ref = schema.get$ref();
        return ref == null ? schema : target(named.get(ref.substring(ref.lastIndexOf('/') + 1)));
    }
}
