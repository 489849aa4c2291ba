package io.contactsync.contact;

import io.contactsync.core.Contact;
import io.contactsync.core.ContactField;
import io.contactsync.core.Value;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Brings a contact into the one form that is compared and written, once, before planning: what Exchange would trim, drop or refuse is trimmed or
 * dropped here, so that the second run finds nothing to write.
 */
public final class Normaliser {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>()\\[\\],;:\\\\\"]+@[^\\s@<>()\\[\\],;:\\\\\"]+");

    private final PhoneTexts phones;

    public Normaliser(String phoneFormat) {
        this.phones = new PhoneTexts(PhoneFormat.named(phoneFormat));
    }

    /**
     * A contact in its one form, and what had to give way.
     *
     * @param contact has a display name and nothing that Graph refuses
     * @param remarks what became of values that do not stand there as they were
     */
    record Normalised(Contact contact, List<Remark> remarks) {
    }

    /**
     * The region that a source is configured with, if it is one.
     *
     * @throws IllegalArgumentException if it is neither empty nor a region with telephone numbers
     */
    String region(String configured) {
        String region = configured == null ? "" : configured.trim().toUpperCase(Locale.ROOT);
        if (!region.isEmpty() && !phones.knows(region)) {
            throw new IllegalArgumentException("region must be a two-letter country code such as US - was '" + configured + "'");
        }
        return region;
    }

    /**
     * Normalises one contact.
     *
     * @param region ISO 3166-1 alpha-2 region of its national telephone numbers; if it is empty or has no numbering plan, they stay as written
     * @throws IllegalArgumentException if it has no name of any kind
     */
    Normalised normalise(Contact contact, String region) {
        Work work = new Work(region.toUpperCase(Locale.ROOT));
        Map<ContactField, Value> fields = new EnumMap<>(ContactField.class);
        contact.fields().forEach((field, value) -> fields.put(field, work.value(field, value)));
        name(fields);
        return new Normalised(new Contact(contact.key(), fields), work.remarks);
    }

    /** Every contact has a display name; one without given name and surname gets it as given name, which Graph once demanded (msgraph-sdk-dotnet issue 247). */
    private static void name(Map<ContactField, Value> fields) {
        String given = text(fields, ContactField.GIVEN_NAME);
        String surname = text(fields, ContactField.SURNAME);
        String written = text(fields, ContactField.DISPLAY_NAME);
        String display = firstOf(written, composed(given, surname), text(fields, ContactField.COMPANY_NAME),
                address(fields));
        if (display.isEmpty()) {
            throw new IllegalArgumentException("has no displayName, givenName, surname, companyName or e-mail address");
        }
        fields.put(ContactField.DISPLAY_NAME, new Value.Text(display));
        if (given.isEmpty() && surname.isEmpty()) {
            fields.put(ContactField.GIVEN_NAME, new Value.Text(display));
        }
    }

    private static String composed(String given, String surname) {
        String name = Lines.one(given + " " + surname);
        return name.length() <= ContactField.MAX_LINE ? name : Lines.cut(name, ContactField.MAX_LINE);
    }

    private static String text(Map<ContactField, Value> fields, ContactField field) {
        return fields.get(field) instanceof Value.Text text ? text.text() : "";
    }

    private static String address(Map<ContactField, Value> fields) {
        return fields.get(ContactField.EMAIL_ADDRESSES) instanceof Value.Emails emails && !emails.isEmpty() ? emails.emails().get(0).address() : "";
    }

    private static String firstOf(String... candidates) {
        for (String candidate : candidates) {
            if (!candidate.isEmpty()) {
                return candidate;
            }
        }
        return "";
    }

    /** One contact's normalisation and what there is to say of it. */
    private final class Work {
        private final List<Remark> remarks = new ArrayList<>();
        private final String region;

        Work(String region) {
            boolean isKnown = phones.knows(region);
            this.region = isKnown ? region : "";
            if (!isKnown && !region.isEmpty()) {
                remark(Remark.Kind.LEFT_OUT, "region", "it must be a two-letter country code such as US", region);
            }
        }

        Value value(ContactField field, Value value) {
            return switch (field.kind()) {
                case TEXT -> new Value.Text(line(field, ((Value.Text) value).text()));
                case NOTES -> new Value.Text(cut(field, Lines.many(((Value.Text) value).text()),
                        ContactField.MAX_NOTES));
                case PHONE -> new Value.Text(String.join("", phones(field, List.of(((Value.Text) value).text()))));
                case TEXTS -> new Value.Texts(atMost(field, ((Value.Texts) value).texts().stream()
                        .map(text -> line(field, text)).toList()));
                case PHONES -> new Value.Texts(atMost(field, phones(field, ((Value.Texts) value).texts())));
                case EMAILS -> new Value.Emails(emails(field, ((Value.Emails) value).emails()));
                case ADDRESS -> address(field, (Value.Address) value);
                case DAY -> value;
            };
        }

        private String line(ContactField field, String text) {
            return cut(field, Lines.one(text), ContactField.MAX_LINE);
        }

        private String cut(ContactField field, String text, int most) {
            if (text.length() <= most) {
                return text;
            }
            remark(Remark.Kind.SHORTENED, field.property(), "Graph takes " + most + " characters", text);
            return Lines.cut(text, most);
        }

        private List<String> phones(ContactField field, List<String> texts) {
            List<String> written = texts.stream().map(Lines::one).filter(text -> !text.isEmpty()).toList();
            return written.stream().flatMap(text -> phone(field, text, field.maxItems() - written.size() + 1).stream())
                    .toList();
        }

        /** What is too long is left out: half a number is somebody else's. */
        private List<String> phone(ContactField field, String text, int room) {
            if (text.length() > ContactField.MAX_LINE) {
                remark(Remark.Kind.LEFT_OUT, field.property(), "Graph takes " + ContactField.MAX_LINE + " characters",
                        text);
                return List.of();
            }
            PhoneReading reading = phones.read(text, region);
            if (!reading.isRead() || reading.numbers().size() > Math.max(1, room)) {
                remark(Remark.Kind.UNREAD_PHONE, field.property(), region.isEmpty()
                        ? "without a region it is read only with its country code"
                        : "it is not one whole number of the region " + region, text);
                return List.of(text);
            }
            if (reading.isOutOfText()) {
                remark(Remark.Kind.PHONE_OUT_OF_TEXT, field.property(), "only the number goes out", text);
            }
            return reading.numbers();
        }

        private List<String> atMost(ContactField field, List<String> values) {
            List<String> distinct = values.stream().filter(value -> !value.isEmpty()).distinct().toList();
            int most = Math.min(distinct.size(), field.maxItems());
            distinct.subList(most, distinct.size()).forEach(value -> tooMany(field, value));
            return distinct.subList(0, most);
        }

        private void tooMany(ContactField field, String value) {
            remark(Remark.Kind.DROPPED, field.property(), "Graph takes " + field.maxItems(), value);
        }

        private List<Value.Email> emails(ContactField field, List<Value.Email> emails) {
            Map<String, Value.Email> distinct = new LinkedHashMap<>();
            for (Value.Email email : emails) {
                String address = Lines.one(email.address());
                if (address.length() <= ContactField.MAX_LINE && EMAIL.matcher(address).matches()) {
                    distinct.putIfAbsent(address.toLowerCase(Locale.ROOT),
                            new Value.Email(line(field, email.name()), address));
                } else if (!address.isEmpty()) {
                    remark(Remark.Kind.LEFT_OUT, field.property(), "it must be an e-mail address of at most "
                            + ContactField.MAX_LINE + " characters", address);
                }
            }
            distinct.values().stream().skip(field.maxItems()).forEach(email -> tooMany(field, email.address()));
            return distinct.values().stream().limit(field.maxItems()).toList();
        }

        private Value.Address address(ContactField field, Value.Address address) {
            return new Value.Address(line(field, address.street()), line(field, address.city()),
                    line(field, address.state()),
                    line(field, address.countryOrRegion()), line(field, address.postalCode()));
        }

        private void remark(Remark.Kind kind, String property, String reason, String found) {
            remarks.add(new Remark(kind, property, reason, found));
        }
    }
}
