package io.contactsync.sandbox.store;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The properties of a user that lie in the directory.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/user">user resource type</a>
 */
public enum UserAttribute {
    BUSINESS_PHONES("businessPhones", true, List.of()),
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
    ASSIGNED_LICENSES("assignedLicenses", false, List.of()),
    ASSIGNED_PLANS("assignedPlans", false, List.of()),
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
    PROXY_ADDRESSES("proxyAddresses", false, List.of()),
    SHOW_IN_ADDRESS_LIST("showInAddressList", false),
    STATE("state", false),
    STREET_ADDRESS("streetAddress", false),
    USAGE_LOCATION("usageLocation", false),
    USER_TYPE("userType", false),
    AGE_GROUP("ageGroup", false),
    AUTHORIZATION_INFO("authorizationInfo", false),
    CONSENT_PROVIDED_FOR_MINOR("consentProvidedForMinor", false),
    CREATION_TYPE("creationType", false),
    CUSTOM_SECURITY_ATTRIBUTES("customSecurityAttributes", false),
    DELETED_DATE_TIME("deletedDateTime", false),
    EMPLOYEE_HIRE_DATE("employeeHireDate", false),
    EMPLOYEE_LEAVE_DATE_TIME("employeeLeaveDateTime", false),
    EMPLOYEE_ORG_DATA("employeeOrgData", false),
    EXTERNAL_USER_STATE("externalUserState", false),
    EXTERNAL_USER_STATE_CHANGE_DATE_TIME("externalUserStateChangeDateTime", false),
    IDENTITIES("identities", false, List.of()),
    IDENTITY_PARENT_ID("identityParentId", false),
    IM_ADDRESSES("imAddresses", false, List.of()),
    IS_MANAGEMENT_RESTRICTED("isManagementRestricted", false),
    IS_RESOURCE_ACCOUNT("isResourceAccount", false),
    LAST_PASSWORD_CHANGE_DATE_TIME("lastPasswordChangeDateTime", false),
    LEGAL_AGE_GROUP_CLASSIFICATION("legalAgeGroupClassification", false),
    LICENSE_ASSIGNMENT_STATES("licenseAssignmentStates", false, List.of()),
    ON_PREMISES_DISTINGUISHED_NAME("onPremisesDistinguishedName", false),
    ON_PREMISES_DOMAIN_NAME("onPremisesDomainName", false),
    ON_PREMISES_EXTENSION_ATTRIBUTES("onPremisesExtensionAttributes", false, extensionAttributes()),
    ON_PREMISES_IMMUTABLE_ID("onPremisesImmutableId", false),
    ON_PREMISES_LAST_SYNC_DATE_TIME("onPremisesLastSyncDateTime", false),
    ON_PREMISES_PROVISIONING_ERRORS("onPremisesProvisioningErrors", false, List.of()),
    ON_PREMISES_SAM_ACCOUNT_NAME("onPremisesSamAccountName", false),
    ON_PREMISES_SECURITY_IDENTIFIER("onPremisesSecurityIdentifier", false),
    ON_PREMISES_SYNC_ENABLED("onPremisesSyncEnabled", false),
    ON_PREMISES_USER_PRINCIPAL_NAME("onPremisesUserPrincipalName", false),
    OTHER_MAILS("otherMails", false, List.of()),
    PASSWORD_POLICIES("passwordPolicies", false),
    PASSWORD_PROFILE("passwordProfile", false),
    PREFERRED_DATA_LOCATION("preferredDataLocation", false),
    PROVISIONED_PLANS("provisionedPlans", false, List.of()),
    SECURITY_IDENTIFIER("securityIdentifier", false),
    SERVICE_PROVISIONING_ERRORS("serviceProvisioningErrors", false, List.of()),
    SIGN_IN_ACTIVITY("signInActivity", false),
    SIGN_IN_SESSIONS_VALID_FROM_DATE_TIME("signInSessionsValidFromDateTime", false),
    /** Object id of the manager: not a property for clients, who expand the relationship. */
    MANAGER("manager", false);

    private static final Map<String, UserAttribute> BY_NAME =
        Arrays.stream(values()).collect(Collectors.toMap(UserAttribute::wireName, Function.identity()));
    private final String wireName;
    private final boolean byDefault;
    private final Object unset;

    UserAttribute(String wireName, boolean byDefault) {
        this(wireName, byDefault, null);
    }

    UserAttribute(String wireName, boolean byDefault, Object unset) {
        this.wireName = wireName;
        this.byDefault = byDefault;
        this.unset = unset;
    }

    /** What is shown of a user who never had a value: null, or what the schema does not allow to be null. */
    Object unset() {
        return unset;
    }

    /** Fifteen attributes, always shown as a whole (Learn: onPremisesExtensionAttributes resource type). */
    private static Map<String, Object> extensionAttributes() {
        Map<String, Object> attributes = new LinkedHashMap<>();
        IntStream.rangeClosed(1, 15).forEach(number -> attributes.put("extensionAttribute" + number, null));
        return attributes;
    }

    String wireName() {
        return wireName;
    }

    /** In the answer when nothing is selected (Learn: list users, default property set). */
    boolean byDefault() {
        return byDefault;
    }

    static UserAttribute named(String name) {
        return BY_NAME.get(name);
    }
}
