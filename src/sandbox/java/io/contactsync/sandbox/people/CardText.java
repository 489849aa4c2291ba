package io.contactsync.sandbox.people;

import io.contactsync.sandbox.people.card.Card;
import io.contactsync.sandbox.people.card.CardField;
import io.contactsync.sandbox.people.card.Notes;
import java.util.List;

/** Brings a card's texts below Graph's limits; whatever is cut or left out is said, with file, line and field. */
record CardText(Notes notes) {

    /** A field's first text, cut to that length, or null. */
    String line(Card card, CardField field, int most) {
        String text = card.text(field);
        if (text == null || text.length() <= most) {
            return text;
        }
        notes.add(card.place(field) + ": cut to " + most + " characters, found " + text.length());
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end).strip();
    }

    /** A field's texts, at most so many; longer ones are left out, since half a number or address is a wrong one. */
    List<String> items(Card card, CardField field, int most, int longest) {
        List<String> fitting = card.texts(field).stream().filter(text -> text.length() <= longest).toList();
        if (fitting.size() < card.texts(field).size()) {
            notes.add(card.place(field) + ": left out what is longer than " + longest + " characters");
        }
        if (fitting.size() > most) {
            notes.add(card.place(field) + ": found " + fitting.size() + ", Graph allows " + most + ", left out "
                    + String.join(", ", fitting.subList(most, fitting.size())));
        }
        return fitting.subList(0, Math.min(most, fitting.size()));
    }

    /** Says that a value is left out. */
    void leftOut(Card card, CardField field, String allowed) {
        notes.add(card.place(field) + ": left out '" + card.text(field) + "' - allowed is " + allowed);
    }

    /** Says that a whole card is left out. */
    void leftOut(Card card, String why) {
        notes.add(card.place() + ": left out, " + why);
    }

    /** A refusal in one sentence. */
    static IllegalArgumentException refused(Card card, CardField field, String allowed) {
        return new IllegalArgumentException(
                card.place(field) + ": found '" + card.text(field) + "' - allowed is " + allowed);
    }
}
