package io.contactsync.contact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.core.Sha256;

import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;

/**
 * All that Graph tells of a contact, as one fingerprint: two contacts with the same one are equal for everybody who
 * looks at them. Left out is what differs between any two contacts: id, version, etag, times, and the folder it lies
 * in. So are our own hidden properties.
 */
final class WholeContact {

    private static final Set<String> ITS_OWN =
            Set.of("id", "changeKey", "createdDateTime", "lastModifiedDateTime", "parentFolderId",
                    HiddenProperties.MEMBER);

    private WholeContact() {
    }

    /** SHA-256 of the canonical form: members by name, annotations left out, nothing else changed. */
    static String fingerprint(JsonNode contact) {
        return HexFormat.of().formatHex(Sha256.of(canonical(contact).toString()));
    }

    private static JsonNode canonical(JsonNode contact) {
        ObjectNode rest = contact.deepCopy();
        rest.remove(ITS_OWN);
        return sorted(rest);
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            TreeMap<String, JsonNode> members = new TreeMap<>();
            object.fields().forEachRemaining(each -> {
                if (each.getKey().indexOf('@') < 0) {
                    members.put(each.getKey(), sorted(each.getValue()));
                }
            });
            return object.objectNode().setAll(members);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode same = array.arrayNode();
            array.forEach(each -> same.add(sorted(each)));
            return same;
        }
        return node;
    }
}
