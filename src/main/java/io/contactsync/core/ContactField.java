package io.contactsync.core;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The one table of Graph's contact properties that a source may fill: name, kind, how many, how long.
 *
 * <p>Names and kinds: https://learn.microsoft.com/graph/api/resources/contact. At most 3 e-mail addresses and 2
 * business numbers: Graph answers 400 for the whole contact beyond them (microsoft-graph-docs issue 15276); 2 home
 * numbers and 3 chat addresses by the same mailbox model. Lengths are not published; 255 is the length of a one-line
 * mailbox property, and notes are kept so short that a full batch stays under Graph's 4 MB.
 */
public enum ContactField {
    DISPLAY_NAME("displayName", Kind.TEXT),
    GIVEN_NAME("givenName", Kind.TEXT),
    MIDDLE_NAME("middleName", Kind.TEXT),
    SURNAME("surname", Kind.TEXT),
    NICK_NAME("nickName", Kind.TEXT),
    INITIALS("initials", Kind.TEXT),
    TITLE("title", Kind.TEXT),
    GENERATION("generation", Kind.TEXT),
    FILE_AS("fileAs", Kind.TEXT),
    YOMI_GIVEN_NAME("yomiGivenName", Kind.TEXT),
    YOMI_SURNAME("yomiSurname", Kind.TEXT),
    COMPANY_NAME("companyName", Kind.TEXT),
    YOMI_COMPANY_NAME("yomiCompanyName", Kind.TEXT),
    DEPARTMENT("department", Kind.TEXT),
    JOB_TITLE("jobTitle", Kind.TEXT),
    PROFESSION("profession", Kind.TEXT),
    OFFICE_LOCATION("officeLocation", Kind.TEXT),
    MANAGER("manager", Kind.TEXT),
    ASSISTANT_NAME("assistantName", Kind.TEXT),
    SPOUSE_NAME("spouseName", Kind.TEXT),
    CHILDREN("children", Kind.TEXTS, 20),
    EMAIL_ADDRESSES("emailAddresses", Kind.EMAILS, 3),
    IM_ADDRESSES("imAddresses", Kind.TEXTS, 3),
    BUSINESS_PHONES("businessPhones", Kind.PHONES, 2),
    MOBILE_PHONE("mobilePhone", Kind.PHONE),
    HOME_PHONES("homePhones", Kind.PHONES, 2),
    BUSINESS_ADDRESS("businessAddress", Kind.ADDRESS),
    HOME_ADDRESS("homeAddress", Kind.ADDRESS),
    OTHER_ADDRESS("otherAddress", Kind.ADDRESS),
    BUSINESS_HOME_PAGE("businessHomePage", Kind.TEXT),
    BIRTHDAY("birthday", Kind.DAY),
    PERSONAL_NOTES("personalNotes", Kind.NOTES);

    /** How a field's value is written. */
    public enum Kind { TEXT, NOTES, PHONE, TEXTS, PHONES, EMAILS, ADDRESS, DAY }

    /** Longest one-line value, in characters. */
    public static final int MAX_LINE = 255;
    /** Longest notes, in characters. */
    public static final int MAX_NOTES = 20_000;

    private static final Map<String, ContactField> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(ContactField::property, Function.identity()));

    private final String property;
    private final Kind kind;
    private final int maxItems;

    ContactField(String property, Kind kind) {
        this(property, kind, 1);
    }

    ContactField(String property, Kind kind, int maxItems) {
        this.property = property;
        this.kind = kind;
        this.maxItems = maxItems;
    }

    /** Graph's name of the property. */
    public String property() {
        return property;
    }

    /** How its value is written. */
    public Kind kind() {
        return kind;
    }

    /** Whether Graph fills it by itself: that something stands in it shows nobody's hand. */
    boolean isFilledByGraph() {
        return this == DISPLAY_NAME || this == FILE_AS || this == INITIALS;
    }

    /** How many values Graph takes. */
    public int maxItems() {
        return maxItems;
    }

    /** The field of that Graph name; null if there is none that a source may fill. */
    public static ContactField of(String property) {
        return BY_NAME.get(property);
    }
}
