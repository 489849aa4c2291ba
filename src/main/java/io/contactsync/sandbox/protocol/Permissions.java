package io.contactsync.sandbox.protocol;

import java.util.Collections;
import java.util.Set;
import java.util.function.UnaryOperator;

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

    /**
     * @param mailboxId object id of the mailbox a name in the request means
     * @throws GraphException 403 in the words of the directory or of Exchange
     */
    public static void check(GraphRequest request, UnaryOperator<String> mailboxId) {
        Set<String> roles = request.caller().roles();
        if (request.mailbox() == null) {
            directory(roles, request.segment(0).equals("groups") ? GROUPS : USERS);
            return;
        }
        String kind = request.segment(2).startsWith("contact") ? "Contacts" : "MailboxSettings";
        boolean read = request.method().equals("GET");
        boolean consented = roles.contains(kind + ".ReadWrite") || read && roles.contains(kind + ".Read");
        ExchangeAccess exchange = request.caller().exchange();
        if (!consented || exchange != ExchangeAccess.NONE) {
            mailbox(exchange, mailboxId.apply(request.mailbox()), kind, read, consented);
        }
    }

    /** What Exchange grants and what Entra's consent gives are a union; the older policy limits the consent only. */
    private static void mailbox(ExchangeAccess exchange, String id, String kind, boolean read, boolean consented) {
        boolean granted = exchange.granted(kind + ".ReadWrite", id) || read && exchange.granted(kind + ".Read", id);
        if (!granted && consented && exchange.denied(id)) {
            throw new GraphException(403, "ErrorAccessDenied", "Access to OData is disabled.");
        }
        if (!granted && !consented) {
            throw new GraphException(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");
        }
    }

    private static void directory(Set<String> roles, Set<String> sufficient) {
        if (Collections.disjoint(roles, sufficient)) {
            throw new GraphException(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
        }
    }
}
