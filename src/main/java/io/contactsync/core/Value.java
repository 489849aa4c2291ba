package io.contactsync.core;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What a contact's field holds. An empty value means: we manage this field, and it has nothing in it. */
public sealed interface Value {

    boolean isEmpty();

    /** One line or, for notes, many. */
    record Text(String text) implements Value {
        @Override
        public boolean isEmpty() {
            return text.isEmpty();
        }
    }

    /** Several lines of one kind: telephone numbers, children, chat addresses. */
    record Texts(List<String> texts) implements Value {
        public Texts {
            texts = List.copyOf(texts);
        }

        @Override
        public boolean isEmpty() {
            return texts.isEmpty();
        }
    }

    /** E-mail addresses, each with the name that is shown for it. */
    record Emails(List<Email> emails) implements Value {
        public Emails {
            emails = List.copyOf(emails);
        }

        @Override
        public boolean isEmpty() {
            return emails.isEmpty();
        }
    }

    /** One e-mail address; {@code name} may be empty. */
    record Email(String name, String address) {
        public Email {
            Objects.requireNonNull(address, "address");
        }
    }

    /** A postal address; parts that are unknown are empty. */
    record Address(String street, String city, String state, String countryOrRegion, String postalCode)
            implements Value {
        @Override
        public boolean isEmpty() {
            return Stream.of(street, city, state, countryOrRegion, postalCode).allMatch(String::isEmpty);
        }
    }

    /** A day; null is empty. */
    record Day(LocalDate date) implements Value {
        @Override
        public boolean isEmpty() {
            return date == null;
        }
    }
}
