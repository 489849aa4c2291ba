package io.contactsync.sandbox.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The properties of a user that lie outside of the directory, as they are for somebody who never filled in a profile.
 *
 * @see <a href="https://learn.microsoft.com/graph/delta-query-overview">properties stored outside of the main data
 * store</a>
 */
final class UserProfile {
    /** What stands for a date nobody set: these properties are not nullable in the schema. */
    private static final String NO_DATE = "0001-01-01T00:00:00Z";
    static final Map<String, Object> EMPTY = empty();

    private UserProfile() {
    }

    private static Map<String, Object> empty() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("aboutMe", null);
        values.put("birthday", NO_DATE);
        values.put("deviceEnrollmentLimit", 5);
        values.put("hireDate", NO_DATE);
        values.put("mySite", null);
        values.put("preferredName", "");
        List.of("interests", "pastProjects", "responsibilities", "schools", "skills")
                .forEach(each -> values.put(each, List.of()));
        return values;
    }
}
