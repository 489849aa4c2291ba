package io.contactsync.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.probe.OwnItems.Kind;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The guarded door to one mailbox. Reads whatever is asked for; makes contacts in the probe's own folder, and where it
 * must be in the default one; changes and deletes nothing but what {@link OwnItems} holds.
 */
final class ProbeMailbox extends MailboxReader {

    private final Samples samples;
    private final OwnItems own = new OwnItems();
    private final AtomicInteger made = new AtomicInteger();
    private volatile String folder = "";

    /** @param user object id or user principal name */
    ProbeMailbox(GraphDoor graph, String user, Samples samples) {
        super(graph, user);
        this.samples = samples;
    }

    Samples samples() {
        return samples;
    }

    OwnItems own() {
        return own;
    }

    /** Id of the probe's own folder. */
    String folder() {
        return folder;
    }

    /** The address of the own folder, below the mailbox. */
    String inFolder(String path) {
        return "/contactFolders/" + Urls.segment(folder) + path;
    }

    /** A name for a contact that no other of this run has. */
    String next(String what) {
        return what + " " + made.incrementAndGet();
    }

    /** Makes the own folder. */
    Reply createFolder() {
        Reply reply = made(Kind.FOLDER, call("POST", "/contactFolders", Map.of(),
                JsonNodeFactory.instance.objectNode().put("displayName", samples.name())));
        if (reply.ok() && folder.isEmpty()) {
            folder = reply.id();
        }
        return reply;
    }

    /** Makes a contact in the own folder. */
    Reply create(ObjectNode contact) {
        return made(Kind.CONTACT, call("POST", inFolder("/contacts"), Map.of(), contact));
    }

    /** The same with headers. */
    Reply create(ObjectNode contact, Map<String, String> headers) {
        return made(Kind.CONTACT, call("POST", inFolder("/contacts"), headers, contact));
    }

    /** Makes a contact in the own folder without waiting for the answer; whatever comes of it lies in that folder. */
    Reply createHurriedly(ObjectNode contact) {
        return sendHurriedly(call("POST", inFolder("/contacts"), Map.of(), contact));
    }

    /** Makes a contact in the default folder: for the few questions that concern no other. */
    Reply createInDefaultFolder(ObjectNode contact) {
        return made(Kind.STRAY_CONTACT, call("POST", "/contacts", Map.of(), contact));
    }

    Reply createCategory() {
        return made(Kind.CATEGORY, call("POST", "/outlook/masterCategories", Map.of(),
                JsonNodeFactory.instance.objectNode().put("displayName", samples.name()).put("color", "preset0")));
    }

    /** A contact as a request may address it. */
    String contact(String id) {
        return "/contacts/" + Urls.segment(id);
    }

    /** Changes a contact of the probe's own. */
    Reply change(String id, JsonNode patch, Map<String, String> headers) {
        Reply reply = send(changing(id, patch, headers));
        if (reply.ok() && !reply.id().isEmpty()) {
            own.add(Kind.CONTACT, reply.id());
        }
        return reply;
    }

    Reply change(String id, JsonNode patch) {
        return change(id, patch, Map.of());
    }

    /** Changes one contact of the probe's own in several ways at once. */
    List<Reply> changeAtOnce(String id, List<? extends JsonNode> patches) {
        return sendAtOnce(patches.stream().map(patch -> changing(id, patch, Map.of())).toList());
    }

    private Call changing(String id, JsonNode patch, Map<String, String> headers) {
        return call("PATCH", contact(own.require(Kind.CONTACT, id)), headers, patch);
    }

    /** Gives a contact of the probe's own a picture, base64url as a batch wants it. */
    Reply setPhoto(String id, String jpeg) {
        return send(call("PUT", contact(own.require(Kind.CONTACT, id)) + "/photo/$value",
                Map.of("Content-Type", "image/jpeg"), JsonNodeFactory.instance.textNode(jpeg)));
    }

    /** Deletes a contact of the probe's own. */
    Reply delete(String id, Map<String, String> headers) {
        return deleted(id, call("DELETE", contact(own.require(Kind.CONTACT, id)), headers, null));
    }

    Reply delete(String id) {
        return delete(id, Map.of());
    }

    Reply deleteFolder(String id) {
        return deleted(id,
                call("DELETE", "/contactFolders/" + Urls.segment(own.require(Kind.FOLDER, id)), Map.of(), null));
    }

    Reply deleteCategory(String id) {
        return deleted(id, call("DELETE", "/outlook/masterCategories/" + Urls.segment(own.require(Kind.CATEGORY, id)),
                Map.of(), null));
    }

    /** A batch that deletes one contact of the probe's own, as it comes. */
    Reply deleteInBatch(String id) {
        Reply reply = send(Batches.of(List.of(call("DELETE", contact(own.require(Kind.CONTACT, id)), Map.of(), null))));
        if (reply.ok()) {
            own.gone(id);
        }
        return reply;
    }

    /** What is being made is in doubt from before it is sent until the service has clearly answered. */
    private Reply made(Kind kind, Call call) {
        requireAsking();
        Reply reply;
        try {
            reply = send(call);
        } catch (RuntimeException notAnswered) {
            own.doubt(kind);
            throw notAnswered;
        }
        if (!reply.settled()) {
            own.doubt(kind);
        } else if (reply.ok()) {
            own.add(kind, reply.id());
        }
        return reply;
    }

    private Reply deleted(String id, Call call) {
        Reply reply = send(call);
        if (reply.ok() || reply.status() == 404) {
            own.gone(id);
        }
        return reply;
    }
}
