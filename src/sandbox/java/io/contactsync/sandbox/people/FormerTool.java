package io.contactsync.sandbox.people;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.store.Mailbox;
import io.contactsync.sandbox.store.Tenant;
import io.contactsync.sandbox.store.User;
import io.contactsync.sandbox.store.UserAttribute;

/**
 * What a tool that synchronised before us has left in mailboxes: contacts with a category of its own, no key of ours,
 * numbers written its own way. Each carries the tool's own hidden property with the object id of whoever it is in
 * truth, so that a take-over can be checked from above.
 *
 * <table>
 * <caption>Of a hundred contacts</caption>
 * <tr><td>3</td><td>are of people with the name of somebody else of the tenant</td></tr>
 * <tr><td>5</td><td>have no e-mail address</td></tr>
 * <tr><td>2</td><td>were edited by the mailbox's owner: a name, a number, an address or notes</td></tr>
 * <tr><td>2</td><td>are of people who have left</td></tr>
 * </table>
 */
public final class FormerTool {

    /** The category it files its contacts under. */
    public static final String CATEGORY = "Administrator";
    /** Id of its hidden property. */
    public static final String PROPERTY = "String {0f7be1a2-7c55-4a02-b8c4-5a3d6a1c9e01} Name FormerToolPerson";

    private static final Duration LONG_AGO = Duration.ofDays(400);
    private static final int HOMONYMS = 33;
    private static final int WITHOUT_MAIL = 20;
    private static final int EDITED = 50;
    private static final int LEFT = 50;

    private final Tenant tenant;
    private final List<User> people;
    private final int count;

    private FormerTool(Tenant tenant, List<User> people, int count) {
        this.tenant = tenant;
        this.people = people;
        this.count = count;
    }

    /**
     * Writes them into mailboxes.
     *
     * @param eligible the tenant's employees; some of them get the name of another one
     * @param targets into how many mailboxes, those of the first of them
     * @param count how many contacts into each, as far as there are people
     */
    static void write(Tenant tenant, List<User> eligible, int targets, int count) {
        List<User> people = new ArrayList<>(eligible);
        for (int place = HOMONYMS - 1; place < people.size(); place += HOMONYMS) {
            User other = people.get(place - 1);
            User homonym = people.get(place);
            for (UserAttribute name : List.of(UserAttribute.DISPLAY_NAME, UserAttribute.GIVEN_NAME,
                    UserAttribute.SURNAME)) {
                homonym = homonym.with(name, other.text(name));
            }
            people.set(place, homonym);
            tenant.user(homonym.id()).ifPresent(user -> tenant.put(named(user, other)));
        }
        FormerTool tool = new FormerTool(tenant, people, count);
        for (int owner = 0; owner < targets; owner++) {
            tool.fill(owner);
        }
    }

    private static User named(User user, User other) {
        return user.with(UserAttribute.DISPLAY_NAME, other.text(UserAttribute.DISPLAY_NAME))
                .with(UserAttribute.GIVEN_NAME, other.text(UserAttribute.GIVEN_NAME))
                .with(UserAttribute.SURNAME, other.text(UserAttribute.SURNAME));
    }

    private void fill(int owner) {
        Mailbox mailbox = tenant.mailbox(people.get(owner).id());
        int written = 0;
        for (int place = 0; place < people.size() && written < count; place++) {
            if (place != owner) {
                Map<String, Object> contact = written % LEFT == 31 ? left(place) : contact(place);
                if ((written + owner) % EDITED == 17) {
                    edit(contact, written + owner);
                }
                tenant.createContact(mailbox, mailbox.defaultFolder(), new JsonBytes(800).value(contact).toString());
                written++;
            }
        }
        tenant.ageContacts(people.get(owner).id(), LONG_AGO);
    }

    private Map<String, Object> contact(int place) {
        User person = people.get(place);
        Map<String, Object> contact = new HashMap<>(Map.of("givenName", person.text(UserAttribute.GIVEN_NAME),
                "surname", person.text(UserAttribute.SURNAME),
                "displayName", person.text(UserAttribute.SURNAME) + ", " + person.text(UserAttribute.GIVEN_NAME),
                "businessPhones", ((List<?>) person.get("businessPhones")).stream()
                        .map(number -> written(number.toString())).toList(),
                "categories", List.of(CATEGORY),
                "singleValueExtendedProperties", List.of(Map.of("id", PROPERTY, "value", person.id()))));
        String mobile = person.text(UserAttribute.MOBILE_PHONE);
        if (mobile != null) {
            contact.put("mobilePhone", written(mobile));
        }
        if (place % WITHOUT_MAIL != 7) {
            contact.put("emailAddresses", List.of(Map.of("name", person.text(UserAttribute.DISPLAY_NAME), "address",
                    person.text(UserAttribute.MAIL).toUpperCase(Locale.ROOT))));
        }
        return contact;
    }

    /** Dots, where there were blanks and hyphens. */
    private static String written(String number) {
        return number.replace(' ', '.').replace('-', '.');
    }

    /** Somebody who is in no directory any more; of every second the number has gone to whoever took the place. */
    private Map<String, Object> left(int place) {
        Map<String, Object> contact = contact(place);
        contact.putAll(Map.of("givenName", "Former" + place, "surname", "Employee" + place,
                "displayName", "Former" + place + " Employee" + place,
                "emailAddresses", List.of(Map.of("name", "Former", "address", "former" + place + "@sandbox.example")),
                "singleValueExtendedProperties", List.of(Map.of("id", PROPERTY, "value", "left-" + place))));
        if (place % 2 == 0) {
            contact.keySet().removeAll(List.of("businessPhones", "mobilePhone"));
        }
        return contact;
    }

    private static void edit(Map<String, Object> contact, int how) {
        switch (how % 4) {
            case 0 -> contact.put("displayName", contact.get("givenName") + " from work");
            case 1 -> contact.put("mobilePhone", "+1 202-555-0" + (100 + how % 100));
            case 2 -> contact.put("emailAddresses", List.of(Map.of("name", "private", "address",
                    "private" + how + "@mail.example")));
            default -> contact.put("personalNotes", "Met at lunch.");
        }
    }
}
