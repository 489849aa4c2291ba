package io.contactsync.sandbox.people;

import java.util.Locale;

/**
 * Somebody who does not exist.
 *
 * @param number   tells generated people apart
 * @param region   ISO 3166-1 alpha-2; national numbers are of it
 * @param business the switchboard's for some
 * @param home     the same in a family
 */
record GeneratedPerson(int number, String region, String givenName, String surname, String displayName, String job,
        String street, String city, String mobile, String business, String home) {

    /** The region's name in English. */
    String country() {
        return new Locale("", region).getDisplayCountry(Locale.ENGLISH);
    }

    /** The local part of an e-mail address: what is ASCII of the name, and the number. */
    String alias() {
        String name = Employees.fold(givenName) + "." + Employees.fold(surname);
        return name.matches("[a-z-]{1,24}\\.[a-z-]{1,24}") ? name + number : "user" + number;
    }
}
