package io.contactsync.sandbox.people;

import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.store.User;
import io.contactsync.sandbox.store.UserAttribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Makes the JSON of contacts out of the district offices: customers, suppliers, and people's private ones. */
record OfficeContacts(List<Map<String, String>> offices) {
    private static final List<String> PRIVATE_CATEGORIES = List.of("Family", "Golf", "Neighbours");

    /** That many contacts of a central mailbox, from the office of that index on. */
    List<String> business(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(this::business).toList();
    }

    /** A contact of the central mailbox; beyond the last office they begin anew with a number in the name. */
    String business(int index) {
        Map<String, String> row = offices.get(index % offices.size());
        int round = index / offices.size();
        String given = row.get("contact_first_name");
        String surname = row.get("contact_last_name") + (round == 0 ? "" : " " + (round + 1));
        String mail = "office" + index + "." + Employees.fold(row.get("city")) + "@customers.example";
        return json(Map.of("givenName", given,
                "surname", surname,
                "displayName", given + " " + surname + " (" + row.get("city") + ")",
                "companyName", row.get("organisation"),
                "jobTitle", row.get("role"),
                "emailAddresses", List.of(email(row, mail)),
                "businessPhones", phones(row),
                "businessAddress", address(row),
                "personalNotes", row.get("hours")));
    }

    /** One of the private contacts a mailbox's owner made; {@code nth} tells the owner's contacts apart. */
    String personal(int owner, int nth) {
        Map<String, String> row = offices.get((owner * 13 + nth * 97) % offices.size());
        Map<String, Object> contact = new HashMap<>(Map.of("givenName", row.get("contact_first_name"),
                "surname", row.get("contact_last_name"),
                "homePhones", phones(row)));
        contact.putAll(switch (nth) {
            case 0 -> friend(row, owner);
            case 1 -> Map.of("personalNotes", "Met at the county fair.\nPrefers calls in the evening.");
            case 2 -> relative(row);
            default -> Map.of("categories", List.of(PRIVATE_CATEGORIES.get(owner % PRIVATE_CATEGORIES.size())));
        });
        return json(contact);
    }

    /** A colleague somebody noted down themselves: the category people can see, but no hidden key. */
    String ownColleague(User colleague) {
        return json(Map.of("givenName", colleague.text(UserAttribute.GIVEN_NAME),
                "surname", colleague.text(UserAttribute.SURNAME),
                "categories", List.of("Colleagues"),
                "mobilePhone", "+1 202-555-0147",
                "personalNotes", "Private number, not for the office."));
    }

    private static Map<String, Object> friend(Map<String, String> row, int owner) {
        return Map.of("emailAddresses", List.of(email(row, "friend" + owner + "@mail.example")),
                "nickName", row.get("contact_first_name").substring(0, 1) + ".",
                "mobilePhone", row.get("phone"),
                "imAddresses", List.of("sip:friend" + owner + "@mail.example"));
    }

    private static Map<String, Object> relative(Map<String, String> row) {
        return Map.of("categories", List.of("Family"),
                "spouseName", "Alex",
                "children", List.of("Sam", "Kim"),
                "birthday", "1970-03-0" + (row.get("city").length() % 9 + 1) + "T00:00:00Z",
                "homeAddress", address(row));
    }

    private static List<String> phones(Map<String, String> row) {
        return row.get("phone").isBlank() ? List.of() : List.of(row.get("phone"));
    }

    private static Map<String, Object> email(Map<String, String> row, String address) {
        return Map.of("name", row.get("contact_first_name") + " " + row.get("contact_last_name"), "address", address);
    }

    private static Map<String, Object> address(Map<String, String> row) {
        List<String> street = new ArrayList<>(List.of(row.get("street"), row.get("suite")));
        street.removeIf(String::isBlank);
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("street", String.join(", ", street));
        address.put("city", row.get("city"));
        address.put("state", row.get("state"));
        address.put("postalCode", row.get("zip"));
        address.put("countryOrRegion", row.get("country"));
        return address;
    }

    private static String json(Map<String, Object> contact) {
        return new JsonBytes(800).value(contact).toString();
    }
}
