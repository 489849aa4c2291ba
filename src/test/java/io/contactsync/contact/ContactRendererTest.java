package io.contactsync.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.core.Contact;
import io.contactsync.core.ContactField;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;

class ContactRendererTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ContactRenderer RENDERER = new ContactRenderer("Company", "main");
    private static final ContactKey KEY = new ContactKey("staff", "7");
    private static final Value ANNA = new Value.Text("Anna \"Ä\" 😀");

    private static RenderedContact render(Map<ContactField, Value> fields) {
        return RENDERER.render(new Contact(KEY, fields));
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static Value full(ContactField field) {
        return switch (field.kind()) {
            case TEXT, NOTES, PHONE -> new Value.Text("x");
            case TEXTS, PHONES -> new Value.Texts(List.of("x", "y"));
        case EMAILS ->
            new Value.Emails(List.of(new Value.Email("A", "a@x.example"), new Value.Email("", "b@x.example")));
            case ADDRESS -> new Value.Address("s", "c", "t", "r", "p");
            case DAY -> new Value.Day(LocalDate.of(1987, 12, 31));
        };
    }

    private static Value empty(ContactField field) {
        return switch (field.kind()) {
            case TEXT, NOTES, PHONE -> new Value.Text("");
            case TEXTS, PHONES -> new Value.Texts(List.of());
            case EMAILS -> new Value.Emails(List.of());
            case ADDRESS -> new Value.Address("", "", "", "", "");
            case DAY -> new Value.Day(null);
        };
    }

    @Test
    void putsBothMarksIntoTheCreateItself() {
        RenderedContact rendered = render(Map.of(ContactField.DISPLAY_NAME, ANNA));
        JsonNode create = json(rendered.create());
        assertThat(create.path("displayName").asText()).isEqualTo("Anna \"Ä\" 😀");
        assertThat(create.path("categories")).containsExactly(JSON.getNodeFactory().textNode("Company"));
        assertThat(create.at("/singleValueExtendedProperties/0/id").asText()).isEqualTo(HiddenProperties.KEY);
        assertThat(create.at("/singleValueExtendedProperties/0/value").asText()).isEqualTo("v1|main|staff|7");
        assertThat(create.at("/singleValueExtendedProperties/1/id").asText()).isEqualTo(HiddenProperties.HASH);
        assertThat(create.at("/singleValueExtendedProperties/1/value").asText()).isEqualTo(rendered.hash());
    }

    @Test
    void leavesCategoriesToTheirOwnerInAnUpdate() {
        JsonNode update = json(render(Map.of(ContactField.DISPLAY_NAME, ANNA)).update());
        assertThat(update.fieldNames()).toIterable().containsExactly("displayName", "singleValueExtendedProperties");
    }

    @ParameterizedTest
    @EnumSource(ContactField.class)
    void clearsAManagedFieldThatWasEmptied(ContactField field) {
        RenderedContact rendered = render(Map.of(field, empty(field)));
        assertThat(json(rendered.create()).has(field.property())).isFalse();
        JsonNode update = json(rendered.update()).get(field.property());
        assertThat(update).isNotNull();
        assertThat(update.isNull() || update.isArray() && update.isEmpty()
                || update.isObject() && update.properties().stream().allMatch(part -> part.getValue().isNull()))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(ContactField.class)
    void usesOnlyPropertiesThatGraphHas(ContactField field) throws Exception {
        Map<String, Element> types = schema();
        for (Value value : List.of(full(field), empty(field))) {
            RenderedContact rendered = render(Map.of(field, value));
            for (byte[] body : List.of(rendered.create(), rendered.update())) {
                check(types, "contact", json(body));
            }
        }
    }

    private static void check(Map<String, Element> types, String type, JsonNode object) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String of = typeOf(types, type, member.getKey());
            assertThat(of).as("%s.%s", type, member.getKey()).isNotEmpty();
            assertThat(member.getValue().isArray()).as("%s.%s is a list", type, member.getKey())
                    .isEqualTo(of.startsWith("Collection("));
            String inner = of.replaceAll("Collection\\(|\\)|graph\\.", "");
            for (JsonNode item : member.getValue().isArray() ? member.getValue() : List.of(member.getValue())) {
                if (item.isObject()) {
                    check(types, inner, item);
                }
            }
        }
    }

    private static String typeOf(Map<String, Element> types, String type, String property) {
        for (Element at = types.get(type); at != null; at =
                types.get(at.getAttribute("BaseType").replace("graph.", ""))) {
            for (String kind : List.of("Property", "NavigationProperty")) {
                NodeList found = at.getElementsByTagName(kind);
                for (int place = 0; place < found.getLength(); place++) {
                    if (((Element) found.item(place)).getAttribute("Name").equals(property)) {
                        return ((Element) found.item(place)).getAttribute("Type");
                    }
                }
            }
        }
        return "";
    }

    private static Map<String, Element> schema() throws Exception {
        Map<String, Element> types = new LinkedHashMap<>();
        try (InputStream file = ContactRendererTest.class.getResourceAsStream("/graph/contact-csdl.xml")) {
            Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file).getDocumentElement();
            for (String kind : List.of("EntityType", "ComplexType")) {
                NodeList found = root.getElementsByTagName(kind);
                for (int place = 0; place < found.getLength(); place++) {
                    types.put(((Element) found.item(place)).getAttribute("Name"), (Element) found.item(place));
                }
            }
        }
        return types;
    }

    @Test
    void hashesTheContentWhateverItsOrder() {
        Map<ContactField, Value> one = new LinkedHashMap<>();
        one.put(ContactField.DISPLAY_NAME, ANNA);
        one.put(ContactField.JOB_TITLE, new Value.Text("CEO"));
        Map<ContactField, Value> other = new LinkedHashMap<>();
        other.put(ContactField.JOB_TITLE, new Value.Text("CEO"));
        other.put(ContactField.DISPLAY_NAME, ANNA);
        assertThat(render(one).hash()).isEqualTo(render(other).hash()).hasSize(22);
        assertThat(render(one).create()).isEqualTo(render(other).create());
    }

    /**
     * If this changes, every contact of every mailbox is written anew: raise the renderer's format on purpose, never by
     * accident.
     */
    @Test
    void hashesAsItAlwaysDid() {
        assertThat(render(Map.of(ContactField.DISPLAY_NAME, new Value.Text("Anna Berg"), ContactField.BIRTHDAY,
                full(ContactField.BIRTHDAY))).hash()).isEqualTo("ledZdPeY11rGxdgpMlE-0Q");
    }

    @ParameterizedTest
    @EnumSource(ContactField.class)
    void hashesEveryField(ContactField field) {
        assertThat(render(Map.of(field, full(field))).hash()).isNotEqualTo(render(Map.of(field, empty(field))).hash());
    }

    @Test
    void hashesContentNotKeys() {
        RenderedContact other =
                RENDERER.render(new Contact(new ContactKey("staff", "8"), Map.of(ContactField.DISPLAY_NAME, ANNA)));
        assertThat(other.hash()).isEqualTo(render(Map.of(ContactField.DISPLAY_NAME, ANNA)).hash());
    }
}
