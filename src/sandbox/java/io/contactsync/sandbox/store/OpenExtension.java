package io.contactsync.sandbox.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.contactsync.sandbox.protocol.Annotations;
import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.JsonBytes;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Untyped data an app attaches to a contact. Immutable.
 *
 * @param name    name the app chose, such as {@code com.contoso.referral}
 * @param members JSON of each member by name
 * @see <a href="https://learn.microsoft.com/graph/api/resources/opentypeextension">openTypeExtension resource type</a>
 */
public record OpenExtension(String name, Map<String, String> members) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String ID = "Microsoft.OutlookServices.OpenTypeExtension.";
    private static final String OTHER_ID = "microsoft.graph.openTypeExtension.";

    /** The name without one of the type names an id begins with, in lower case: what an extension is found by. */
    public static String key(String nameOrId) {
        String lower = nameOrId.toLowerCase(Locale.ROOT);
        for (String start : new String[] {ID, OTHER_ID}) {
            if (lower.startsWith(start.toLowerCase(Locale.ROOT))) {
                return lower.substring(start.length());
            }
        }
        return lower;
    }

    public String key() {
        return key(name);
    }

    /** @throws GraphRefusal 400 if the body is not an object */
    public static OpenExtension parse(byte[] json) {
        try (JsonParser in = JSON.createParser(json)) {
            in.nextToken();
            return read(in);
        } catch (IOException e) {
            throw GraphRefusal.unreadableBody("The request body cannot be read.");
        }
    }

    static OpenExtension read(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw GraphRefusal.unreadableBody("An open extension is not an object.");
        }
        Map<String, String> members = new LinkedHashMap<>();
        String name = null;
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String member = in.currentName();
            in.nextToken();
            if (member.equals("extensionName")) {
                name = in.getValueAsString();
            } else if (member.startsWith("@") || member.equals("id")) {
                in.skipChildren();
            } else {
                members.put(member, copy(in));
            }
        }
        return new OpenExtension(name, members);
    }

    /** This one with the other's members put in; a member that is null goes away. */
    public OpenExtension changedBy(OpenExtension other) {
        Map<String, String> merged = new LinkedHashMap<>(members);
        merged.putAll(other.members);
        merged.values().removeIf("null"::equals);
        return new OpenExtension(name, merged);
    }

    /** Writes the members of the object, without its braces. */
    public void write(JsonBytes out) {
        out.field(Annotations.TYPE, "#microsoft.graph.openTypeExtension").field("id", ID + name).field("extensionName",
                name);
        members.forEach((member, json) -> out.separator().string(member).raw((byte) ':')
                .raw(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String copy(JsonParser in) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.copyCurrentStructure(in);
        }
        return text.toString();
    }
}
