package io.contactsync.sandbox.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.contactsync.sandbox.protocol.GraphException;
import io.contactsync.sandbox.store.Folder;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a client says about a contact folder: its name.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/user-post-contactfolders">create contactFolder</a>
 */
final class FolderBody {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> KNOWN = Set.of("id", "parentFolderId", "displayName");

    private FolderBody() {
    }

    /** Name of a folder to make; its parent is the one it is made in, whatever the body says. */
    static String created(byte[] json) {
        String name = read(json).get("displayName");
        if (name == null || name.isBlank()) {
            throw new GraphException(400, "ErrorInvalidProperty", "The property 'DisplayName' is required when creating the entity.");
        }
        return name.trim();
    }

    /** New name of that folder, or the old one if none is sent. Moving a folder is not served. */
    static String renamed(byte[] json, Folder folder) {
        Map<String, String> sent = read(json);
        if (!sent.getOrDefault("parentFolderId", folder.parent()).equals(folder.parent())) {
            throw new GraphException(400, "ErrorInvalidProperty", "The property 'ParentFolderId' cannot be changed.");
        }
        String name = sent.getOrDefault("displayName", folder.name());
        if (name.isBlank()) {
            throw new GraphException(400, "ErrorInvalidProperty", "The property 'DisplayName' must not be empty.");
        }
        return name.trim();
    }

    private static Map<String, String> read(byte[] json) {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser in = JSON.createParser(json)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw GraphException.unreadableBody("The request body is not an object.");
            }
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                if (!KNOWN.contains(name) && !name.startsWith("@")) {
                    throw GraphException.unreadableBody("The property '" + name + "' does not exist on type 'microsoft.graph.contactFolder'. "
                        + "Make sure to only use property names that are defined by the type.");
                }
                in.nextToken();
                fields.put(name, in.getValueAsString(""));
                in.skipChildren();
            }
            return fields;
        } catch (IOException e) {
            throw GraphException.unreadableBody("The request body cannot be read.");
        }
    }
}
