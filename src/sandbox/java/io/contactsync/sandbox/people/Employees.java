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
        values.put(UserAttribute.MAIL, mail);
        values.put(UserAttribute.USER_PRINCIPAL_NAME, mail.replace('@', '_') + "#EXT#@" + DOMAIN);
        values.put(UserAttribute.USER_TYPE, "Guest");
        values.put(UserAttribute.COMPANY_NAME, office.get("organisation"));
        values.put(UserAttribute.ASSIGNED_LICENSES, List.of());
        values.put(UserAttribute.ASSIGNED_PLANS, List.of());
        values.put(UserAttribute.SHOW_IN_ADDRESS_LIST, false);
        return new User(values);
    }

    /** The account behind a shared mailbox: disabled and without a licence. */
    static User shared(String name, String alias, String domain) {
        String mail = alias + "@" + domain;
        Map<UserAttribute, Object> values = account(uuid("shared:" + alias));
        values.put(UserAttribute.USAGE_LOCATION, "US");
        values.put(UserAttribute.DISPLAY_NAME, name);
        values.put(UserAttribute.MAIL, mail);
        values.put(UserAttribute.USER_PRINCIPAL_NAME, mail);
        values.put(UserAttribute.MAIL_NICKNAME, alias);
        values.put(UserAttribute.PROXY_ADDRESSES, List.of("SMTP:" + mail));
        return unlicensed(new User(values)).with(UserAttribute.ACCOUNT_ENABLED, false);
    }

    static User unlicensed(User user) {
        return user.with(UserAttribute.ASSIGNED_LICENSES, List.of()).with(UserAttribute.ASSIGNED_PLANS, List.of());
    }

    private Map<UserAttribute, Object> person(String key, String first, String last) {
        Map<UserAttribute, Object> values = account(uuid(key));
        values.put(UserAttribute.USAGE_LOCATION, "US");
        named(values, first, last);
        return values;
    }

    /** An active, licensed member without a name yet. */
    static Map<UserAttribute, Object> account(UUID id) {
        Map<UserAttribute, Object> values = new EnumMap<>(UserAttribute.class);
        values.put(UserAttribute.ID, id.toString());
        values.put(UserAttribute.USER_TYPE, "Member");
        values.put(UserAttribute.ACCOUNT_ENABLED, true);
        values.put(UserAttribute.CREATED_DATE_TIME, "2026-01-05T08:00:00Z");
        values.put(UserAttribute.BUSINESS_PHONES, List.of());
        values.put(UserAttribute.ASSIGNED_LICENSES, LICENCE);
        values.put(UserAttribute.ASSIGNED_PLANS, PLAN);
        values.put(UserAttribute.PROXY_ADDRESSES, List.of());
        return values;
    }

    private void named(Map<UserAttribute, Object> values, String first, String last) {
        String alias = unique(fold(first) + "." + fold(last));
        String mail = alias + "@" + DOMAIN;
        values.put(UserAttribute.DISPLAY_NAME, first + " " + last);
        values.put(UserAttribute.GIVEN_NAME, first);
        values.put(UserAttribute.SURNAME, last);
        values.put(UserAttribute.MAIL, mail);
        values.put(UserAttribute.USER_PRINCIPAL_NAME, mail);
        values.put(UserAttribute.MAIL_NICKNAME, alias);
        values.put(UserAttribute.PROXY_ADDRESSES, List.of("SMTP:" + mail));
    }

    private static void work(Map<UserAttribute, Object> values, Map<String, String> row) {
        String phone = row.get("phone");
        values.put(UserAttribute.JOB_TITLE, row.get("role"));
        values.put(UserAttribute.DEPARTMENT, row.get("role").equals("Senator") ? "Senate" : "House of Representatives");
        values.put(UserAttribute.COMPANY_NAME, "United States Congress");
        values.put(UserAttribute.OFFICE_LOCATION, orNull(row.get("office")));
        values.put(UserAttribute.BUSINESS_PHONES, phone.isBlank() ? List.of() : List.of(phone));
        values.put(UserAttribute.STREET_ADDRESS, orNull(row.get("office")));
        values.put(UserAttribute.CITY, "Washington");
        values.put(UserAttribute.STATE, row.get("state"));
        values.put(UserAttribute.POSTAL_CODE, row.get("role").equals("Senator") ? "20510" : "20515");
        values.put(UserAttribute.COUNTRY, "United States");
        values.put(UserAttribute.EMPLOYEE_ID, row.get("bioguide"));
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
