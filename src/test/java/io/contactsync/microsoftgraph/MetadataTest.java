package io.contactsync.microsoftgraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.junit.jupiter.api.Test;

/** The committed metadata is what the annotations say; if not: mvn -Pgenerate-component process-classes. */
class MetadataTest {

    private static final String FILE = "/META-INF/io/contactsync/microsoftgraph/microsoft-graph.json";

    private final JsonNode metadata = read();

    private static JsonNode read() {
        try (InputStream in = MetadataTest.class.getResourceAsStream(FILE)) {
            return GraphJson.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void describesEveryOptionOfTheComponent() {
        Map<String, String> declared = declared(MicrosoftGraphComponent.class, Metadata.class);
        assertThat(committed("componentProperties", "autowiredEnabled", "lazyStartProducer")).isEqualTo(declared)
                .hasSizeGreaterThan(20);
    }

    @Test
    void describesEveryOptionOfTheEndpoint() {
        Map<String, String> declared = declared(MicrosoftGraphEndpoint.class, UriParam.class);
        declared.putAll(declared(MicrosoftGraphEndpoint.class, UriPath.class));
        assertThat(committed("properties", "lazyStartProducer")).isEqualTo(declared).hasSizeGreaterThan(14);
    }

    @Test
    void describesEveryHeader() {
        assertThat(metadata.at("/headers").size()).isEqualTo(MicrosoftGraphConstants.class.getFields().length);
        assertThat(metadata.at("/headers").fieldNames()).toIterable().contains(MicrosoftGraphConstants.STATUS,
                MicrosoftGraphConstants.LINK);
    }

    @Test
    void namesEveryOptionInTheDocumentation() throws IOException {
        String page = Files.readString(Path.of("src/main/docs/microsoft-graph-component.adoc"));
        var missing = new ArrayList<String>();
        for (String section : new String[] {"componentProperties", "properties"}) {
            metadata.at("/" + section).fieldNames().forEachRemaining(name -> {
                if (!page.contains("`" + name + "`") && !name.equals("lazyStartProducer")
                        && !name.equals("autowiredEnabled")) {
                    missing.add(name);
                }
            });
        }
        assertThat(missing).isEmpty();
    }

    private Map<String, String> committed(String section, String... inherited) {
        Map<String, String> options = new TreeMap<>();
        metadata.at("/" + section).fields()
                .forEachRemaining(e -> options.put(e.getKey(), facts(e.getValue().path("javaType").asText(),
                        e.getValue().path("description").asText(), e.getValue().path("defaultValue").asText(),
                        e.getValue().path("secret").asBoolean(),
                e.getValue().path("label").asText())));
        for (String name : inherited) {
            options.remove(name);
        }
        return options;
    }

    private static Map<String, String> declared(Class<?> type,
            Class<? extends java.lang.annotation.Annotation> annotation) {
        Map<String, String> options = new TreeMap<>();
        JavaClass imported = new ClassFileImporter().importPackagesOf(type).get(type);
        for (JavaField field : imported.getAllFields()) {
            if (field.getOwner().getPackageName().equals(type.getPackageName())) {
                field.tryGetAnnotationOfType(annotation.getName())
                        .ifPresent(a -> options.put(field.getName(), facts(field, a)));
            }
        }
        return options;
    }

    private static String facts(JavaField field, JavaAnnotation<?> annotation) {
        boolean flag = field.getRawType().isEquivalentTo(boolean.class);
        String defaultValue = text(annotation, "defaultValue");
        return facts(field.getRawType().getName(), text(annotation, "description"),
                flag && defaultValue.isEmpty() ? "false" : defaultValue,
                annotation.get("secret").map(Boolean.TRUE::equals).orElse(false), text(annotation, "label"));
    }

    private static String text(JavaAnnotation<?> annotation, String name) {
        return annotation.get(name).map(Object::toString).orElse("");
    }

    private static String facts(String type, String description, String defaultValue, boolean secret, String label) {
        String raw = type.replaceAll("<.*>", "");
        return raw + " | " + description.replaceAll("[@$]", "") + " | " + defaultValue + " | " + secret + " | " + label;
    }
}
