package io.contactsync.source;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the directory says of a user: an enabled, licensed member becomes a contact, and has a mailbox; of all others it
 * is said why not.
 */
public enum UserState {
    /** An enabled, licensed member. */
    ACTIVE(""),
    /** They cannot sign in. */
    DISABLED("the account is disabled"),
    /** They are no member of the organisation. */
    GUEST("not a member of the organisation, but a guest"),
    /** They have no licence. */
    NO_LICENCE("no licence");

    /** Why a user without a licence is no target, in words. */
    public static final String UNLICENSED = "the user has no licence";

    /** What tells the state of a user, comma-separated. */
    static final String PROPERTIES = "id,accountEnabled,userType,assignedLicenses";

    private static final String ENABLED = "accountEnabled";
    private static final String LICENCES = "assignedLicenses";

    private final String words;

    UserState(String words) {
        this.words = words;
    }

    /** The OData filter of active users. Graph has been seen to miscount licences: {@link #of} has the last word. */
    public static String filter() {
        return "accountEnabled eq true and userType eq 'Member' and assignedLicenses/$count ne 0";
    }

    /** What is asked of a user to know who they are and in which state, comma-separated. */
    public static String properties() {
        return "displayName,mail,userPrincipalName," + PROPERTIES;
    }

    /** Why they do not become a contact, in words; empty if they do. */
    public String words() {
        return words;
    }

    /** Of a user of whom all was asked: what is missing is not there. */
    public static UserState of(JsonNode user) {
        if (!user.path(ENABLED).asBoolean()) {
            return DISABLED;
        }
        if (!"Member".equalsIgnoreCase(user.path("userType").asText("Member"))) {
            return GUEST;
        }
        return user.path(LICENCES).isEmpty() ? NO_LICENCE : ACTIVE;
    }

    /**
     * Why that user cannot have a mailbox, in words; null if they can, or if that was not asked. Guests may have one.
     */
    public static String withoutMailbox(JsonNode user) {
        if (user.has(ENABLED) && !user.path(ENABLED).asBoolean()) {
            return DISABLED.words;
        }
        return user.has(LICENCES) && user.path(LICENCES).isEmpty() ? UNLICENSED : null;
    }
}
