package io.contactsync.sandbox.protocol;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Which application permission each kind of request needs; the roles are those of the token, so a new consent needs a
 * new token.
 *
 * @see <a href="https://learn.microsoft.com/graph/permissions-reference">permissions reference</a>
 */
public final class Permissions {
    /** What the product asks an administrator to consent to. */
    public static final Set<String> ALL =
        Set.of("User.Read.All", "GroupMember.Read.All", "Contacts.ReadWrite", "MailboxSettings.ReadWrite");
    /** What the sandbox's administrator has consented to: that, and reading organisational contacts. */
    public static final Set<String> CONSENTED = with(ALL, "OrgContact.Read.All");
    private static final Set<String> USERS =
            Set.of("User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All");
    private static final Set<String> GROUPS =
            Set.of("GroupMember.Read.All", "GroupMember.ReadWrite.All", "Group.Read.All", "Group.ReadWrite.All",
                    "Directory.Read.All", "Directory.ReadWrite.All");
    private static final Set<String> ORG_CONTACTS =
            Set.of("OrgContact.Read.All", "Directory.Read.All", "Directory.ReadWrite.All");
    private static final Set<String> PHOTOS =
        Set.of("User.Read.All", "User.ReadWrite.All", "ProfilePhoto.Read.All", "ProfilePhoto.ReadWrite.All");
    private static final Map<String, Set<String>> BY_TYPE =
            Map.of("microsoft.graph.user", USERS, "microsoft.graph.group", GROUPS, "microsoft.graph.orgContact",
                    ORG_CONTACTS);
    private static final Map<String, Set<String>> BY_PATH = Map.of("groups", GROUPS, "contacts", ORG_CONTACTS);

    private Permissions() {
    }

    /**
     * @param mailboxId object id of the mailbox a name in the request means
     * @throws GraphRefusal 403 in the words of the directory or of Exchange
     */
    public static void check(ServiceRequest request, UnaryOperator<String> mailboxId) {
        Set<String> roles = request.caller().roles();
        if (request.mailbox() == null || request.segment(2).equals("translateExchangeIds")) {
            require(!Collections.disjoint(roles, BY_PATH.getOrDefault(request.segment(0), USERS)),
                    GraphRefusal::insufficientPrivileges);
        } else if (request.segment(2).startsWith("photo")) {
            require(!Collections.disjoint(roles, PHOTOS), GraphRefusal::accessDenied);
        } else {
            mailbox(request, mailboxId, roles);
        }
    }

    private static void mailbox(ServiceRequest request, UnaryOperator<String> mailboxId, Set<String> roles) {
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
        require(granted || !consented || !exchange.denied(id),
                () -> new GraphRefusal(403, "ErrorAccessDenied", "Access to OData is disabled."));
        require(granted || consented, GraphRefusal::accessDenied);
    }

    /** Whether the app may see more of an object of that type than its id (Learn: list group members). */
    public static boolean mayRead(ServiceRequest request, String type) {
        return !Collections.disjoint(request.caller().roles(), BY_TYPE.getOrDefault(type, USERS));
    }

    /** Whether the app may see the members of groups that hide them. */
    public static boolean mayReadHiddenMembers(ServiceRequest request) {
        return request.caller().roles().contains("Member.Read.Hidden");
    }

    /** @throws GraphRefusal 403 if the settings of mailboxes are not to be read */
    public static void checkSettings(ServiceRequest request) {
        Set<String> roles = request.caller().roles();
        require(roles.contains("MailboxSettings.Read") || roles.contains("MailboxSettings.ReadWrite"),
                GraphRefusal::accessDenied);
    }

    private static void require(boolean allowed, Supplier<GraphRefusal> refusal) {
        if (!allowed) {
            throw refusal.get();
        }
    }

    private static Set<String> with(Set<String> roles, String more) {
        Set<String> all = new HashSet<>(roles);
        all.add(more);
        return Set.copyOf(all);
    }
}
