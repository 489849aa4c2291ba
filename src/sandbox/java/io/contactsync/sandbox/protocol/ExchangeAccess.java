package io.contactsync.sandbox.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What Exchange Online itself lets the application do with mailboxes, beside the roles consented to in Entra ID.
 * Immutable.
 *
 * <p>RBAC for Applications adds: a role on some mailboxes that need not be in the token. The older application access
 * policy takes away: the token's roles then hold for its mailboxes only.
 *
 * @param grants object ids of the mailboxes for each role, such as Contacts.ReadWrite
 * @param policy object ids of the mailboxes the policy leaves, or null for no policy
 * @see <a href="https://learn.microsoft.com/exchange/permissions-exo/application-rbac">RBAC for Applications in
 * Exchange Online</a>
 * @see <a href="https://learn.microsoft.com/graph/auth-limit-mailbox-access">limiting application permissions to
 * mailboxes</a>
 */
public record ExchangeAccess(Map<String, Set<String>> grants, Set<String> policy) {
    public static final ExchangeAccess NONE = new ExchangeAccess(Map.of(), null);

    /** Adds a role on some mailboxes. */
    public ExchangeAccess grant(String role, Set<String> mailboxes) {
        Map<String, Set<String>> more = new LinkedHashMap<>(grants);
        more.put(role, Set.copyOf(mailboxes));
        return new ExchangeAccess(Map.copyOf(more), policy);
    }

    /** Limits the token's roles to some mailboxes. */
    public ExchangeAccess limitTo(Set<String> mailboxes) {
        return new ExchangeAccess(grants, Set.copyOf(mailboxes));
    }

    boolean granted(String role, String mailbox) {
        return grants.getOrDefault(role, Set.of()).contains(mailbox);
    }

    boolean denied(String mailbox) {
        return policy != null && !policy.contains(mailbox);
    }
}
