package io.contactsync.source;

import io.contactsync.core.Names;

import java.util.Set;

/**
 * Of which lists of users Graph's changes say all: those of all active users, with properties of the directory itself.
 * What a filter of one's own looks at need not be among the properties; extensions, and what other services keep, are
 * not tracked, or nobody says so.
 *
 * @see <a href="https://learn.microsoft.com/graph/delta-query-overview">use delta query to track changes</a>
 */
public final class TrackedUsers {

    private static final Set<String> PROPERTIES = Set.of("accountEnabled", "assignedLicenses", "businessPhones", "city",
            "companyName", "country", "department", "displayName", "employeeId", "employeeType", "faxNumber",
            "givenName", "id", "jobTitle", "mail", "mailNickname", "mobilePhone", "officeLocation", "otherMails",
            "postalCode", "preferredLanguage", "state", "streetAddress", "surname", "usageLocation",
            "userPrincipalName", "userType");

    private TrackedUsers() {
    }

    /**
     * Whether no user can come into that list, leave it or be another there without a change that is told.
     *
     * @param properties that are read, comma-separated
     * @param filter of the list, as OData
     */
    public static boolean areAll(String properties, String filter) {
        return UserState.filter().equals(filter) && PROPERTIES.containsAll(Names.list(properties))
                && Names.list(properties).containsAll(Names.list(UserState.PROPERTIES));
    }
}
