package io.contactsync.sandbox.store;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The properties of a user the sandbox keeps.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/user">user resource type</a>
 */
public enum UserProperty {
    BUSINESS_PHONES("businessPhones", true),
    DISPLAY_NAME("displayName", true),
    GIVEN_NAME("givenName", true),
    JOB_TITLE("jobTitle", true),
    MAIL("mail", true),
    MOBILE_PHONE("mobilePhone", true),
    OFFICE_LOCATION("officeLocation", true),
    PREFERRED_LANGUAGE("preferredLanguage", true),
    SURNAME("surname", true),
    USER_PRINCIPAL_NAME("userPrincipalName", true),
    ID("id", true),
    ACCOUNT_ENABLED("accountEnabled", false),
    ASSIGNED_LICENSES("assignedLicenses", false),
    ASSIGNED_PLANS("assignedPlans", false),
    CITY("city", false),
    COMPANY_NAME("companyName", false),
    COUNTRY("country", false),
    CREATED_DATE_TIME("createdDateTime", false),
    DEPARTMENT("department", false),
    EMPLOYEE_ID("employeeId", false),
    EMPLOYEE_TYPE("employeeType", false),
    FAX_NUMBER("faxNumber", false),
    MAIL_NICKNAME("mailNickname", false),
    POSTAL_CODE("postalCode", false),
    PROXY_ADDRESSES("proxyAddresses", false),
    SHOW_IN_ADDRESS_LIST("showInAddressList", false),
    STATE("state", false),
    STREET_ADDRESS("streetAddress", false),
    USAGE_LOCATION("usageLocation", false),
    USER_TYPE("userType", false);

    private static final Map<String, UserProperty> BY_NAME =
        Arrays.stream(values()).collect(Collectors.toMap(UserProperty::wireName, Function.identity()));
    private final String wireName;
    private final boolean byDefault;

    UserProperty(String wireName, boolean byDefault) {
        this.wireName = wireName;
        this.byDefault = byDefault;
    }

    String wireName() {
        return wireName;
    }

    /** In the answer when nothing is selected (Learn: list users, default property set). */
    boolean byDefault() {
        return byDefault;
    }

    static UserProperty named(String name) {
        return BY_NAME.get(name);
    }
}
