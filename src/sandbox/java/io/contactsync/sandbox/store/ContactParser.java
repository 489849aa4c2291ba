package io.contactsync.sandbox.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.contactsync.sandbox.protocol.GraphRefusal;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the JSON a client sends for a contact and refuses what Exchange refuses.
 *
 * <p>Text is trimmed; a birthday keeps its date and loses its time of day (read back as 11:59 UTC); an address that
 * does not look like an e-mail address keeps its name alone (github.com/microsoftgraph/microsoft-graph-docs, issue
 * 2186).
 *
 * @see <a href="https://learn.microsoft.com/graph/api/user-post-contacts">create contact</a>
 */
final class ContactParser {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>]+@[^\\s@,;<>]+");
    private static final Set<String> ADDRESS_FIELDS =
            Set.of("street", "city", "state", "countryOrRegion", "postalCode");
    private static final Set<String> EMAIL_FIELDS = Set.of("name", "address");
    /** Accepted and without effect: a client may send back what it was given. */
    private static final Set<String> READ_ONLY =
            Set.of("id", "changeKey", "createdDateTime", "lastModifiedDateTime", "parentFolderId");

    private final ContactRules rules;
    private final HiddenPropertyParser hidden;

    ContactParser(ContactRules rules) {
        this.rules = rules;
        this.hidden = new HiddenPropertyParser(rules);
    }

    ContactBody parse(byte[] json) {
        try (JsonParser in = JSON.createParser(json)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw malformed();
            }
            ContactBody body = contact(in);
            in.nextToken();
            expect(in, null);
            return body;
        } catch (IOException e) {
            throw malformed();
        }
    }

    private ContactBody contact(JsonParser in) throws IOException {
        ContactBody body = new ContactBody(new EnumMap<>(ContactProperty.class), new ArrayList<>(0), new HashMap<>(0));
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            member(in, name, body);
        }
        return body;
    }

    private void member(JsonParser in, String name, ContactBody body) throws IOException {
        ContactProperty property = ContactProperty.named(name);
        if (property != null) {
            body.values().put(property, value(in, property));
        } else if (name.equals("singleValueExtendedProperties") || name.equals("multiValueExtendedProperties")) {
            hidden.extended(in, name.startsWith("multi"), body.extended());
        } else if (name.equals("extensions")) {
            HiddenPropertyParser.extensions(in, body.extensions());
        } else if (name.startsWith("@") || READ_ONLY.contains(name)) {
            in.skipChildren();
        } else {
            throw GraphRefusal.unknownProperty(name, "microsoft.graph.contact");
        }
    }

    private Object value(JsonParser in, ContactProperty property) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        return switch (property.kind()) {
            case TEXT, FILLED -> rules.line(property.wireName(), text(in).trim());
            case NOTES -> text(in);
            case DATE -> birthday(text(in));
            case LIST -> texts(in, property);
            case EMAILS -> emails(in, property);
            case EMAIL -> email(in);
            case ADDRESS -> fields(in, ADDRESS_FIELDS, "microsoft.graph.physicalAddress");
        };
    }

    static String text(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            throw malformed();
        }
        return in.getText();
    }

    private static String birthday(String text) {
        try {
            return OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate() + "T11:59:00Z";
        } catch (DateTimeException e) {
            throw GraphRefusal.unreadableBody(
                    "Cannot convert the literal '" + text + "' to the expected type 'Edm.DateTimeOffset'.");
        }
    }

    private List<String> texts(JsonParser in, ContactProperty property) throws IOException {
        List<String> list = new ArrayList<>(2);
        expect(in, JsonToken.START_ARRAY);
        while (in.nextToken() != JsonToken.END_ARRAY) {
            list.add(rules.line(property.wireName(), text(in).trim()));
        }
        rules.checkSize(property, list.size());
        return list;
    }

    private List<Map<String, String>> emails(JsonParser in, ContactProperty property) throws IOException {
        List<Map<String, String>> list = new ArrayList<>(2);
        expect(in, JsonToken.START_ARRAY);
        while (in.nextToken() != JsonToken.END_ARRAY) {
            list.add(email(in));
        }
        rules.checkSize(property, list.size());
        return list;
    }

    private Map<String, String> email(JsonParser in) throws IOException {
        Map<String, String> email = fields(in, EMAIL_FIELDS, "microsoft.graph.emailAddress");
        String address = email.get("address");
        if (address != null && !EMAIL.matcher(address).matches()) {
            email.remove("address");
            email.putIfAbsent("name", address);
        } else if (address != null) {
            email.putIfAbsent("name", address);
        }
        return email;
    }

    private static Map<String, String> fields(JsonParser in, Set<String> known, String type) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        expect(in, JsonToken.START_OBJECT);
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            if (!known.contains(name) && !name.startsWith("@")) {
                throw GraphRefusal.unknownProperty(name, type);
            }
            if (in.currentToken() != JsonToken.VALUE_NULL && known.contains(name)) {
                fields.put(name, text(in).trim());
            }
        }
        return fields;
    }

    static void expect(JsonParser in, JsonToken token) {
        if (in.currentToken() != token) {
            throw malformed();
        }
    }

    static GraphRefusal malformed() {
        return new GraphRefusal(400, "UnableToDeserializePostBody", "were unable to deserialize ");
    }
}
