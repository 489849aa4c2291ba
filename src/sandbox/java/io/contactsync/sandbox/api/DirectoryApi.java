package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.GraphException;
import io.contactsync.sandbox.protocol.GraphRequest;
import io.contactsync.sandbox.protocol.GraphResponse;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.ODataQuery;
import io.contactsync.sandbox.protocol.Permissions;
import io.contactsync.sandbox.protocol.Readings;
import io.contactsync.sandbox.store.Directory;
import io.contactsync.sandbox.store.DirectoryObject;
import io.contactsync.sandbox.store.DirectoryObjects;
import io.contactsync.sandbox.store.Group;
import io.contactsync.sandbox.store.OrgContact;
import io.contactsync.sandbox.store.Tenant;
import io.contactsync.sandbox.store.User;
import java.util.Collection;
import java.util.Set;

/**
 * Users, groups and organisational contacts.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/user-list">list users</a>
 * @see <a href="https://learn.microsoft.com/graph/api/orgcontact-list">list orgContacts</a>
 */
final class DirectoryApi {
    private final Tenant tenant;
    private final Directory directory;
    private final Readings readings;
    private final MembersApi members;
    private final DirectoryDelta delta;

    DirectoryApi(Tenant tenant, Readings readings) {
        this.tenant = tenant;
        this.directory = tenant.directory();
        this.readings = readings;
        this.members = new MembersApi(directory, readings);
        this.delta = new DirectoryDelta(directory, readings);
    }

    GraphResponse users(GraphRequest request) {
        requireGet(request);
        if (request.depth() == 1) {
            return page(request, DirectoryKind.USER).of(seen(request, directory.users()), false);
        }
        return switch (request.segment(1)) {
            case "$count" -> counted(request, DirectoryKind.USER).count(directory.users().indexed(), false);
            case "delta" -> delta.of(request, DirectoryKind.USER, directory.users());
            default -> user(request);
        };
    }

    GraphResponse orgContacts(GraphRequest request) {
        requireGet(request);
        if (request.depth() == 1) {
            return page(request, DirectoryKind.ORG_CONTACT).of(seen(request, directory.orgContacts()), false);
        }
        return switch (request.segment(1)) {
        case "$count" -> counted(request, DirectoryKind.ORG_CONTACT).count(directory.orgContacts().indexed(), false);
            case "delta" -> delta.of(request, DirectoryKind.ORG_CONTACT, directory.orgContacts());
            default -> single(request, DirectoryKind.ORG_CONTACT, orgContact(request.segment(1)));
        };
    }

    GraphResponse groups(GraphRequest request) {
        requireGet(request);
        if (request.depth() == 1) {
            return page(request, DirectoryKind.GROUP).of(directory.groups(), false);
        }
        if (request.segment(1).equals("$count")) {
            return counted(request, DirectoryKind.GROUP).count(directory.groups(), false);
        }
        Group group = directory.group(request.segment(1));
        if (group == null) {
            throw GraphException.noSuchObject(request.segment(1));
        }
        return request.depth() == 2 ? single(request, DirectoryKind.GROUP, group) : members.of(request, group);
    }

    private GraphResponse user(GraphRequest request) {
        User user = tenant.user(request.segment(1)).orElseThrow(() -> GraphException.noSuchObject(request.segment(1)));
        return single(request, DirectoryKind.USER, user);
    }

    private OrgContact orgContact(String id) {
        OrgContact contact = directory.orgContacts().get(id);
        if (contact == null) {
            throw GraphException.noSuchObject(id);
        }
        return contact;
    }

    private GraphResponse single(GraphRequest request, DirectoryKind kind, DirectoryObject object) {
        endsHere(request);
        ObjectWriter writer = ObjectWriter.ofOne(request, kind, directory);
        JsonBytes out = new JsonBytes(1000).raw((byte) '{')
                .field("@odata.context",
                        request.base() + "/$metadata#" + kind.context() + writer.contextSuffix() + "/$entity");
        writer.write(out, object);
        Set<String> select = ODataQuery.of(request).select();
        if (kind == DirectoryKind.USER && select != null && select.contains("mailboxSettings")) {
            Permissions.checkSettings(request);
            out.field("mailboxSettings", MailboxSettings.of(tenant.mailbox(object.id())));
        }
        return GraphResponse.ok(out.raw((byte) '}'));
    }

    private static <T extends DirectoryObject> Collection<T> seen(GraphRequest request, DirectoryObjects<T> objects) {
        return DirectoryRules.eventual(request) ? objects.indexed() : objects.all();
    }

    private DirectoryPage counted(GraphRequest request, DirectoryKind kind) {
        endsHere(request);
        return page(request, kind);
    }

    private static void endsHere(GraphRequest request) {
        if (request.depth() > 2) {
            throw GraphException.unknownSegment(request.segment(2));
        }
    }

    private DirectoryPage page(GraphRequest request, DirectoryKind kind) {
        return new DirectoryPage(request, kind, directory, readings);
    }

    private static void requireGet(GraphRequest request) {
        if (!request.method().equals("GET")) {
            throw new GraphException(405, "Request_BadRequest",
                    "Specified HTTP method is not allowed for the request target.");
        }
    }
}
