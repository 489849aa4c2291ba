package io.contactsync.sandbox.people;

import io.contactsync.sandbox.protocol.JsonBytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the JSON of contacts out of generated people: private ones, and customers of the central mailbox. */
final class GeneratedContacts {
    private static final List<String> NICKNAMES =
            List.of("🌻", "Bär 🐻", "👩‍👩‍👧 next door", "🇳🇴", "Ace", "Ольга", "ちゃん");
    private static final List<String> NOTES = List.of("Met at the fair 🎉\nCalls back in the evening.",
            "Ключ у соседей", "بعد الساعة ٥", "生日 3月8日", "a \"quoted\" note; with, marks");
    private static final List<String> CATEGORIES = List.of("Family", "Verein", "Αθλητισμός", "友達", "Neighbours");

    private GeneratedContacts() {
    }

    /** A contact that somebody made for themselves. */
    static String personal(GeneratedPerson person) {
        int number = person.number();
        Map<String, Object> contact = named(person);
        contact.putAll(Map.of("emailAddresses", emails(person, "mail.example", number % 3),
                "mobilePhone", person.mobile(),
                "homePhones", number % 2 == 0 ? List.of(person.home()) : List.of(),
                "homeAddress", number % 3 == 0 ? address(person) : Map.of()));
        if (number % 6 == 1) {
            contact.put("nickName", NICKNAMES.get(number / 6 % NICKNAMES.size()));
        }
        if (number % 7 == 2) {
            contact.put("personalNotes", NOTES.get(number / 7 % NOTES.size()));
        }
        if (number % 8 == 3) {
            contact.put("categories", List.of(CATEGORIES.get(number / 8 % CATEGORIES.size())));
        }
        if (number % 9 == 4) {
            contact.put("birthday", String.format(Locale.ROOT, "19%02d-%02d-%02dT00:00:00Z", 30 + number % 70,
                    1 + number % 12, 1 + number % 28));
        }
        return json(contact);
    }

    /** A customer; numbers are with country code, since the source has one region for all. */
    static String customer(GeneratedPerson person) {
        Map<String, Object> contact = named(person);
        contact.putAll(Map.of("companyName", person.surname() + " & Co.",
                "jobTitle", person.job(),
                "emailAddresses", emails(person, "customers.example", 1),
                "businessPhones", List.of(person.business()),
                "mobilePhone", person.mobile(),
                "businessAddress", address(person)));
        return json(contact);
    }

    private static Map<String, Object> named(GeneratedPerson person) {
        return new HashMap<>(Map.of("givenName", person.givenName(),
                "surname", person.surname(),
                "displayName", person.displayName()));
    }

    private static List<Map<String, String>> emails(GeneratedPerson person, String domain, int count) {
        List<Map<String, String>> emails = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            emails.add(Map.of("name", person.displayName(), "address",
                    person.alias() + (i == 0 ? "@" : "@home.") + domain));
        }
        return emails;
    }

    private static Map<String, String> address(GeneratedPerson person) {
        return Map.of("street", person.street(), "city", person.city(), "countryOrRegion", person.country());
    }

    private static String json(Map<String, Object> contact) {
        return new JsonBytes(800).value(contact).toString();
    }
}
