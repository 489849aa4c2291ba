package io.contactsync.contact;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.core.ContactField;
import io.contactsync.core.ContactField.Kind;
import io.contactsync.core.Traits;

/**
 * Reads of Graph's contact by what it can be matched, each value in the one form in which it is compared.
 *
 * @param phones reads numbers, and writes them in E.164
 * @param regions in which a national number is tried; what it may be in several, it is all of that
 */
record TraitsReader(PhoneTexts phones, List<String> regions) {

    private static final List<ContactField> NUMBERS = Stream.of(ContactField.values())
            .filter(field -> field.kind() == Kind.PHONE || field.kind() == Kind.PHONES).toList();
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    TraitsReader(List<String> regions) {
        this(new PhoneTexts(PhoneFormat.E164), regions);
    }

    Traits of(JsonNode contact) {
        Set<String> mails = new HashSet<>();
        value(contact, ContactField.EMAIL_ADDRESSES).forEach(mail -> {
            String address = Lines.one(mail.path("address").asText("")).toLowerCase(Locale.ROOT);
            if (address.indexOf('@') > 0) {
                mails.add(address);
            }
        });
        Set<String> numbers = new HashSet<>();
        NUMBERS.forEach(field -> {
            number(value(contact, field), numbers);
            value(contact, field).forEach(each -> number(each, numbers));
        });
        return new Traits(mails, numbers, names(contact));
    }

    private static JsonNode value(JsonNode contact, ContactField field) {
        return contact.path(field.property());
    }

    private void number(JsonNode value, Set<String> numbers) {
        String text = Lines.one(value.asText(""));
        if (value.isTextual() && !text.isEmpty()) {
            PhoneReading anywhere = phones.read(text, "");
            if (anywhere.isRead()) {
                numbers.addAll(anywhere.numbers());
            } else {
                regions.forEach(region -> numbers.addAll(phones.read(text, region).numbers()));
            }
        }
    }

    private static Set<String> names(JsonNode contact) {
        Set<String> names = new HashSet<>();
        names.add(folded(value(contact, ContactField.DISPLAY_NAME).asText("")));
        String given = value(contact, ContactField.GIVEN_NAME).asText("");
        String surname = value(contact, ContactField.SURNAME).asText("");
        if (!given.isBlank() && !surname.isBlank()) {
            names.add(folded(given + " " + surname));
        }
        names.remove("");
        return names;
    }

    /** Without accents and marks, in lower case; 'Berg, Anna' is 'anna berg'. */
    static String folded(String name) {
        String[] parts = name.split(",");
        String ordered = parts.length == 2 ? parts[1] + " " + parts[0] : name;
        String plain = ACCENTS.matcher(Normalizer.normalize(ordered, Normalizer.Form.NFKD)).replaceAll("");
        return BETWEEN.matcher(plain.toLowerCase(Locale.ROOT).replace("\u00df", "ss")).replaceAll(" ").strip();
    }
}
