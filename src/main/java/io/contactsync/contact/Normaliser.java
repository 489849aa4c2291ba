package io.contactsync.contact;

import io.contactsync.core.Contact;
import io.contactsync.core.ContactField;
import io.contactsync.core.Value;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Brings a contact into the one form that is compared and written, once, before planning: what Exchange would trim,
 * drop or refuse is trimmed or dropped here, so that the second run finds nothing to write.
 */
public final class Normaliser {

    private final PhoneTexts phones;

    /** Writes telephone numbers in that format. */
    public Normaliser(String phoneFormat) {
        this.phones = new PhoneTexts(PhoneFormat.named(phoneFormat));
    }

    /**
     * A contact in its one form, and what had to give way.
     *
     * @param contact has a display name and nothing that Graph refuses
     * @param remarks what became of values that do not stand there as they were
     */
    public record Normalised(Contact contact, List<Remark> remarks) {
    }

    /**
     * The region that a source is configured with, if it is one.
     *
     * @throws IllegalArgumentException if it is neither empty nor a region with telephone numbers
     */
    public String region(String configured) {
        String region = configured == null ? "" : configured.trim().toUpperCase(Locale.ROOT);
        if (!region.isEmpty() && !phones.knows(region)) {
            throw new IllegalArgumentException(
                    "region must be a two-letter country code such as US - was '" + configured + "'");
        }
        return region;
    }

    /**
     * Normalises one contact.
     *
     * @param region ISO 3166-1 alpha-2 region of its national telephone numbers; if it is empty or has no numbering
     * plan, they stay as written
     * @throws IllegalArgumentException if it has no name of any kind
     */
    public Normalised normalise(Contact contact, String region) {
        OneContact work = new OneContact(phones, region.toUpperCase(Locale.ROOT));
        Map<ContactField, Value> fields = new EnumMap<>(ContactField.class);
        contact.fields().forEach((field, value) -> fields.put(field, work.value(field, value)));
        name(fields);
        return new Normalised(new Contact(contact.key(), fields), work.remarks());
    }

    /**
     * Every contact has a display name; one without given name and surname gets it as given name, which Graph once
     * demanded (msgraph-sdk-dotnet issue 247).
     */
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
        return fields.get(ContactField.EMAIL_ADDRESSES) instanceof Value.Emails emails && !emails.isEmpty()
                ? emails.emails().get(0).address()
                : "";
    }

    private static String firstOf(String... candidates) {
        for (String candidate : candidates) {
            if (!candidate.isEmpty()) {
                return candidate;
            }
        }
        return "";
    }
}
