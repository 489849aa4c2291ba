package io.contactsync.sandbox.people;

import io.contactsync.sandbox.people.card.Card;
import io.contactsync.sandbox.people.card.CardField;
import io.contactsync.sandbox.store.UserAttribute;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names and addresses of a user: those of the card, or made of it below a reserved domain (RFC 2606), the same at
 * every start. No two users have the same user principal name.
 */
final class CardNames {
    private static final String DOMAIN = GeneratedStaff.DOMAIN;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+");
    private static final int NICKNAME = 64;
    private final Map<String, String> placeByName = new HashMap<>();

    /** The display name, if necessary made of given name and surname, or null. */
    static String shown(Card card) {
        if (card.text(CardField.DISPLAY_NAME) != null) {
            return card.text(CardField.DISPLAY_NAME);
        }
        String made = Stream.of(CardField.GIVEN_NAME, CardField.SURNAME).map(card::text).filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return made.isEmpty() ? null : made;
    }

    /** What tells a person apart for good: a key of the file, or else the name and its numbers. */
    static String key(Card card) {
        return Stream.of(CardField.UID, CardField.USER_PRINCIPAL_NAME, CardField.MAIL, CardField.EMPLOYEE_ID)
                .filter(field -> card.text(field) != null)
                .findFirst().map(field -> field.label() + ":" + card.text(field).toLowerCase(Locale.ROOT))
                .orElseGet(() -> "name:" + shown(card) + card.texts(CardField.BUSINESS_PHONES)
                        + card.texts(CardField.MOBILE_PHONE));
    }

    /** Puts in user principal name, mail and what follows from them. */
    void put(Map<UserAttribute, Object> values, Card card, CardFlags flags) {
        List<String> mails = card.texts(CardField.MAIL);
        String principal = principal(card, flags, (String) values.get(UserAttribute.ID));
        String mail = !mails.isEmpty() ? mails.get(0) : flags.licensed() ? principal : null;
        values.put(UserAttribute.USER_PRINCIPAL_NAME, principal);
        values.put(UserAttribute.MAIL, mail);
        values.put(UserAttribute.MAIL_NICKNAME, cut(principal.substring(0, principal.indexOf('@')), NICKNAME));
        values.put(UserAttribute.PROXY_ADDRESSES, mail == null ? List.of() : proxies(mail, mails));
    }

    private static List<String> proxies(String mail, List<String> mails) {
        return Stream.concat(Stream.of("SMTP:" + mail),
                mails.stream().filter(each -> !each.equals(mail)).map(each -> "smtp:" + each)).toList();
    }

    private String principal(Card card, CardFlags flags, String id) {
        CardField field =
                card.text(CardField.USER_PRINCIPAL_NAME) == null ? CardField.MAIL : CardField.USER_PRINCIPAL_NAME;
        String given = card.text(field);
        if (given != null && !ADDRESS.matcher(given).matches()) {
            throw CardText.refused(card, field, "an address such as ada@" + DOMAIN);
        }
        if (given == null) {
            return made(card, id);
        }
        String principal =
                flags.guest() && field == CardField.MAIL ? given.replace('@', '_') + "#EXT#@" + DOMAIN : given;
        String before = placeByName.putIfAbsent(principal.toLowerCase(Locale.ROOT), card.place());
        if (before != null) {
            throw new IllegalArgumentException(
                    card.place(field) + ": '" + given + "' stands in " + before + " too - each user has their own");
        }
        return principal;
    }

    /** The name in ASCII; with a piece of the id where that is taken or nothing of the name is left. */
    private String made(Card card, String id) {
        String name = Stream.of(CardField.GIVEN_NAME, CardField.SURNAME).map(card::text).filter(Objects::nonNull)
                .map(Employees::fold)
                .filter(part -> !part.isEmpty()).collect(Collectors.joining("."));
        String plain = cut(name.isEmpty() ? "user." + id.substring(0, 8) : name, NICKNAME - 9) + "@" + DOMAIN;
        String principal = placeByName.containsKey(plain) ? plain.replace("@", "." + id.substring(0, 8) + "@") : plain;
        placeByName.put(principal, card.place());
        return principal;
    }

    static String cut(String text, int most) {
        return text.length() <= most ? text
                : text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
