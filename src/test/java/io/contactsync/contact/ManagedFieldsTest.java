package io.contactsync.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.core.Contact;
import io.contactsync.core.ContactField;
import io.contactsync.core.ContactImage;
import io.contactsync.core.FieldChange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What we wrote is what stands there, however Exchange shows it; what somebody changed is not. */
class ManagedFieldsTest {

    private static final int CASES = Integer.getInteger("properties.cases", 10_000);
    private static final Normaliser NORMALISER = new Normaliser("international");
    private static final ContactRenderer RENDERER = new ContactRenderer("Colleagues", "main");

    private static ObjectNode json(byte[] body) {
        return ManagedFields.parse(new String(body, StandardCharsets.UTF_8));
    }

    /** A contact as it may be answered after that create. */
    private static ObjectNode shown(RenderedContact written, Random random) {
        ObjectNode shown = json(written.create());
        for (ContactField field : ContactField.values()) {
            shown.set(field.property(), shown(field.kind(), shown.path(field.property()), random));
        }
        return shown.put("@odata.etag", "W/1").put("birthday@odata.type", "#DateTimeOffset");
    }

    private static JsonNode shown(ContactField.Kind kind, JsonNode value, Random random) {
        return switch (kind) {
            case TEXT, PHONE -> value.isMissingNode() ? none(random) : value;
            case NOTES -> value.isMissingNode() ? none(random)
                    : text(value.asText().replace("\n", random.nextBoolean() ? "\r\n" : "  \r\n") + " ");
            case DAY -> value.isMissingNode() ? json().nullNode() : text(value.asText().replace("11:59", "00:00"));
            case TEXTS, PHONES -> value.isMissingNode() ? json().arrayNode() : value;
            case EMAILS -> mails(value, random);
            case ADDRESS -> address(value);
        };
    }

    private static ObjectNode json() {
        return ManagedFields.parse("{}");
    }

    private static JsonNode text(String text) {
        return json().textNode(text);
    }

    private static JsonNode none(Random random) {
        return random.nextBoolean() ? json().nullNode() : text("");
    }

    /** Where no name was written there may be one. */
    private static ArrayNode mails(JsonNode written, Random random) {
        ArrayNode mails = json().arrayNode();
        written.forEach(mail -> {
            ObjectNode shown = mail.deepCopy();
            if (!mail.has("name") && random.nextBoolean()) {
                shown.put("name", random.nextBoolean() ? mail.path("address").asText() : "Somebody");
            }
            mails.add(shown);
        });
        return mails;
    }

    private static ObjectNode address(JsonNode written) {
        ObjectNode address = json();
        List.of("postalCode", "countryOrRegion", "state", "city", "street")
                .forEach(part -> address.set(part, written.has(part) ? written.get(part) : address.nullNode()));
        return address;
    }

    private static Contact contact(Random random) {
        Contact nasty = NastyContacts.of(random);
        return NORMALISER.normalise(nasty, "US").contact();
    }

    @Test
    void whatWasWrittenIsUnchangedForDriftAndForUndoHoweverItIsShown() {
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            RenderedContact written = RENDERER.render(contact(random));
            ObjectNode shown = shown(written, random);
            assertThat(FieldDrift.between(json(written.update()), shown)).as("seed %d: drift", seed).isEmpty();
            Map<String, String> image = ManagedFields.of(ManagedFields.written(written));
            assertThat(ContactImage.differing(image, ManagedFields.of(shown))).as("seed %d: undo", seed).isEmpty();
            RenderedContact again = RENDERER.render(written.key(), written.hash(), ManagedFields.read(shown));
            assertThat(ContactImage.differing(image, ManagedFields.of(json(again.create()))))
                    .as("seed %d: brought back as it was read", seed).isEmpty();
        }
    }

    @Test
    void whatSomebodyChangedIsSeenByBoth() {
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            RenderedContact written = RENDERER.render(contact(random));
            List<String> managed = List.copyOf(ManagedFields.of(json(written.update())).keySet());
            String property = managed.get(random.nextInt(managed.size())).replaceFirst("/.*", "");
            ObjectNode shown = shown(written, random);
            shown.set(property, changed(ContactField.of(property).kind(), shown.get(property)));
            assertThat(FieldDrift.between(json(written.update()), shown)).as("seed %d", seed)
                    .extracting(FieldChange::property).containsExactly(property);
            assertThat(ContactImage.differing(ManagedFields.of(ManagedFields.written(written)),
                    ManagedFields.of(shown))).as("seed %d", seed).containsExactly(property);
        }
    }

    private static JsonNode changed(ContactField.Kind kind, JsonNode value) {
        return switch (kind) {
            case TEXT, PHONE, NOTES -> text(value.asText() + "7");
            case DAY -> text("1899-12-31T11:59:00Z");
            case TEXTS, PHONES -> ((ArrayNode) value).insert(0, "7");
            case EMAILS -> ((ArrayNode) value).insert(0, json().put("address", "7@x.example"));
            case ADDRESS -> ((ObjectNode) value).put("state", value.path("state").asText() + "7");
        };
    }

    @Test
    void aNameThatWasWrittenBesideAnAddressIsComparedAndOneThatWasNotIsNot() {
        String mail = "{'emailAddresses':[{'name':'%s','address':'ann@x.example'},{'address':'b@x.example'}]}"
                .replace('\'', '"');
        Map<String, String> ann = ManagedFields.of(mail.formatted("Ann"));
        assertThat(ContactImage.differing(ann, ManagedFields.of(mail.formatted("Bob"))))
                .containsExactly("emailAddresses");
        assertThat(ContactImage.differing(ManagedFields.of(mail.formatted("")), ann)).isEmpty();
    }
}
