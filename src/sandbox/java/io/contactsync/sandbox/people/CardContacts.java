package io.contactsync.sandbox.people;

import io.contactsync.sandbox.people.card.Card;
import io.contactsync.sandbox.people.card.CardField;
import io.contactsync.sandbox.people.card.Notes;
import io.contactsync.sandbox.protocol.JsonBytes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes contacts of cards, as JSON for Graph.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/contact">contact resource type</a>
 */
final class CardContacts {
    /** Graph publishes no lengths; MAPI's one-line properties take 255 characters. */
    private static final int LINE = 255;
    private static final int NOTES = 32_000;
    private static final Set<CardField> TEXTS =
            EnumSet.of(CardField.DISPLAY_NAME, CardField.GIVEN_NAME, CardField.MIDDLE_NAME, CardField.SURNAME,
                    CardField.INITIALS, CardField.GENERATION, CardField.NICK_NAME, CardField.YOMI_GIVEN_NAME,
                    CardField.YOMI_SURNAME, CardField.YOMI_COMPANY_NAME, CardField.JOB_TITLE, CardField.DEPARTMENT,
                    CardField.COMPANY_NAME, CardField.OFFICE_LOCATION, CardField.PROFESSION, CardField.MANAGER,
                    CardField.ASSISTANT_NAME, CardField.SPOUSE_NAME, CardField.BUSINESS_HOME_PAGE);
    /** Most of each, as Graph's own refusals say (github.com/microsoftgraph/microsoft-graph-docs, issue 15276). */
    private static final Map<CardField, Integer> LISTS =
            Map.of(CardField.BUSINESS_PHONES, 2, CardField.HOME_PHONES, 2, CardField.IM_ADDRESSES, 3,
            CardField.CATEGORIES, 25, CardField.CHILDREN, 25);
    private static final List<CardField> BUSINESS =
            List.of(CardField.STREET, CardField.CITY, CardField.STATE, CardField.POSTAL_CODE, CardField.COUNTRY);
    private static final List<CardField> HOME =
            List.of(CardField.HOME_STREET, CardField.HOME_CITY, CardField.HOME_STATE, CardField.HOME_POSTAL_CODE,
                    CardField.HOME_COUNTRY);
    private static final List<CardField> OTHER =
            List.of(CardField.OTHER_STREET, CardField.OTHER_CITY, CardField.OTHER_STATE, CardField.OTHER_POSTAL_CODE,
                    CardField.OTHER_COUNTRY);
    private static final List<String> ADDRESS = List.of("street", "city", "state", "postalCode", "countryOrRegion");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("[uuuu-M-d][M/d/uuuu][d.M.uuuu]", Locale.ROOT);
    /** Outlook's export writes this where there is no birthday. */
    private static final String NO_DAY = "0/0/00";
    private final CardText text;

    private CardContacts(Notes notes) {
        this.text = new CardText(notes);
    }

    /** The fields a contact has. */
    static Set<CardField> fields() {
        Set<CardField> fields = EnumSet.copyOf(TEXTS);
        fields.addAll(LISTS.keySet());
        Stream.of(BUSINESS, HOME, OTHER).forEach(fields::addAll);
        fields.addAll(List.of(CardField.TITLE, CardField.HONORIFIC, CardField.MAIL, CardField.MOBILE_PHONE,
                CardField.BIRTHDAY, CardField.PERSONAL_NOTES));
        return fields;
    }

    /** JSON of those that have a name, company or address; of the others it is said that they are left out. */
    static List<String> json(List<Card> cards, Notes notes) {
        CardContacts contacts = new CardContacts(notes);
        return cards.stream().filter(contacts::named)
                .map(card -> new JsonBytes(800).value(contacts.contact(card)).toString()).toList();
    }

    private boolean named(Card card) {
        boolean named =
                Stream.of(CardField.DISPLAY_NAME, CardField.GIVEN_NAME, CardField.SURNAME, CardField.COMPANY_NAME,
                        CardField.MAIL)
                .anyMatch(field -> card.text(field) != null);
        if (!named) {
            text.leftOut(card, "it has no name, company or e-mail address");
        }
        return named;
    }

    private Map<String, Object> contact(Card card) {
        Map<String, Object> contact = new LinkedHashMap<>();
        TEXTS.forEach(field -> put(contact, field.label(), text.line(card, field, LINE)));
        put(contact, "title",
                text.line(card, card.text(CardField.TITLE) == null ? CardField.HONORIFIC : CardField.TITLE, LINE));
        LISTS.forEach((field, most) -> put(contact, field.label(), text.items(card, field, most, LINE)));
        put(contact, "mobilePhone",
                text.items(card, CardField.MOBILE_PHONE, 1, LINE).stream().findFirst().orElse(null));
        put(contact, "personalNotes", text.line(card, CardField.PERSONAL_NOTES, NOTES));
        put(contact, "emailAddresses", emails(card));
        put(contact, "birthday", birthday(card));
        put(contact, "businessAddress", address(card, BUSINESS));
        put(contact, "homeAddress", address(card, HOME));
        put(contact, "otherAddress", address(card, OTHER));
        return contact;
    }

    private List<Map<String, String>> emails(Card card) {
        String name = card.text(CardField.DISPLAY_NAME);
        return text.items(card, CardField.MAIL, 3, LINE).stream()
                .map(mail -> name == null ? Map.of("address", mail) : Map.of("name", name, "address", mail)).toList();
    }

    private String birthday(Card card) {
        String day = card.text(CardField.BIRTHDAY);
        if (day == null || day.equals(NO_DAY)) {
            return null;
        }
        try {
            return LocalDate.parse(day, DAY) + "T00:00:00Z";
        } catch (DateTimeException e) {
            text.leftOut(card, CardField.BIRTHDAY, "a day as 1987-12-31, 12/31/1987 or 31.12.1987");
            return null;
        }
    }

    private Map<String, String> address(Card card, List<CardField> fields) {
        Map<String, String> address = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            String part = text.line(card, fields.get(i), LINE);
            if (part != null) {
                address.put(ADDRESS.get(i), part);
            }
        }
        return address.isEmpty() ? null : address;
    }

    private static void put(Map<String, Object> contact, String name, Object value) {
        if (value != null) {
            contact.put(name, value);
        }
    }
}
