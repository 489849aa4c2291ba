package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.store.Folder;
import java.util.Map;
import java.util.Set;

/**
 * What a client says about a contact folder: its name.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/user-post-contactfolders">create contactFolder</a>
 */
final class FolderBody {
    private static final Set<String> KNOWN = Set.of("id", "parentFolderId", "displayName");

    private FolderBody() {
    }

    /** Name of a folder to make; its parent is the one it is made in, whatever the body says. */
    static String created(byte[] json) {
        String name = TextFields.read(json, KNOWN, "contactFolder").get("displayName");
        if (name == null || name.isBlank()) {
            throw GraphRefusal.requiredProperty("ErrorInvalidProperty", "DisplayName");
        }
        return name.trim();
    }

    /** New name of that folder, or the old one if none is sent. Moving a folder is not served. */
    static String renamed(byte[] json, Folder folder) {
        Map<String, String> sent = TextFields.read(json, KNOWN, "contactFolder");
        if (!folder.parent().equals(sent.getOrDefault("parentFolderId", folder.parent()))) {
            throw GraphRefusal.invalidProperty("The property 'ParentFolderId' cannot be changed.");
        }
        String name = sent.getOrDefault("displayName", folder.name());
        if (name == null || name.isBlank()) {
            throw GraphRefusal.invalidProperty("The property 'DisplayName' must not be empty.");
        }
        return name.trim();
    }
}
