package io.contactsync.contact;

/**
 * The named single-value extended properties that prove a contact ours. A set GUID of this project, so that no other
 * program's names collide (https://learn.microsoft.com/graph/api/resources/extended-properties-overview).
 */
public final class HiddenProperties {

    /** The member of a contact that holds them. */
    public static final String MEMBER = "singleValueExtendedProperties";

    private static final String SET = "String {6b1f0c62-3a54-4c5e-9f0e-2f7f6a1d8c34} Name ";

    /** Who the contact is: the text of a {@link io.contactsync.core.HiddenKey}. */
    public static final String KEY = SET + "ContactSyncKey";
    /** What we wrote: the content hash. */
    public static final String HASH = SET + "ContactSyncHash";

    private HiddenProperties() {
    }

    /** The {@code $expand} that reads both. */
    public static String expand() {
        return MEMBER + "($filter=id eq '" + KEY + "' or id eq '" + HASH + "')";
    }
}
