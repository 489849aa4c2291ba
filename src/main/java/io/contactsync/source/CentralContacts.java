package io.contactsync.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.contact.HiddenProperties;
import io.contactsync.core.Names;

import java.util.Iterator;
import java.util.List;

/** What is particular about reading contacts out of a mailbox that is a source. */
public final class CentralContacts {

    private CentralContacts() {
    }

    /**
     * The mailboxes of a comma-separated list.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static List<String> mailboxes(String list) {
        List<String> mailboxes = Names.list(list);
        if (mailboxes.isEmpty()) {
            throw new IllegalArgumentException(
                    "no central mailbox is configured: name them, or take the source out of sync.sources");
        }
        return mailboxes;
    }

    /** Of a contact that we wrote there, that it is left out; null of any other. */
    static LeftOut leftOut(String place, JsonNode contact) {
        for (JsonNode property : contact.path(HiddenProperties.MEMBER)) {
            if (HiddenProperties.KEY.equalsIgnoreCase(property.path("id").asText())) {
                return LeftOut.at(place, LeftOut.OURS, false);
            }
        }
        return null;
    }

    /**
     * The id of the folder with that display name.
     *
     * @throws IllegalArgumentException if the mailbox has none, or several
     */
    public static String folderId(String name, String mailbox, Iterator<JsonNode> folders) {
        String found = null;
        while (folders.hasNext()) {
            JsonNode folder = folders.next();
            if (name.equalsIgnoreCase(folder.path("displayName").asText())) {
                if (found != null) {
                    throw new IllegalArgumentException(
                            "the mailbox " + mailbox + " has more than one contact folder '" + name + "'");
                }
                found = folder.path("id").asText();
            }
        }
        if (found == null) {
            throw new IllegalArgumentException("the mailbox " + mailbox + " has no contact folder '" + name + "'");
        }
        return found;
    }
}
