package io.contactsync.sandbox.people.card;

import ezvcard.VCard;
import ezvcard.parameter.VCardParameters;
import ezvcard.property.Address;
import ezvcard.property.Birthday;
import ezvcard.property.Organization;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.TextProperty;
import ezvcard.property.VCardProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The fields of one vCard. A number that says neither mobile nor home is a business one; pagers, modems and videos are
 * left out.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6350">RFC 6350, vCard 4.0; 2426 for 3.0</a>
 */
final class VCardFields {
    private static final int LEAST = 1000;
    private static final String OMITTED_YEAR = "X-APPLE-OMIT-YEAR";
    private static final List<CardField> BUSINESS =
        List.of(CardField.STREET, CardField.CITY, CardField.STATE, CardField.POSTAL_CODE, CardField.COUNTRY);
    private static final List<CardField> HOME =
            List.of(CardField.HOME_STREET, CardField.HOME_CITY, CardField.HOME_STATE, CardField.HOME_POSTAL_CODE,
                    CardField.HOME_COUNTRY);
    private final Map<CardField, List<String>> values = new EnumMap<>(CardField.class);
    private final VCard card;
    private final Consumer<String> said;

    private VCardFields(VCard card, Consumer<String> said) {
        this.card = card;
        this.said = said;
    }

    /** @param said told what is left out, beginning with the field's name */
    static Map<CardField, List<String>> of(VCard card, Consumer<String> said) {
        VCardFields fields = new VCardFields(card, said);
        Comparator<VCardProperty> preferredFirst = Comparator.comparingInt(fields::preference);
        fields.names();
        fields.work();
        card.getTelephoneNumbers().stream().sorted(preferredFirst).forEach(fields::telephone);
        card.getEmails().stream().sorted(preferredFirst).forEach(email -> fields.add(CardField.MAIL, email.getValue()));
        card.getAddresses().forEach(fields::address);
        fields.rest();
        return fields.values;
    }

    private void names() {
        add(CardField.DISPLAY_NAME, card.getFormattedName());
        StructuredName name = card.getStructuredName();
        if (name != null) {
            add(CardField.GIVEN_NAME, name.getGiven());
            add(CardField.SURNAME, name.getFamily());
            add(CardField.MIDDLE_NAME, String.join(" ", name.getAdditionalNames()));
            add(CardField.HONORIFIC, String.join(" ", name.getPrefixes()));
            add(CardField.GENERATION, String.join(" ", name.getSuffixes()));
        }
        if (card.getNickname() != null) {
            add(CardField.NICK_NAME, String.join(", ", card.getNickname().getValues()));
        }
    }

    private void work() {
        Organization organization = card.getOrganization();
        List<String> units = organization == null ? List.of() : organization.getValues();
        if (!units.isEmpty()) {
            add(CardField.COMPANY_NAME, units.get(0));
            add(CardField.DEPARTMENT, String.join(", ", units.subList(1, units.size())));
        }
        card.getTitles().forEach(title -> add(CardField.JOB_TITLE, title));
        card.getRoles().forEach(role -> add(CardField.PROFESSION, role));
        card.getUrls().forEach(url -> add(CardField.BUSINESS_HOME_PAGE, url));
    }

    private void telephone(Telephone telephone) {
        VCardTypes types = VCardTypes.of(telephone, card);
        String number =
                telephone.getText() != null || telephone.getUri() == null ? telephone.getText() : uri(telephone);
        if (types.isFax()) {
            add(CardField.FAX_NUMBER, number);
        } else if (types.isMobile()) {
            add(CardField.MOBILE_PHONE, number);
        } else if (types.isNoTelephone()) {
            said.accept("TEL: left out '" + number + "', nobody calls a "
                    + String.join(", ", new TreeSet<>(types.names())));
        } else {
            add(types.isHome() ? CardField.HOME_PHONES : CardField.BUSINESS_PHONES, number);
        }
    }

    private static String uri(Telephone telephone) {
        String extension = telephone.getUri().getExtension();
        return telephone.getUri().getNumber() + (extension == null ? "" : " ext. " + extension);
    }

    private void address(Address address) {
        List<CardField> fields = VCardTypes.of(address, card).isHome() ? HOME : BUSINESS;
        List<String> parts = new ArrayList<>();
        parts.add(address.getStreetAddressFull());
        parts.add(address.getLocality());
        parts.add(address.getRegion());
        parts.add(address.getPostalCode());
        parts.add(address.getCountry());
        if (fields.stream().anyMatch(values::containsKey)) {
            said.accept("ADR: left out '" + parts.stream().filter(Objects::nonNull).collect(Collectors.joining(", "))
                    + "', one address of a kind is kept");
            return;
        }
        for (int i = 0; i < fields.size(); i++) {
            add(fields.get(i), parts.get(i));
        }
    }

    private void rest() {
        card.getNotes().forEach(note -> add(CardField.PERSONAL_NOTES, note));
        if (card.getCategories() != null) {
            card.getCategories().getValues().forEach(category -> add(CardField.CATEGORIES, category));
        }
        card.getImpps().forEach(im -> add(CardField.IM_ADDRESSES, im.getUri() == null ? null : im.getUri().toString()));
        birthday(card.getBirthday());
        add(CardField.UID, card.getUid() == null ? null : card.getUid().getValue());
    }

    /**
     * A time behind the day is ignored, in the zone that it is given in. Cards may leave out the year, which Graph's
     * birthday cannot.
     */
    private void birthday(Birthday birthday) {
        if (birthday == null) {
            return;
        }
        Temporal date = birthday.getDate() instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC)
                : birthday.getDate();
        if (date == null || !date.isSupported(ChronoField.EPOCH_DAY)) {
            said.accept("BDAY: left out '" + Objects.requireNonNullElse(birthday.getText(),
                    String.valueOf(birthday.getPartialDate()))
                + "' - allowed is a day with its year");
        } else if (birthday.getParameter(OMITTED_YEAR) != null) {
            said.accept("BDAY: left out '" + LocalDate.from(date)
                    + "', its year stands for none - allowed is a day with its year");
        } else {
            add(CardField.BIRTHDAY, LocalDate.from(date).toString());
        }
    }

    private void add(CardField field, TextProperty property) {
        add(field, property == null ? null : property.getValue());
    }

    private void add(CardField field, String text) {
        if (text != null && !text.isBlank()) {
            values.computeIfAbsent(field, key -> new ArrayList<>()).add(text);
        }
    }

    /** From 1 to 100 in version 4.0, the first being preferred most; the type PREF before. */
    private int preference(VCardProperty property) {
        String number = property.getParameters().first(VCardParameters.PREF);
        if (number != null && number.matches("\\d{1,3}")) {
            return Integer.parseInt(number);
        }
        return VCardTypes.of(property, card).isPreferred() ? 0 : LEAST;
    }
}
