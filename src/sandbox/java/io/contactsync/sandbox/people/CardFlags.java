package io.contactsync.sandbox.people;

import io.contactsync.sandbox.people.card.Card;
import io.contactsync.sandbox.people.card.CardField;
import java.util.Locale;

/** What a card says about the account; what it does not say is as for an ordinary employee. */
record CardFlags(boolean guest, boolean enabled, boolean licensed, Boolean shown) {
    private static final String UNLICENSED = "unlicensed";

    /** @throws IllegalArgumentException in one sentence, if a flag is neither true nor false */
    static CardFlags of(Card card) {
        String type = card.text(CardField.USER_TYPE);
        if (type != null && !type.equalsIgnoreCase("member") && !type.equalsIgnoreCase("guest")) {
            throw CardText.refused(card, CardField.USER_TYPE, "Member or Guest");
        }
        boolean guest = "guest".equalsIgnoreCase(type);
        boolean enabled = flag(card, CardField.ACCOUNT_ENABLED, true) && !flag(card, CardField.BLOCK_CREDENTIAL, false);
        boolean licensed = !guest && !UNLICENSED.equalsIgnoreCase(card.text(CardField.LICENSES));
        Boolean shown = card.text(CardField.SHOW_IN_ADDRESS_LIST) == null ? null
                : (Boolean) flag(card, CardField.SHOW_IN_ADDRESS_LIST, true);
        return new CardFlags(guest, enabled, licensed, shown);
    }

    private static boolean flag(Card card, CardField field, boolean absent) {
        String text = card.text(field);
        return text == null ? absent : switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> throw CardText.refused(card, field, "true or false");
        };
    }
}
