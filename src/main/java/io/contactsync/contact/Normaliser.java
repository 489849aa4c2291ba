package io.contactsync.contact;

import io.contactsync.core.Contact;
import io.contactsync.core.ContactField;
import io.contactsync.core.Value;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Brings a contact into the one form that is compared and written, once, before planning: what Exchange would trim, drop or refuse is trimmed or
 * dropped here, so that the second run finds nothing to write.
 */
public final class Normaliser {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\u200B\\u2060\\uFEFF\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u0085\\p{Z}]+");
    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?|\\u2028|\\u2029");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>()\\[\\],;:\\\\\"]+@[^\\s@<>()\\[\\],;:\\\\\"]+");

    private final PhoneNumbers phones;

    public Normaliser(String phoneFormat) {
        this.phones = new PhoneNumbers(PhoneFormat.named(phoneFormat));
    }

    /**
     * A contact in its one form, and what had to give way.
     *
     * @param contact has a display name and nothing that Graph refuses
     * @param unreadPhones telephone numbers that stay as written because they cannot be read
     * @param dropped values left out: beyond Graph's number of them, or e-mail addresses that are none
     * @param shortened values cut to Graph's length
     */
    public record Normalised(Contact contact, int unreadPhones, int dropped, int shortened) {
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
    public Normalised normalise(Contact contact, String region) {
        Work work = new Work(phones.knows(region) ? region : "");
        Map<ContactField, Value> fields = new EnumMap<>(ContactField.class);
        contact.fields().forEach((field, value) -> fields.put(field, work.value(field, value)));
        name(fields, work);
        return new Normalised(new Contact(contact.key(), fields), work.unreadPhones, work.dropped, work.shortened);
    }

    /** Every contact has a display name; one without given name and surname gets it as given name, which Graph once demanded (msgraph-sdk-dotnet issue 247). */
    private static void name(Map<ContactField, Value> fields, Work work) {
        String given = text(fields, ContactField.GIVEN_NAME);
        String surname = text(fields, ContactField.SURNAME);
        String written = text(fields, ContactField.DISPLAY_NAME);
        String display = written.isEmpty() ? firstOf(work.line(given + " " + surname), text(fields, ContactField.COMPANY_NAME), address(fields)) : written;
        if (display.isEmpty()) {
            throw new IllegalArgumentException("has no displayName, givenName, surname, companyName or e-mail address");
        }
        fields.put(ContactField.DISPLAY_NAME, new Value.Text(display));
        if (given.isEmpty() && surname.isEmpty()) {
            fields.put(ContactField.GIVEN_NAME, new Value.Text(display));
        }
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

    /** One contact's normalisation and its counts. */
    private final class Work {
        private final String region;
        private int unreadPhones;
        private int dropped;
        private int shortened;

        Work(String region) {
            this.region = region;
        }

        Value value(ContactField field, Value value) {
            return switch (field.kind()) {
                case TEXT -> new Value.Text(line(((Value.Text) value).text()));
                case NOTES -> new Value.Text(notes(((Value.Text) value).text()));
                case PHONE -> new Value.Text(phone(((Value.Text) value).text()));
                case TEXTS -> new Value.Texts(atMost(field, ((Value.Texts) value).texts().stream().map(this::line).toList()));
                case PHONES -> new Value.Texts(atMost(field, ((Value.Texts) value).texts().stream().map(this::phone).toList()));
                case EMAILS -> new Value.Emails(emails(field, ((Value.Emails) value).emails()));
                case ADDRESS -> address((Value.Address) value);
                case DAY -> value;
            };
        }

        private String line(String text) {
            return cut(whole(text), ContactField.MAX_LINE);
        }

        /** Spaces before and after what is invisible: a lone line end parts words, and two spaces may meet where something stood between them. */
        private String whole(String text) {
            String spaced = visible(SPACES.matcher(text).replaceAll(" "));
            return SPACES.matcher(spaced).replaceAll(" ").strip();
        }

        private String notes(String text) {
            return cut(visible(LINE_ENDS.matcher(text).replaceAll("\n")).strip(), ContactField.MAX_NOTES);
        }

        private String visible(String text) {
            return Normalizer.normalize(INVISIBLE.matcher(text).replaceAll(""), Normalizer.Form.NFC);
        }

        private String cut(String text, int most) {
            if (text.length() <= most) {
                return text;
            }
            shortened++;
            int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
            return text.substring(0, end).strip();
        }

        private String phone(String written) {
            String number = line(written);
            if (number.isEmpty()) {
                return "";
            }
            String formatted = phones.format(number, region);
            if (formatted == null) {
                unreadPhones++;
            }
            return Objects.requireNonNullElse(formatted, number);
        }

        private List<String> atMost(ContactField field, List<String> values) {
            List<String> distinct = values.stream().filter(value -> !value.isEmpty()).distinct().toList();
            dropped += Math.max(0, distinct.size() - field.maxItems());
            return distinct.subList(0, Math.min(distinct.size(), field.maxItems()));
        }

        private List<Value.Email> emails(ContactField field, List<Value.Email> emails) {
            Map<String, Value.Email> distinct = new LinkedHashMap<>();
            for (Value.Email email : emails) {
                String address = whole(email.address());
                if (address.length() <= ContactField.MAX_LINE && EMAIL.matcher(address).matches()) {
                    distinct.putIfAbsent(address.toLowerCase(Locale.ROOT), new Value.Email(line(email.name()), address));
                } else if (!address.isEmpty()) {
                    dropped++;
                }
            }
            dropped += Math.max(0, distinct.size() - field.maxItems());
            return distinct.values().stream().limit(field.maxItems()).toList();
        }

        private Value.Address address(Value.Address address) {
            return new Value.Address(line(address.street()), line(address.city()), line(address.state()), line(address.countryOrRegion()),
                    line(address.postalCode()));
        }
    }
}
