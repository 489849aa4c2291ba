package io.contactsync.contact;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.core.Writes;

/** The body of an update, where it is another one than the update that was rendered for all mailboxes. */
final class PatchBody {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PatchBody() {
    }

    /** @param contact what is written; it is not asked where only our marks go */
    static byte[] of(Writes writes, RenderedContact contact) {
        if (writes.equals(Writes.ALL)) {
            return contact.update();
        }
        try {
            return JSON.writeValueAsBytes(writes.unmarks() ? unmarked() : some(writes, contact.update()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static ObjectNode some(Writes writes, byte[] update) throws IOException {
        ObjectNode body = (ObjectNode) JSON.readTree(update);
        body.remove(writes.left());
        if (writes.categories() != null) {
            body.putPOJO("categories", writes.categories());
        }
        return body;
    }

    /** Graph publishes no way to take an extended property off; an empty one proves nothing any more. */
    private static ObjectNode unmarked() {
        ObjectNode body = JSON.createObjectNode();
        for (String id : new String[] {HiddenProperties.KEY, HiddenProperties.HASH}) {
            body.withArray(HiddenProperties.MEMBER).addObject().put("id", id).put("value", "");
        }
        return body;
    }
}
