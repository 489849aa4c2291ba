package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse;
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
record ExtensionsApi(ContentPool pool) {

    /** @param at number of segments that lead to the collection */
    ServiceResponse handle(ServiceRequest request, Mailbox mailbox, String contactId, int at) {
        StoredContact contact = mailbox.find(contactId);
        request.endAt(at + 1);
        if (request.depth() == at) {
            return create(request, mailbox, contact);
        }
        OpenExtension extension = contact.content().extensions().get(OpenExtension.key(request.segment(at)));
        if (extension == null) {
            throw GraphRefusal.noSuchItem();
        }
        return one(request, mailbox, contact, extension);
    }

    private ServiceResponse create(ServiceRequest request, Mailbox mailbox, StoredContact contact) {
        request.require("POST");
        OpenExtension extension = OpenExtension.parse(request.bytes());
        if (extension.name() == null || extension.name().isBlank()) {
            throw GraphRefusal.requiredProperty("ErrorInvalidProperty", "ExtensionName");
        }
        put(mailbox, contact, extension.key(), extension);
        String location = request.base() + request.path() + "('" + extension.name() + "')";
        return ServiceResponse.created(entity(request, extension), location, null);
    }

    private ServiceResponse one(ServiceRequest request, Mailbox mailbox, StoredContact contact,
            OpenExtension extension) {
        return switch (request.method()) {
            case "GET" -> ServiceResponse.ok(entity(request, extension));
            case "PATCH" -> {
                OpenExtension changed = extension.changedBy(OpenExtension.parse(request.bytes()));
                put(mailbox, contact, extension.key(), changed);
                yield ServiceResponse.ok(entity(request, changed));
            }
            case "DELETE" -> {
                put(mailbox, contact, extension.key(), null);
                yield ServiceResponse.noContent();
            }
            default -> throw GraphRefusal.methodNotAllowed();
        };
    }

    private void put(Mailbox mailbox, StoredContact contact, String key, OpenExtension extension) {
        mailbox.replace(contact.id(false), pool.extended(contact.content(), key, extension), false);
    }

    private static JsonBytes entity(ServiceRequest request, OpenExtension extension) {
        JsonBytes out = JsonBytes.open(600, request.context(request.below("contacts/extensions/$entity")));
        extension.write(out);
        return out.raw((byte) '}');
    }
}
