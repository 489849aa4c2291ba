package io.contactsync.contact;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.core.Contact;
import io.contactsync.core.ContactField;
import io.contactsync.core.ContactKey;
import io.contactsync.core.HiddenKey;
import io.contactsync.core.Sha256;
import io.contactsync.core.Value;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes a normalised contact as Graph's JSON (https://learn.microsoft.com/graph/api/resources/contact) and hashes its
 * content.
 *
 * @param category the visible mark, the name of the category that tells contacts as ours
 * @param instance the hidden one, the name of this installation in the hidden key
 */
public record ContactRenderer(String category, String instance) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int HASH_BYTES = 16;
    /** Changes when the same contact would be written in another way: all contacts are then written anew. */
    private static final byte[] FORMAT = {'1'};
    private static final byte[] END = {'}'};
    /** Exchange answers a birthday with this time of day; only the day counts. */
    private static final String BIRTHDAY_TIME = "T11:59:00Z";

    /** All of them by key, in their order. */
    public Map<ContactKey, RenderedContact> renderAll(Stream<Contact> contacts) {
        Map<ContactKey, RenderedContact> rendered = new LinkedHashMap<>();
        contacts.forEach(contact -> rendered.put(contact.key(), render(contact)));
        return rendered;
    }

    /** The contact as it goes over the wire. */
    public RenderedContact render(Contact contact) {
        try {
            ByteArrayOutputStream create = new ByteArrayOutputStream(1024);
            String hash = create(contact, create);
            return new RenderedContact(contact.key(), hash, contact.text(ContactField.DISPLAY_NAME),
                    create.toByteArray(), update(contact, hash));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * A content that was written before, or read: it goes over the wire as it is.
     *
     * @param hash the content hash that the contact shall carry
     * @param fields the managed values as Graph's JSON, empty ones included
     */
    public RenderedContact render(ContactKey key, String hash, String fields) {
        ObjectNode update = ManagedFields.parse(fields);
        ObjectNode create = update.deepCopy();
        ManagedFields.of(update).forEach((property, value) -> {
            if (value.isEmpty()) {
                create.remove(property);
            }
        });
        create.putArray("categories").add(category);
        for (ObjectNode body : List.of(update, create)) {
            body.withArray(HiddenProperties.MEMBER).addObject().put("id", HiddenProperties.KEY)
                    .put("value", new HiddenKey(instance, key).text());
            body.withArray(HiddenProperties.MEMBER).addObject().put("id", HiddenProperties.HASH).put("value", hash);
        }
        return new RenderedContact(key, hash, update.path(ContactField.DISPLAY_NAME.property()).asText(""),
                create.toString().getBytes(StandardCharsets.UTF_8),
                update.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Writes the create, and hashes what stands in it before the marks, as an object of its own. */
    private String create(Contact contact, ByteArrayOutputStream bytes) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            values(json, contact, false);
            json.flush();
            byte[] hash = Sha256.of(FORMAT, bytes.toByteArray(), END);
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, HASH_BYTES));
            json.writeArrayFieldStart("categories");
            json.writeString(category);
            json.writeEndArray();
            hidden(json, contact, text);
            json.writeEndObject();
            return text;
        }
    }

    private byte[] update(Contact contact, String hash) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            values(json, contact, true);
            hidden(json, contact, hash);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private void hidden(JsonGenerator json, Contact contact, String hash) throws IOException {
        json.writeArrayFieldStart(HiddenProperties.MEMBER);
        property(json, HiddenProperties.KEY, new HiddenKey(instance, contact.key()).text());
        property(json, HiddenProperties.HASH, hash);
        json.writeEndArray();
    }

    private static void property(JsonGenerator json, String id, String value) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField("value", value);
        json.writeEndObject();
    }

    private static void values(JsonGenerator json, Contact contact, boolean empties) throws IOException {
        for (Map.Entry<ContactField, Value> entry : contact.fields().entrySet()) {
            if (empties || !entry.getValue().isEmpty()) {
                json.writeFieldName(entry.getKey().property());
                value(json, entry.getValue(), empties);
            }
        }
    }

    private static void value(JsonGenerator json, Value value, boolean empties) throws IOException {
        if (value instanceof Value.Text text) {
            textOrNull(json, text.text());
        } else if (value instanceof Value.Texts texts) {
            json.writeArray(texts.texts().toArray(String[]::new), 0, texts.texts().size());
        } else if (value instanceof Value.Emails emails) {
            emails(json, emails.emails());
        } else if (value instanceof Value.Address address) {
            address(json, address, empties);
        } else if (value instanceof Value.Day day) {
            textOrNull(json, day.isEmpty() ? "" : day.date() + BIRTHDAY_TIME);
        }
    }

    private static void emails(JsonGenerator json, List<Value.Email> emails) throws IOException {
        json.writeStartArray();
        for (Value.Email email : emails) {
            json.writeStartObject();
            if (!email.name().isEmpty()) {
                json.writeStringField("name", email.name());
            }
            json.writeStringField("address", email.address());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void address(JsonGenerator json, Value.Address address, boolean empties) throws IOException {
        json.writeStartObject();
        part(json, "street", address.street(), empties);
        part(json, "city", address.city(), empties);
        part(json, "state", address.state(), empties);
        part(json, "countryOrRegion", address.countryOrRegion(), empties);
        part(json, "postalCode", address.postalCode(), empties);
        json.writeEndObject();
    }

    private static void part(JsonGenerator json, String name, String text, boolean empties) throws IOException {
        if (empties || !text.isEmpty()) {
            json.writeFieldName(name);
            textOrNull(json, text);
        }
    }

    private static void textOrNull(JsonGenerator json, String text) throws IOException {
        if (text.isEmpty()) {
            json.writeNull();
        } else {
            json.writeString(text);
        }
    }
}
