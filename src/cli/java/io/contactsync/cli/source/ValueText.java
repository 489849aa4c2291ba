package io.contactsync.cli.source;

import io.contactsync.core.Value;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A contact's values as people read them, in one line. */
final class ValueText {

    private static final String BETWEEN = " · ";

    private ValueText() {
    }

    /** Empty where the value is. */
    static String of(Value value) {
        if (value.isEmpty()) {
            return "";
        } else if (value instanceof Value.Text text) {
            return text.text();
        } else if (value instanceof Value.Texts texts) {
            return String.join(BETWEEN, texts.texts());
        } else if (value instanceof Value.Emails emails) {
            return emails.emails().stream().map(ValueText::of).collect(Collectors.joining(BETWEEN));
        }
        return value instanceof Value.Address address ? of(address) : ((Value.Day) value).date().toString();
    }

    private static String of(Value.Email email) {
        return email.name().isEmpty() ? email.address() : email.name() + " <" + email.address() + ">";
    }

    private static String of(Value.Address address) {
        return Stream.of(address.street(), (address.postalCode() + " " + address.city()).strip(), address.state(),
                address.countryOrRegion())
                .filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }
}
