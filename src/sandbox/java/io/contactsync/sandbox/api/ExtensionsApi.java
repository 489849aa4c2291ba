package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.GraphException;
import io.contactsync.sandbox.protocol.GraphRequest;
import io.contactsync.sandbox.protocol.GraphResponse;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.store.ContentPool;
import io.contactsync.sandbox.store.Mailbox;
import io.contactsync.sandbox.store.OpenExtension;
import io.contactsync.sandbox.store.StoredContact;

/**
 * The open extensions of a contact, each by its name or id. Their collection cannot be listed in v1.0
 * (github.com/microsoftgraph/microsoft-graph-docs-contrib, issue 3822), and delta queries do not show their changes
 * (Learn: known issues). A second create of the same name replaces the first; what the service does then is not
 * published.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/opentypeextension-post-opentypeextension">create open
 * extension</a>
 */
final class ExtensionsApi {
    private final ContentPool pool;

    ExtensionsApi(ContentPool pool) {
        this.pool = pool;
    }

    /** @param at number of segments that lead to the collection */
    GraphResponse handle(GraphRequest request, Mailbox mailbox, String contactId, int at) {
        StoredContact contact = mailbox.find(contactId);
        if (request.depth() > at + 1) {
            throw GraphException.unknownSegment(request.segment(at + 1));
        }
        if (request.depth() == at) {
            return create(request, mailbox, contact);
        }
        OpenExtension extension = contact.content().extensions().get(OpenExtension.key(request.segment(at)));
        if (extension == null) {
            throw GraphException.noSuchItem();
        }
        return one(request, mailbox, contact, extension);
    }

    private GraphResponse create(GraphRequest request, Mailbox mailbox, StoredContact contact) {
        if (!request.method().equals("POST")) {
            throw GraphException.methodNotAllowed();
        }
        OpenExtension extension = OpenExtension.parse(request.bytes());
        if (extension.name() == null || extension.name().isBlank()) {
            throw new GraphException(400, "ErrorInvalidProperty",
                    "The property 'ExtensionName' is required when creating the entity.");
        }
        put(mailbox, contact, extension.key(), extension);
        String location = request.base() + request.path() + "('" + extension.name() + "')";
        return GraphResponse.created(entity(request, extension), location, null);
    }

    private GraphResponse one(GraphRequest request, Mailbox mailbox, StoredContact contact, OpenExtension extension) {
        return switch (request.method()) {
            case "GET" -> GraphResponse.ok(entity(request, extension));
            case "PATCH" -> {
                OpenExtension changed = extension.changedBy(OpenExtension.parse(request.bytes()));
                put(mailbox, contact, extension.key(), changed);
                yield GraphResponse.ok(entity(request, changed));
            }
            case "DELETE" -> {
                put(mailbox, contact, extension.key(), null);
                yield GraphResponse.noContent();
            }
            default -> throw GraphException.methodNotAllowed();
        };
    }

    private void put(Mailbox mailbox, StoredContact contact, String key, OpenExtension extension) {
        mailbox.replace(contact.id(false), pool.extended(contact.content(), key, extension), false);
    }

    private static JsonBytes entity(GraphRequest request, OpenExtension extension) {
        JsonBytes out = new JsonBytes(600).raw((byte) '{').field("@odata.context",
            request.base() + "/$metadata#users('" + request.segment(1) + "')/contacts/extensions/$entity");
        extension.write(out);
        return out.raw((byte) '}');
    }
}
