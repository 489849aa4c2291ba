package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.Filter;
import io.contactsync.sandbox.protocol.GraphException;
import io.contactsync.sandbox.protocol.GraphRequest;
import io.contactsync.sandbox.protocol.GraphResponse;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.ODataQuery;
import io.contactsync.sandbox.store.DirectoryObject;
import io.contactsync.sandbox.store.Group;
import io.contactsync.sandbox.store.Tenant;
import io.contactsync.sandbox.store.User;
import java.util.List;

/**
 * Users, groups and the members of groups.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/user-list">list users</a>
 * @see <a href="https://learn.microsoft.com/graph/api/group-list-transitivemembers">list group transitive members</a>
 */
final class DirectoryApi {
    private final Tenant tenant;

    DirectoryApi(Tenant tenant) {
        this.tenant = tenant;
    }

    GraphResponse users(GraphRequest request) {
        requireGet(request);
        if (request.depth() == 1) {
            return new DirectoryPage(request, false, false).of(tenant.users(), "users");
        }
        if (request.segment(1).equals("$count")) {
            return count(request, tenant.users());
        }
        User user = tenant.user(request.segment(1)).orElseThrow(() -> GraphException.noSuchObject(request.segment(1)));
        return single(request, user, "users");
    }

    GraphResponse groups(GraphRequest request) {
        requireGet(request);
        if (request.depth() == 1) {
            return new DirectoryPage(request, false, false).of(tenant.groups(), "groups");
        }
        Group group = tenant.group(request.segment(1)).orElseThrow(() -> GraphException.noSuchObject(request.segment(1)));
        return request.depth() == 2 ? single(request, group, "groups") : members(request, group);
    }

    private GraphResponse members(GraphRequest request, Group group) {
        List<DirectoryObject> all = switch (request.segment(2)) {
            case "members" -> tenant.members(group, false);
            case "transitiveMembers" -> tenant.members(group, true);
            default -> throw GraphException.unknownSegment(request.segment(2));
        };
        String kind = request.depth() > 3 ? request.segment(3) : "";
        return switch (kind) {
            case "" -> new DirectoryPage(request, false, true).of(all, "directoryObjects");
            case "$count" -> count(request, all);
            case "microsoft.graph.user", "graph.user" -> users(request, all);
            default -> throw GraphException.unknownSegment(kind);
        };
    }

    private static GraphResponse users(GraphRequest request, List<DirectoryObject> all) {
        List<DirectoryObject> users = all.stream().filter(User.class::isInstance).toList();
        boolean count = request.depth() > 4 && request.segment(4).equals("$count");
        return count ? count(request, users) : new DirectoryPage(request, true, false).of(users, "users");
    }

    /** Without the header: 400 and this message (Learn: aad-advanced-queries). */
    private static GraphResponse count(GraphRequest request, List<? extends DirectoryObject> all) {
        if (!DirectoryRules.eventual(request)) {
            throw new GraphException(400, "Request_BadRequest", "$count is not currently supported.");
        }
        Filter filter = ODataQuery.of(request).filter();
        return GraphResponse.text(Long.toString(all.stream().filter(each -> filter == null || filter.test(each)).count()));
    }

    private static GraphResponse single(GraphRequest request, DirectoryObject object, String context) {
        if (request.depth() > 2) {
            throw GraphException.unknownSegment(request.segment(2));
        }
        JsonBytes out = new JsonBytes(1000).raw((byte) '{')
            .field("@odata.context", request.base() + "/$metadata#" + context + "/$entity");
        new DirectoryPage(request, false, false).render(out, object);
        return GraphResponse.ok(out.raw((byte) '}'));
    }

    private static void requireGet(GraphRequest request) {
        if (!request.method().equals("GET")) {
            throw new GraphException(405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.");
        }
    }
}
