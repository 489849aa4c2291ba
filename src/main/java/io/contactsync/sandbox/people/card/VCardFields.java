package io.contactsync.sandbox.people.card;

import ezvcard.VCard;
import ezvcard.parameter.AddressType;
import ezvcard.parameter.TelephoneType;
import ezvcard.parameter.VCardParameters;
import ezvcard.property.Address;
import ezvcard.property.Birthday;
import ezvcard.property.Organization;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.TextProperty;
import ezvcard.property.VCardProperty;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields of one vCard. A number that says neither mobile nor home is a business one; pagers, modems and videos are left out.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6350">RFC 6350, vCard 4.0; 2426 for 3.0</a>
 */
final class VCardFields {
    private static final Set<TelephoneType> NO_TELEPHONE =
        Set.of(TelephoneType.PAGER, TelephoneType.MODEM, TelephoneType.VIDEO, TelephoneType.BBS, TelephoneType.ISDN);
    private static final int LEAST = 1000;
    private static final Comparator<VCardProperty> PREFERRED_FIRST = Comparator.comparingInt(VCardFields::preference);
    private static final List<CardField> BUSINESS =
        List.of(CardField.STREET, CardField.CITY, CardField.STATE, CardField.POSTAL_CODE, CardField.COUNTRY);
    private static final List<CardField> HOME =
        List.of(CardField.HOME_STREET, CardField.HOME_CITY, CardField.HOME_STATE, CardField.HOME_POSTAL_CODE, CardField.HOME_COUNTRY);
    private final Map<CardField, List<String>> values = new EnumMap<>(CardField.class);

    private VCardFields() {
    }

    static Map<CardField, List<String>> of(VCard card) {
        VCardFields fields = new VCardFields();
        fields.names(card);
        fields.work(card);
        card.getTelephoneNumbers().stream().sorted(PREFERRED_FIRST).forEach(fields::telephone);
        card.getEmails().stream().sorted(PREFERRED_FIRST).forEach(email -> fields.add(CardField.MAIL, email.getValue()));
        card.getAddresses().forEach(fields::address);
        fields.rest(card);
        return fields.values;
    }

    private void names(VCard card) {
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

    private void work(VCard card) {
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
        List<TelephoneType> types = telephone.getTypes();
        String number = telephone.getText() != null || telephone.getUri() == null ? telephone.getText() : uri(telephone);
        if (types.contains(TelephoneType.FAX)) {
            add(CardField.FAX_NUMBER, number);
        } else if (types.contains(TelephoneType.CELL)) {
            add(CardField.MOBILE_PHONE, number);
        } else if (types.stream().noneMatch(NO_TELEPHONE::contains)) {
            add(types.contains(TelephoneType.HOME) ? CardField.HOME_PHONES : CardField.BUSINESS_PHONES, number);
        }
    }

    private static String uri(Telephone telephone) {
        String extension = telephone.getUri().getExtension();
        return telephone.getUri().getNumber() + (extension == null ? "" : " ext. " + extension);
    }

    private void address(Address address) {
        List<CardField> fields = address.getTypes().contains(AddressType.HOME) ? HOME : BUSINESS;
        List<String> parts = new ArrayList<>();
        parts.add(address.getStreetAddressFull());
        parts.add(address.getLocality());
        parts.add(address.getRegion());
        parts.add(address.getPostalCode());
        parts.add(address.getCountry());
        if (!values.containsKey(fields.get(0)) && !values.containsKey(fields.get(1))) {
            for (int i = 0; i < fields.size(); i++) {
                add(fields.get(i), parts.get(i));
            }
        }
    }

    private void rest(VCard card) {
        card.getNotes().forEach(note -> add(CardField.PERSONAL_NOTES, note));
        if (card.getCategories() != null) {
            card.getCategories().getValues().forEach(category -> add(CardField.CATEGORIES, category));
        }
        card.getImpps().forEach(im -> add(CardField.IM_ADDRESSES, im.getUri() == null ? null : im.getUri().toString()));
        birthday(card.getBirthday());
        add(CardField.UID, card.getUid() == null ? null : card.getUid().getValue());
    }

    /** Cards may leave out the year, which Graph's birthday cannot. */
    private void birthday(Birthday birthday) {
        Temporal date = birthday == null ? null : birthday.getDate();
        if (date != null && date.isSupported(ChronoField.EPOCH_DAY)) {
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
    private static int preference(VCardProperty property) {
        String number = property.getParameters().first(VCardParameters.PREF);
        if (number != null && number.matches("\\d{1,3}")) {
            return Integer.parseInt(number);
        }
        return property.getParameters().getTypes().stream().anyMatch(VCardParameters.PREF::equalsIgnoreCase) ? 0 : LEAST;
    }
}
