package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.ODataQuery;
import io.contactsync.sandbox.protocol.Permissions;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse;
import io.contactsync.sandbox.store.Directory;
import io.contactsync.sandbox.store.DirectoryObject;
import io.contactsync.sandbox.store.DirectoryObjects;
import io.contactsync.sandbox.store.Tenant;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;

/**
 * Users, groups and organisational contacts.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/user-list">list users</a>
 * @see <a href="https://learn.microsoft.com/graph/api/orgcontact-list">list orgContacts</a>
 */
final class DirectoryApi {
    private final Tenant tenant;
    private final Directory directory;
    private final GraphReadings readings;
    private final MembersApi members;
    private final DirectoryDelta delta;

    DirectoryApi(Tenant tenant, GraphReadings readings) {
        this.tenant = tenant;
        this.directory = tenant.directory();
        this.readings = readings;
        this.members = new MembersApi(directory, readings);
        this.delta = new DirectoryDelta(directory, readings);
    }

    ServiceResponse users(ServiceRequest request) {
        return tracked(request, DirectoryKind.USER, directory.users(), directory::user);
    }

    ServiceResponse orgContacts(ServiceRequest request) {
        return tracked(request, DirectoryKind.ORG_CONTACT, directory.orgContacts(), directory.orgContacts()::get);
    }

    ServiceResponse groups(ServiceRequest request) {
        requireGet(request);
        boolean further = request.depth() > 2 && !request.segment(1).equals("$count");
        return further ? members.of(request, found(request, directory::group))
                : listed(request, DirectoryKind.GROUP, directory.groups(), directory::group);
    }

    private ServiceResponse tracked(ServiceRequest request, DirectoryKind kind,
            DirectoryObjects<? extends DirectoryObject> objects, Function<String, DirectoryObject> find) {
        requireGet(request);
        return request.depth() > 1 && request.segment(1).equals("delta") ? delta.of(request, kind, objects)
                : listed(request, kind, DirectoryRules.eventual(request) ? objects.indexed() : objects.all(), find);
    }

    private ServiceResponse listed(ServiceRequest request, DirectoryKind kind,
            Collection<? extends DirectoryObject> all, Function<String, ? extends DirectoryObject> find) {
        if (request.depth() == 1) {
            return new DirectoryPage(request, kind, directory, readings).of(all, false);
        }
        if (request.segment(1).equals("$count")) {
            request.endAt(2);
            return new DirectoryPage(request, kind, directory, readings).count(all, false);
        }
        return single(request, kind, found(request, find));
    }

    private static <T> T found(ServiceRequest request, Function<String, T> find) {
        T object = find.apply(request.segment(1));
        if (object == null) {
            throw GraphRefusal.noSuchObject(request.segment(1));
        }
        return object;
    }

    private ServiceResponse single(ServiceRequest request, DirectoryKind kind, DirectoryObject object) {
        request.endAt(2);
        ObjectWriter writer = ObjectWriter.ofOne(request, kind, directory);
        String context = request.context(kind.context() + writer.contextSuffix() + "/$entity");
        JsonBytes out = JsonBytes.open(1000, context);
        writer.write(out, object);
        Set<String> select = ODataQuery.of(request).select();
        if (kind == DirectoryKind.USER && select != null && select.contains("mailboxSettings")) {
            Permissions.checkSettings(request);
            out.field("mailboxSettings", MailboxSettings.of(tenant.mailbox(object.id())));
        }
        return ServiceResponse.ok(out.raw((byte) '}'));
    }

    private static void requireGet(ServiceRequest request) {
        if (!request.method().equals("GET")) {
            throw new GraphRefusal(405, "Request_BadRequest",
                    "Specified HTTP method is not allowed for the request target.");
        }
    }
}
