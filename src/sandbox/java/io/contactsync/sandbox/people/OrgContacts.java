package io.contactsync.sandbox.people;

import io.contactsync.sandbox.store.OrgContact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes organisational contacts out of the district offices. */
final class OrgContacts {

    private OrgContacts() {
    }

    static OrgContact of(Map<String, String> office) {
        String first = office.get("contact_first_name");
        String last = office.get("contact_last_name");
        String alias = Employees.fold(first) + "." + Employees.fold(last) + "." + Employees.fold(office.get("city"));
        return new OrgContact(Employees.uuid("orgContact:" + office.get("office_id")).toString(), Map.of(
                "displayName", first + " " + last + " (" + office.get("city") + ")",
                "givenName", first,
                "surname", last,
                "companyName", office.get("organisation"),
                "jobTitle", office.get("role"),
                "mail", alias + "@districts.example",
                "mailNickname", alias,
                "proxyAddresses", List.of("SMTP:" + alias + "@districts.example"),
                "addresses", List.of(address(office)),
                "phones", phones(office.get("phone"))));
    }

    private static Map<String, Object> address(Map<String, String> office) {
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("city", office.get("city"));
        address.put("countryOrRegion", office.get("country"));
        address.put("officeLocation", null);
        address.put("postalCode", office.get("zip"));
        address.put("state", office.get("state"));
        address.put("street", office.get("street"));
        return address;
    }

    private static List<Map<String, Object>> phones(String number) {
        return number.isBlank() ? List.of() : List.of(Map.of("number", number, "type", "business"));
    }
}
