package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.Permissions;
import io.contactsync.sandbox.protocol.GraphReading;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse;
import io.contactsync.sandbox.store.Directory;
import io.contactsync.sandbox.store.DirectoryObject;
import io.contactsync.sandbox.store.Group;
import java.util.List;

/**
 * The members of a group, direct or transitive, of all kinds or, by a cast, of one.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/group-list-members">list group members, permissions, hidden
 * membership</a>
 * @see <a href="https://learn.microsoft.com/graph/api/group-list-transitivemembers">list group transitive members</a>
 */
record MembersApi(Directory directory, GraphReadings readings) {

    /** Requests below {@code /groups/{id}}. */
    ServiceResponse of(ServiceRequest request, Group group) {
        String last = request.segment(request.depth() - 1);
        boolean count = request.depth() > 3 && last.equals("$count");
        int depth = count ? request.depth() - 1 : request.depth();
        DirectoryKind cast = depth > 3 ? DirectoryKind.ofCast(request.segment(3)) : null;
        if (depth > 4 || depth > 3 && cast == null) {
            throw GraphRefusal.unknownSegment(request.segment(depth > 4 ? 4 : 3));
        }
        List<DirectoryObject> all = members(request, group).stream()
                .filter(each -> cast == null || each.type().equals(cast.type())).toList();
        DirectoryPage page =
                new DirectoryPage(request, cast == null ? DirectoryKind.MEMBER : cast, directory, readings);
        return count ? page.count(all, cast != null) : page.of(all, cast != null);
    }

    private List<DirectoryObject> members(ServiceRequest request, Group group) {
        boolean transitive = switch (request.segment(2)) {
            case "members" -> false;
            case "transitiveMembers" -> true;
            default -> throw GraphRefusal.unknownSegment(request.segment(2));
        };
        if (!group.hidesMembers() || Permissions.mayReadHiddenMembers(request)) {
            return directory.members(group, transitive);
        }
        if (readings.is(GraphReading.HIDDEN_MEMBERS, "empty")) {
            return List.of();
        }
        throw GraphRefusal.insufficientPrivileges();
    }
}
