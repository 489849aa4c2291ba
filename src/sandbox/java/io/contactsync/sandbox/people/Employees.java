package io.contactsync.sandbox.people;

import io.contactsync.sandbox.store.User;
import io.contactsync.sandbox.store.UserAttribute;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Makes users out of the congress data, and further ones by combining its names. The same call sequence makes the same
 * users. All addresses lie below the reserved domain {@code .example} (RFC 2606).
 */
public final class Employees {
    static final String DOMAIN = "congress.example";
    /** Office 365 E3 and its Exchange Online plan (Learn: product names and service plan identifiers for licensing). */
    private static final List<Map<String, Object>> LICENCE =
        List.of(Map.of("disabledPlans", List.of(), "skuId", "6fd2c87f-b296-42f0-b197-1e91e994b900"));
    private static final List<Map<String, Object>> PLAN = List.of(Map.of("assignedDateTime", "2026-01-05T08:00:00Z",
        "capabilityStatus", "Enabled", "service", "exchange", "servicePlanId", "efb87545-963c-4e0d-99df-69c6916d9eb0"));
    private final List<Map<String, String>> people;
    private final Set<String> taken = new HashSet<>();

    Employees(List<Map<String, String>> people) {
        this.people = people;
    }

    /** A real person of the data. */
    User real(Map<String, String> row) {
        Map<UserAttribute, Object> values =
                person("user:" + row.get("bioguide"), row.get("first_name"), row.get("last_name"));
        String full = row.get("official_full_name");
        if (!full.isBlank()) {
            values.put(UserAttribute.DISPLAY_NAME, full);
        }
        work(values, row);
        return new User(values);
    }

    /** A further employee: names of two different people, the work place of a third. */
    User invented(int index) {
        int size = people.size();
        Map<String, String> place = people.get((index * 11 + 5) % size);
        String first = people.get((index * 7 + index / size) % size).get("first_name");
        String last = people.get((index * 31 + 17 + index / size * 3) % size).get("last_name");
        Map<UserAttribute, Object> values = person("employee:" + index, first, last);
        work(values, place);
        values.put(UserAttribute.JOB_TITLE, "Legislative Assistant");
        return new User(values);
    }

    /**
     * @see <a href="https://learn.microsoft.com/entra/external-id/user-properties">properties of a B2B guest user</a>
     */
    User guest(Map<String, String> office) {
        String first = office.get("contact_first_name");
        String last = office.get("contact_last_name");
        Map<UserAttribute, Object> values = person("guest:" + office.get("office_id"), first, last);
        String mail = unique(fold(first) + "." + fold(last)) + "@partner.example";
        values.putAll(Map.of(UserAttribute.MAIL, mail,
                UserAttribute.USER_PRINCIPAL_NAME, mail.replace('@', '_') + "#EXT#@" + DOMAIN,
                UserAttribute.USER_TYPE, "Guest",
                UserAttribute.COMPANY_NAME, office.get("organisation"),
                UserAttribute.SHOW_IN_ADDRESS_LIST, false));
        return unlicensed(new User(values));
    }

    /** The account behind a shared mailbox: disabled and without a licence. */
    static User shared(String name, String alias, String domain) {
        Map<UserAttribute, Object> values = account(uuid("shared:" + alias));
        values.put(UserAttribute.USAGE_LOCATION, "US");
        values.put(UserAttribute.DISPLAY_NAME, name);
        values.putAll(addresses(alias, domain));
        return unlicensed(new User(values)).with(UserAttribute.ACCOUNT_ENABLED, false);
    }

    static User unlicensed(User user) {
        return user.with(UserAttribute.ASSIGNED_LICENSES, List.of()).with(UserAttribute.ASSIGNED_PLANS, List.of());
    }

    private Map<UserAttribute, Object> person(String key, String first, String last) {
        Map<UserAttribute, Object> values = account(uuid(key));
        values.putAll(Map.of(UserAttribute.USAGE_LOCATION, "US",
                UserAttribute.DISPLAY_NAME, first + " " + last,
                UserAttribute.GIVEN_NAME, first,
                UserAttribute.SURNAME, last));
        values.putAll(addresses(unique(fold(first) + "." + fold(last)), DOMAIN));
        return values;
    }

    /** An active, licensed member without a name yet. */
    static Map<UserAttribute, Object> account(UUID id) {
        return new EnumMap<>(Map.of(UserAttribute.ID, id.toString(),
                UserAttribute.USER_TYPE, "Member",
                UserAttribute.ACCOUNT_ENABLED, true,
                UserAttribute.CREATED_DATE_TIME, "2026-01-05T08:00:00Z",
                UserAttribute.BUSINESS_PHONES, List.of(),
                UserAttribute.ASSIGNED_LICENSES, LICENCE,
                UserAttribute.ASSIGNED_PLANS, PLAN,
                UserAttribute.PROXY_ADDRESSES, List.of()));
    }

    /** Sign-in name and mail address are one. */
    static Map<UserAttribute, Object> addresses(String alias, String domain) {
        String mail = alias + "@" + domain;
        return Map.of(UserAttribute.MAIL, mail,
                UserAttribute.USER_PRINCIPAL_NAME, mail,
                UserAttribute.MAIL_NICKNAME, alias,
                UserAttribute.PROXY_ADDRESSES, List.of("SMTP:" + mail));
    }

    private static void work(Map<UserAttribute, Object> values, Map<String, String> row) {
        String phone = row.get("phone");
        boolean senator = row.get("role").equals("Senator");
        values.putAll(Map.of(UserAttribute.JOB_TITLE, row.get("role"),
                UserAttribute.DEPARTMENT, senator ? "Senate" : "House of Representatives",
                UserAttribute.COMPANY_NAME, "United States Congress",
                UserAttribute.BUSINESS_PHONES, phone.isBlank() ? List.of() : List.of(phone),
                UserAttribute.CITY, "Washington",
                UserAttribute.STATE, row.get("state"),
                UserAttribute.POSTAL_CODE, senator ? "20510" : "20515",
                UserAttribute.COUNTRY, "United States",
                UserAttribute.EMPLOYEE_ID, row.get("bioguide")));
        values.put(UserAttribute.OFFICE_LOCATION, orNull(row.get("office")));
        values.put(UserAttribute.STREET_ADDRESS, orNull(row.get("office")));
        values.put(UserAttribute.MOBILE_PHONE,
                row.get("bioguide").endsWith("7") && !phone.isBlank() ? "+1 " + phone : null);
    }

    private String unique(String alias) {
        String candidate = alias;
        for (int number = 2; !taken.add(candidate); number++) {
            candidate = alias + number;
        }
        return candidate;
    }

    /** Letters of ASCII alone, in lower case: "Ben Ray Luján" becomes "benraylujan". */
    static String fold(String name) {
        String plain = Normalizer.normalize(name.replaceAll("\\(.*?\\)", ""), Normalizer.Form.NFD);
        return plain.replaceAll("[^A-Za-z-]", "").toLowerCase(Locale.ROOT);
    }

    public static UUID uuid(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String orNull(String text) {
        return text.isBlank() ? null : text;
    }
}
