package io.contactsync.sandbox.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The properties of a personal contact that its content holds, in the order they are rendered.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/contact">contact resource type</a>
 */
public enum ContactProperty {
    CATEGORIES("categories", Kind.LIST),
    BIRTHDAY("birthday", Kind.DATE),
    FILE_AS("fileAs", Kind.FILLED),
    DISPLAY_NAME("displayName", Kind.TEXT),
    GIVEN_NAME("givenName", Kind.TEXT),
    INITIALS("initials", Kind.TEXT),
    MIDDLE_NAME("middleName", Kind.TEXT),
    NICK_NAME("nickName", Kind.TEXT),
    SURNAME("surname", Kind.TEXT),
    TITLE("title", Kind.TEXT),
    YOMI_GIVEN_NAME("yomiGivenName", Kind.TEXT),
    YOMI_SURNAME("yomiSurname", Kind.TEXT),
    YOMI_COMPANY_NAME("yomiCompanyName", Kind.TEXT),
    GENERATION("generation", Kind.TEXT),
    IM_ADDRESSES("imAddresses", Kind.LIST),
    JOB_TITLE("jobTitle", Kind.TEXT),
    COMPANY_NAME("companyName", Kind.TEXT),
    DEPARTMENT("department", Kind.TEXT),
    OFFICE_LOCATION("officeLocation", Kind.TEXT),
    PROFESSION("profession", Kind.TEXT),
    BUSINESS_HOME_PAGE("businessHomePage", Kind.TEXT),
    ASSISTANT_NAME("assistantName", Kind.TEXT),
    MANAGER("manager", Kind.TEXT),
    HOME_PHONES("homePhones", Kind.LIST),
    MOBILE_PHONE("mobilePhone", Kind.TEXT),
    BUSINESS_PHONES("businessPhones", Kind.LIST),
    SPOUSE_NAME("spouseName", Kind.TEXT),
    PERSONAL_NOTES("personalNotes", Kind.NOTES),
    CHILDREN("children", Kind.LIST),
    EMAIL_ADDRESSES("emailAddresses", Kind.EMAILS),
    PRIMARY_EMAIL_ADDRESS("primaryEmailAddress", Kind.EMAIL),
    SECONDARY_EMAIL_ADDRESS("secondaryEmailAddress", Kind.EMAIL),
    TERTIARY_EMAIL_ADDRESS("tertiaryEmailAddress", Kind.EMAIL),
    HOME_ADDRESS("homeAddress", Kind.ADDRESS),
    BUSINESS_ADDRESS("businessAddress", Kind.ADDRESS),
    OTHER_ADDRESS("otherAddress", Kind.ADDRESS);

    /**
     * Shape of a value. FILLED text reads back as "" when it was never given, NOTES too, and NOTES keep their white
     * space.
     */
    enum Kind { TEXT, FILLED, NOTES, DATE, LIST, EMAILS, EMAIL, ADDRESS }

    static final List<ContactProperty> ALL = List.of(values());
    static final List<ContactProperty> EMAIL_SLOTS =
            List.of(PRIMARY_EMAIL_ADDRESS, SECONDARY_EMAIL_ADDRESS, TERTIARY_EMAIL_ADDRESS);
    /** Properties that carry no single text or are notes: Exchange refuses to filter by them. */
    private static final Set<Kind> FILTERABLE = Set.of(Kind.TEXT, Kind.FILLED, Kind.DATE);
    private static final Map<String, ContactProperty> BY_NAME =
        Arrays.stream(values()).collect(Collectors.toMap(ContactProperty::wireName, Function.identity()));

    private final String wireName;
    private final Kind kind;
    private final byte[] prefix;

    ContactProperty(String wireName, Kind kind) {
        this.wireName = wireName;
        this.kind = kind;
        this.prefix = (",\"" + wireName + "\":").getBytes(StandardCharsets.US_ASCII);
    }

    String wireName() {
        return wireName;
    }

    Kind kind() {
        return kind;
    }

    /** {@code ,"name":} as bytes. */
    byte[] prefix() {
        return prefix;
    }

    public boolean filterable() {
        return FILTERABLE.contains(kind);
    }

    /** The property of that name, or null. */
    public static ContactProperty named(String name) {
        return BY_NAME.get(name);
    }

    /** The value a contact has that was never given one. */
    Object absent() {
        return switch (kind) {
            case FILLED, NOTES -> "";
            case LIST, EMAILS -> List.of();
            case ADDRESS -> Map.of();
            case TEXT, DATE, EMAIL -> null;
        };
    }
}
