package io.contactsync.contact;

import io.contactsync.core.ContactField;
import io.contactsync.core.Value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The normalisation of one contact's values, and what there is to say of them. */
final class OneContact {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>()\\[\\],;:\\\\\"]+@[^\\s@<>()\\[\\],;:\\\\\"]+");

    private final List<Remark> remarks = new ArrayList<>();
    private final PhoneTexts phones;
    private final String region;

    /** @param region ISO 3166-1 alpha-2, in capitals; empty for none, any other is remarked and counts as none */
    OneContact(PhoneTexts phones, String region) {
        this.phones = phones;
        boolean isKnown = phones.knows(region);
        this.region = isKnown ? region : "";
        if (!isKnown && !region.isEmpty()) {
            remark(Remark.Kind.LEFT_OUT, "region", "it must be a two-letter country code such as US", region);
        }
    }

    /** What there is to say of the values so far. */
    List<Remark> remarks() {
        return remarks;
    }

    /** A field's value in its one form. */
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
