package io.contactsync.sandbox.people;

import io.contactsync.sandbox.people.card.Card;
import io.contactsync.sandbox.people.card.CardField;
import io.contactsync.sandbox.people.card.Notes;
import io.contactsync.sandbox.store.User;
import io.contactsync.sandbox.store.UserAttribute;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Makes users of cards. Who is not said to be a guest, disabled or unlicensed is an active, licensed member.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/user">user resource type: the lengths</a>
 */
final class CardUsers {
    /** A property and the most characters it takes. */
    private record Text(UserAttribute property, int most) {
    }

    private static final Map<CardField, Text> TEXTS = new EnumMap<>(Map.ofEntries(
            text(CardField.GIVEN_NAME, UserAttribute.GIVEN_NAME, 64),
            text(CardField.SURNAME, UserAttribute.SURNAME, 64),
            text(CardField.DEPARTMENT, UserAttribute.DEPARTMENT, 64),
            text(CardField.COMPANY_NAME, UserAttribute.COMPANY_NAME, 64),
            text(CardField.OFFICE_LOCATION, UserAttribute.OFFICE_LOCATION, 128),
            text(CardField.STREET, UserAttribute.STREET_ADDRESS, 1024), text(CardField.CITY, UserAttribute.CITY, 128),
            text(CardField.STATE, UserAttribute.STATE, 128), text(CardField.POSTAL_CODE, UserAttribute.POSTAL_CODE, 40),
            text(CardField.COUNTRY, UserAttribute.COUNTRY, 128),
            text(CardField.EMPLOYEE_ID, UserAttribute.EMPLOYEE_ID, 16),
            text(CardField.EMPLOYEE_TYPE, UserAttribute.EMPLOYEE_TYPE, 64),
            text(CardField.PREFERRED_LANGUAGE, UserAttribute.PREFERRED_LANGUAGE, 64)));
    private static final int DISPLAY_NAME = 256;
    private static final int JOB_TITLE = 128;
    private static final int PHONE = 64;
    private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());
    private final CardText text;
    private final CardNames names = new CardNames();
    private final Map<UUID, String> placeById = new HashMap<>();

    CardUsers(Notes notes) {
        this.text = new CardText(notes);
    }

    /** The fields a user has. */
    static Set<CardField> fields() {
        Set<CardField> fields = EnumSet.copyOf(TEXTS.keySet());
        fields.addAll(List.of(CardField.ID, CardField.UID, CardField.USER_PRINCIPAL_NAME, CardField.DISPLAY_NAME,
                CardField.TITLE, CardField.JOB_TITLE, CardField.MAIL, CardField.BUSINESS_PHONES, CardField.MOBILE_PHONE,
                CardField.FAX_NUMBER, CardField.USAGE_LOCATION, CardField.USER_TYPE, CardField.ACCOUNT_ENABLED,
                CardField.BLOCK_CREDENTIAL, CardField.LICENSES, CardField.SHOW_IN_ADDRESS_LIST));
        return fields;
    }

    /** Those that have a name; of the others it is said that they are left out. */
    List<User> users(List<Card> cards) {
        return cards.stream().filter(this::named).map(this::user).toList();
    }

    private boolean named(Card card) {
        boolean named = CardNames.shown(card) != null;
        if (!named) {
            text.leftOut(card, "it has no displayName, givenName or surname");
        }
        return named;
    }

    private User user(Card card) {
        CardFlags flags = CardFlags.of(card);
        Map<UserAttribute, Object> values = Employees.account(id(card));
        values.put(UserAttribute.ACCOUNT_ENABLED, flags.enabled());
        values.put(UserAttribute.USER_TYPE, flags.guest() ? "Guest" : "Member");
        values.put(UserAttribute.DISPLAY_NAME,
                card.text(CardField.DISPLAY_NAME) == null ? CardNames.cut(CardNames.shown(card), DISPLAY_NAME)
                : text.line(card, CardField.DISPLAY_NAME, DISPLAY_NAME));
        values.put(UserAttribute.JOB_TITLE, text.line(card,
                card.text(CardField.JOB_TITLE) == null ? CardField.TITLE : CardField.JOB_TITLE, JOB_TITLE));
        TEXTS.forEach((field, to) -> values.put(to.property(), text.line(card, field, to.most())));
        values.put(UserAttribute.BUSINESS_PHONES, text.items(card, CardField.BUSINESS_PHONES, 1, PHONE));
        values.put(UserAttribute.MOBILE_PHONE, first(card, CardField.MOBILE_PHONE));
        values.put(UserAttribute.FAX_NUMBER, first(card, CardField.FAX_NUMBER));
        values.put(UserAttribute.USAGE_LOCATION, usageLocation(card));
        values.put(UserAttribute.SHOW_IN_ADDRESS_LIST, flags.shown());
        names.put(values, card, flags);
        User user = new User(values);
        return flags.licensed() ? user : Employees.unlicensed(user);
    }

    /** The id that is given, or one made of what does not change: the same file gives the same ids. */
    private UUID id(Card card) {
        UUID id = card.text(CardField.ID) == null ? Employees.uuid("card:" + CardNames.key(card)) : given(card);
        String before = placeById.putIfAbsent(id, card.place());
        if (before != null && card.text(CardField.ID) != null) {
            throw new IllegalArgumentException(
                    card.place(CardField.ID) + ": '" + id + "' stands in " + before + " too - each user has their own");
        }
        for (int twin = 2; before != null; twin++) {
            id = Employees.uuid("card:" + CardNames.key(card) + "#" + twin);
            before = placeById.putIfAbsent(id, card.place());
        }
        return id;
    }

    private static UUID given(Card card) {
        String id = card.text(CardField.ID);
        if (!id.matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}")) {
            throw CardText.refused(card, CardField.ID, "a GUID");
        }
        return UUID.fromString(id);
    }

    private String first(Card card, CardField field) {
        return text.items(card, field, 1, PHONE).stream().findFirst().orElse(null);
    }

    private String usageLocation(Card card) {
        String region = card.text(CardField.USAGE_LOCATION);
        if (region != null && !REGIONS.contains(region.toUpperCase(Locale.ROOT))) {
            text.leftOut(card, CardField.USAGE_LOCATION, "a two-letter country code such as US");
            return null;
        }
        return region == null ? null : region.toUpperCase(Locale.ROOT);
    }

    private static Map.Entry<CardField, Text> text(CardField field, UserAttribute property, int most) {
        return Map.entry(field, new Text(property, most));
    }
}
