package io.contactsync.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Contact;
import io.contactsync.core.ContactField;
import io.contactsync.core.Value;
import org.junit.jupiter.api.Test;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** What holds for every normalised contact, over seeded nasty ones. The failing seed stands in the message. */
class NormaliserPropertiesTest {

    private static final int CASES = Integer.getInteger("properties.cases", 10_000);

    @Test
    void normalisesOnceAndForAll() {
        Normaliser normaliser = new Normaliser("international");
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            String region = List.of("", "US", "DE", "IT", "GB").get(random.nextInt(5));
            Contact once = normaliser.normalise(NastyContacts.of(random), region).contact();
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
}
