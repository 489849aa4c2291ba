package io.contactsync.contact;

import io.contactsync.core.Contact;
import io.contactsync.core.ContactField;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Value;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Contacts as no source should name them. */
final class NastyContacts {

    private static final List<String> NASTY = List.of("\ud83d", "\ude00", "😀", "👩‍💻", "\u202e", "\u2066", "\u200b",
            "\ufeff", "\u2060", "o\u0308", "\u0301", "\u1100\u1161", "\u212b",
            "\u0000", "\u001b[31m", "\r", "\n", "\r\n", "\t", "\u0085", "\u000b", "\u2028", "\u2029", "\u00a0",
            "\u3000", " ", "  ", "\uffff", "\ue000", "\ufb1d", "\u0344", "\ud834\udd5e", "ß",
            "İ", "'", "\"", "\\", "|", "<b>", "@", "=cmd()", "+1 202 224 3441", "030 / 123", "x 12", ";ext=9",
            "a@b.example", "Anna", "Б", "中", "٣");

    private NastyContacts() {
    }

    static Contact of(Random random) {
        Map<ContactField, Value> fields = new EnumMap<>(ContactField.class);
        for (ContactField field : ContactField.values()) {
            if (random.nextInt(4) == 0) {
                fields.put(field, value(field, random));
            }
        }
        fields.put(ContactField.COMPANY_NAME, new Value.Text("Ltd " + text(random)));
        return new Contact(new ContactKey("staff", "1"), fields);
    }

    private static Value value(ContactField field, Random random) {
        return switch (field.kind()) {
            case TEXT, NOTES, PHONE -> new Value.Text(text(random));
        case TEXTS, PHONES ->
            new Value.Texts(IntStream.range(0, random.nextInt(5)).mapToObj(item -> text(random)).toList());
        case EMAILS -> new Value.Emails(IntStream.range(0, random.nextInt(5))
                .mapToObj(item -> new Value.Email(text(random), text(random) + "@" + text(random))).toList());
            case ADDRESS -> new Value.Address(text(random), text(random), text(random), text(random), text(random));
            case DAY -> new Value.Day(random.nextBoolean() ? null : LocalDate.ofEpochDay(random.nextInt(20_000)));
        };
    }

    static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(8); length > 0; length--) {
            String piece = random.nextInt(8) == 0 ? new String(Character.toChars(random.nextInt(0x10FFFF + 1)))
                    : NASTY.get(random.nextInt(NASTY.size()));
            text.append(piece.repeat(random.nextInt(40) == 0 ? 260 / piece.length() : 1));
        }
        return random.nextInt(500) == 0 ? text.toString().repeat(3_000) : text.toString();
    }
}
