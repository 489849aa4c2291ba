package io.contactsync.sandbox.people;

import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.store.User;
import io.contactsync.sandbox.store.UserAttribute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Makes the JSON of contacts out of the district offices: customers, suppliers, and people's private ones. */
final class OfficeContacts {
    private static final List<String> PRIVATE_CATEGORIES = List.of("Family", "Golf", "Neighbours");
    private final List<Map<String, String>> offices;

    OfficeContacts(List<Map<String, String>> offices) {
        this.offices = offices;
    }

    /** That many contacts of a central mailbox, from the office of that index on. */
    List<String> business(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(this::business).toList();
    }

    /** A contact of the central mailbox; beyond the last office they begin anew with a number in the name. */
    String business(int index) {
        Map<String, String> row = offices.get(index % offices.size());
        int round = index / offices.size();
        Map<String, Object> contact = new LinkedHashMap<>();
        contact.put("givenName", row.get("contact_first_name"));
        contact.put("surname", row.get("contact_last_name") + (round == 0 ? "" : " " + (round + 1)));
        contact.put("displayName",
                contact.get("givenName") + " " + contact.get("surname") + " (" + row.get("city") + ")");
        contact.put("companyName", row.get("organisation"));
        contact.put("jobTitle", row.get("role"));
        contact.put("emailAddresses",
                List.of(email(row, "office" + index + "." + Employees.fold(row.get("city")) + "@customers.example")));
        contact.put("businessPhones", row.get("phone").isBlank() ? List.of() : List.of(row.get("phone")));
        contact.put("businessAddress", address(row));
        contact.put("personalNotes", row.get("hours"));
        return json(contact);
    }

    /** One of the private contacts a mailbox's owner made; {@code nth} tells the owner's contacts apart. */
    String personal(int owner, int nth) {
        Map<String, String> row = offices.get((owner * 13 + nth * 97) % offices.size());
        Map<String, Object> contact = new LinkedHashMap<>();
        contact.put("givenName", row.get("contact_first_name"));
        contact.put("surname", row.get("contact_last_name"));
        contact.put("homePhones", row.get("phone").isBlank() ? List.of() : List.of(row.get("phone")));
        switch (nth) {
            case 0 -> friend(contact, row, owner);
            case 1 -> contact.put("personalNotes", "Met at the county fair.\nPrefers calls in the evening.");
            case 2 -> relative(contact, row);
            default -> contact.put("categories", List.of(PRIVATE_CATEGORIES.get(owner % PRIVATE_CATEGORIES.size())));
        }
        return json(contact);
    }

    /** A colleague somebody noted down themselves: the category people can see, but no hidden key. */
    String ownColleague(User colleague) {
        Map<String, Object> contact = new LinkedHashMap<>();
        contact.put("givenName", colleague.text(UserAttribute.GIVEN_NAME));
        contact.put("surname", colleague.text(UserAttribute.SURNAME));
        contact.put("categories", List.of("Colleagues"));
        contact.put("mobilePhone", "+1 202-555-0147");
        contact.put("personalNotes", "Private number, not for the office.");
        return json(contact);
    }

    private static void friend(Map<String, Object> contact, Map<String, String> row, int owner) {
        contact.put("emailAddresses", List.of(email(row, "friend" + owner + "@mail.example")));
        contact.put("nickName", row.get("contact_first_name").substring(0, 1) + ".");
        contact.put("mobilePhone", row.get("phone"));
        contact.put("imAddresses", List.of("sip:friend" + owner + "@mail.example"));
    }

    private static void relative(Map<String, Object> contact, Map<String, String> row) {
        contact.put("categories", List.of("Family"));
        contact.put("spouseName", "Alex");
        contact.put("children", List.of("Sam", "Kim"));
        contact.put("birthday", "1970-03-0" + (row.get("city").length() % 9 + 1) + "T00:00:00Z");
        contact.put("homeAddress", address(row));
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
