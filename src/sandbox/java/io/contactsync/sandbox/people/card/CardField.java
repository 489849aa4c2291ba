package io.contactsync.sandbox.people.card;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a file may say about a person, and the columns it may stand in: Graph's property names, those of Entra's
 * "Download users", of the Microsoft 365 admin centre's export, of Outlook's contact export, and the like.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity/users/users-bulk-download">Download a list of users: the
 * columns</a>
 */
public enum CardField {
    ID("id", Split.NONE, "objectId"),
    USER_PRINCIPAL_NAME("userPrincipalName", Split.NONE, "upn"),
    DISPLAY_NAME("displayName", Split.NONE, "name", "fullName", "officialFullName"),
    GIVEN_NAME("givenName", Split.NONE, "firstName", "contactFirstName"),
    MIDDLE_NAME("middleName", Split.NONE),
    SURNAME("surname", Split.NONE, "lastName", "familyName", "contactLastName"),
    INITIALS("initials", Split.NONE),
    TITLE("title", Split.NONE),
    HONORIFIC("honorificPrefix", Split.NONE, "prefix"),
    GENERATION("generation", Split.NONE, "suffix"),
    NICK_NAME("nickName", Split.NONE),
    YOMI_GIVEN_NAME("yomiGivenName", Split.NONE, "givenYomi"),
    YOMI_SURNAME("yomiSurname", Split.NONE, "surnameYomi"),
    YOMI_COMPANY_NAME("yomiCompanyName", Split.NONE, "companyYomi"),
    JOB_TITLE("jobTitle", Split.NONE, "role", "position"),
    DEPARTMENT("department", Split.NONE),
    COMPANY_NAME("companyName", Split.NONE, "company", "organisation", "organization"),
    OFFICE_LOCATION("officeLocation", Split.NONE, "office", "physicalDeliveryOfficeName"),
    PROFESSION("profession", Split.NONE),
    MANAGER("manager", Split.NONE, "managersName"),
    ASSISTANT_NAME("assistantName", Split.NONE, "assistantsName"),
    SPOUSE_NAME("spouseName", Split.NONE, "spouse"),
    MAIL("mail", Split.ITEMS, "email", "emailAddress", "emailAddresses", "email2Address", "email3Address",
            "primarySmtpAddress"),
    BUSINESS_PHONES("businessPhones", Split.ITEMS, "businessPhone", "businessPhone2", "companyMainPhone",
            "telephoneNumber", "phoneNumber", "phone", "workPhone"),
    MOBILE_PHONE("mobilePhone", Split.ITEMS, "mobile", "mobileNumber", "cellPhone"),
    HOME_PHONES("homePhones", Split.ITEMS, "homePhone", "homePhone2"),
    FAX_NUMBER("faxNumber", Split.ITEMS, "fax", "businessFax"),
    IM_ADDRESSES("imAddresses", Split.ITEMS, "imAddress"),
    BUSINESS_HOME_PAGE("businessHomePage", Split.NONE, "webPage", "website"),
    STREET("streetAddress", Split.NONE, "street", "address", "businessStreet"),
    CITY("city", Split.NONE, "businessCity"),
    STATE("state", Split.NONE, "businessState", "province", "stateOrProvince"),
    POSTAL_CODE("postalCode", Split.NONE, "zip", "zipCode", "businessPostalCode"),
    COUNTRY("country", Split.NONE, "countryOrRegion", "countryRegion", "businessCountryRegion", "businessCountry"),
    HOME_STREET("homeStreet", Split.NONE),
    HOME_CITY("homeCity", Split.NONE),
    HOME_STATE("homeState", Split.NONE),
    HOME_POSTAL_CODE("homePostalCode", Split.NONE),
    HOME_COUNTRY("homeCountry", Split.NONE, "homeCountryRegion"),
    OTHER_STREET("otherStreet", Split.NONE),
    OTHER_CITY("otherCity", Split.NONE),
    OTHER_STATE("otherState", Split.NONE),
    OTHER_POSTAL_CODE("otherPostalCode", Split.NONE),
    OTHER_COUNTRY("otherCountry", Split.NONE, "otherCountryRegion"),
    BIRTHDAY("birthday", Split.NONE),
    CATEGORIES("categories", Split.WORDS),
    CHILDREN("children", Split.WORDS),
    PERSONAL_NOTES("personalNotes", Split.NONE, "notes", "note"),
    UID("uid", Split.NONE),
    EMPLOYEE_ID("employeeId", Split.NONE, "employeeNumber", "bioguide"),
    EMPLOYEE_TYPE("employeeType", Split.NONE),
    PREFERRED_LANGUAGE("preferredLanguage", Split.NONE),
    USAGE_LOCATION("usageLocation", Split.NONE),
    USER_TYPE("userType", Split.NONE),
    ACCOUNT_ENABLED("accountEnabled", Split.NONE),
    BLOCK_CREDENTIAL("blockCredential", Split.NONE),
    LICENSES("licenses", Split.NONE),
    SHOW_IN_ADDRESS_LIST("showInAddressList", Split.NONE);

    /** Of these at least one must be a column. */
    static final Set<CardField> NAMES = new LinkedHashSet<>(List.of(DISPLAY_NAME, GIVEN_NAME, SURNAME));

    /** What parts the items of one cell; telephone numbers and addresses may hold commas, words may not. */
    private enum Split {
        NONE(null), ITEMS("[;|]"), WORDS("[;|,]");

        private final Pattern at;

        Split(String at) {
            this.at = at == null ? null : Pattern.compile(at);
        }
    }

    private static final Map<String, CardField> BY_COLUMN = Arrays.stream(values())
            .flatMap(field -> field.columns.stream().map(column -> Map.entry(column, field)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    private final String label;
    private final Split split;
    private final Set<String> columns;

    CardField(String label, Split split, String... aliases) {
        this.label = label;
        this.split = split;
        this.columns = Stream.concat(Stream.of(label), Arrays.stream(aliases)).map(CardField::folded)
                .collect(Collectors.toSet());
    }

    /** Its name in sentences, Graph's where it has one. */
    public String label() {
        return label;
    }

    /** Whether a cell, and several columns, may hold more than one. */
    boolean several() {
        return split != Split.NONE;
    }

    /** The field that a column's header names, in any case and whatever stands between the letters; or null. */
    static CardField ofColumn(String header) {
        return BY_COLUMN.get(folded(header));
    }

    /** The texts in one cell. */
    List<String> texts(String cell) {
        return several() ? List.of(split.at.split(cell)) : List.of(cell);
    }

    private static String folded(String header) {
        return header.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}
