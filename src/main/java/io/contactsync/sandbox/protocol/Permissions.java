package io.contactsync.sandbox.protocol;

import java.util.Collections;
import java.util.Set;

/**
 * Which application permission each kind of request needs; the roles are those of the token, so a new consent needs a new token.
 *
 * @see <a href="https://learn.microsoft.com/graph/permissions-reference">permissions reference</a>
 */
public final class Permissions {
    /** What the product asks an administrator to consent to. */
    public static final Set<String> ALL =
        Set.of("User.Read.All", "GroupMember.Read.All", "Contacts.ReadWrite", "MailboxSettings.ReadWrite");
    private static final Set<String> USERS = Set.of("User.Read.All", "User.ReadWrite.All", "Directory.Read.All");
    private static final Set<String> GROUPS = Set.of("GroupMember.Read.All", "Group.Read.All", "Directory.Read.All");

    private Permissions() {
    }

    /** @throws GraphException 403 in the words of the directory or of Exchange */
    public static void check(GraphRequest request) {
        Set<String> roles = request.caller().roles();
        if (request.mailbox() == null || request.segment(2).equals("translateExchangeIds")) {
            directory(roles, request.segment(0).equals("groups") ? GROUPS : USERS);
            return;
        }
        String kind = request.segment(2).startsWith("contact") ? "Contacts" : "MailboxSettings";
        boolean read = request.method().equals("GET") && roles.contains(kind + ".Read");
        if (!read && !roles.contains(kind + ".ReadWrite")) {
            throw new GraphException(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");
        }
    }

    private static void directory(Set<String> roles, Set<String> sufficient) {
        if (Collections.disjoint(roles, sufficient)) {
            throw new GraphException(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
        }
    }
}
