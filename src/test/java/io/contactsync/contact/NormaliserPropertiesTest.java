package io.contactsync.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Contact;
import io.contactsync.core.ContactField;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Value;
import org.junit.jupiter.api.Test;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** What holds for every normalised contact, over seeded nasty ones. The failing seed stands in the message. */
class NormaliserPropertiesTest {

    private static final int CASES = Integer.getInteger("properties.cases", 10_000);
    private static final List<String> NASTY = List.of("\ud83d", "\ude00", "😀", "👩‍💻", "\u202e", "\u2066", "\u200b",
            "\ufeff", "\u2060", "o\u0308", "\u0301", "\u1100\u1161", "\u212b",
            "\u0000", "\u001b[31m", "\r", "\n", "\r\n", "\t", "\u0085", "\u000b", "\u2028", "\u2029", "\u00a0",
            "\u3000", " ", "  ", "\uffff", "\ue000", "\ufb1d", "\u0344", "\ud834\udd5e", "ß",
            "İ", "'", "\"", "\\", "|", "<b>", "@", "=cmd()", "+1 202 224 3441", "030 / 123", "x 12", ";ext=9",
            "a@b.example", "Anna", "Б", "中", "٣");

    @Test
    void normalisesOnceAndForAll() {
        Normaliser normaliser = new Normaliser("international");
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            String region = List.of("", "US", "DE", "IT", "GB").get(random.nextInt(5));
            Contact once = normaliser.normalise(contact(random), region).contact();
            assertThat(normaliser.normalise(once, region).contact()).as("seed %d", seed).isEqualTo(once);
            check(once, seed);
        }
    }

    private static void check(Contact contact, long seed) {
        assertThat(contact.text(ContactField.DISPLAY_NAME)).as("seed %d: display name", seed).isNotEmpty();
        contact.fields().forEach((field, value) -> {
            boolean notes = field.kind() == ContactField.Kind.NOTES;
            texts(value, text -> {
                assertThat(text.length()).as("seed %d: %s", seed, field)
                        .isLessThanOrEqualTo(notes ? ContactField.MAX_NOTES : ContactField.MAX_LINE);
                assertThat(text.codePoints().noneMatch(character -> isForbidden(character, notes)))
                        .as("seed %d: %s '%s'", seed, field, text).isTrue();
                assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).as("seed %d: %s", seed, field).isTrue();
                assertThat(text).as("seed %d: %s", seed, field).isEqualTo(text.strip());
            });
            assertThat(items(value)).as("seed %d: %s", seed, field).isLessThanOrEqualTo(field.maxItems());
        });
    }

    private static boolean isForbidden(int character, boolean notes) {
        boolean control = Character.isISOControl(character) && !(notes && (character == '\n' || character == '\t'));
        return control || character >= 0xD800 && character <= 0xDFFF || character >= 0x202A && character <= 0x202E
                || character >= 0x2066 && character <= 0x2069;
    }

    private static int items(Value value) {
        return value instanceof Value.Texts texts ? texts.texts().size()
                : value instanceof Value.Emails emails ? emails.emails().size() : 1;
    }

    private static void texts(Value value, Consumer<String> check) {
        if (value instanceof Value.Text text) {
            check.accept(text.text());
        } else if (value instanceof Value.Texts texts) {
            texts.texts().forEach(check);
        } else if (value instanceof Value.Emails emails) {
            emails.emails().forEach(email -> List.of(email.name(), email.address()).forEach(check));
        } else if (value instanceof Value.Address address) {
            List.of(address.street(), address.city(), address.state(), address.countryOrRegion(), address.postalCode())
                    .forEach(check);
        }
    }

    private static Contact contact(Random random) {
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
            case DAY -> new Value.Day(null);
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(8); length > 0; length--) {
            String piece = random.nextInt(8) == 0 ? new String(Character.toChars(random.nextInt(0x10FFFF + 1)))
                    : NASTY.get(random.nextInt(NASTY.size()));
            text.append(piece.repeat(random.nextInt(40) == 0 ? 260 / piece.length() : 1));
        }
        return random.nextInt(500) == 0 ? text.toString().repeat(3_000) : text.toString();
    }
}
