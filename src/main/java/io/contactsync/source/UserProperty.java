package io.contactsync.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.problem.NearMiss;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A property of a user by which users can be told apart: one that Graph v1.0 gives in a list of users, and that is a
 * text, a date, a number, true or false, or a list of texts. A part of a complex property is named by its path,
 * {@code onPremisesExtensionAttributes/extensionAttribute1}, a directory extension by its full name,
 * {@code extension_<application id without hyphens>_<name>}.
 *
 * @param path as Graph spells it
 * @see <a href="https://learn.microsoft.com/graph/api/resources/user#properties">Properties of a user</a>
 */
record UserProperty(String path) {

    private static final Set<String> SWITCHES =
            Set.of("accountEnabled", "isManagementRestricted", "isResourceAccount", "onPremisesSyncEnabled",
                    "showInAddressList");
    private static final Set<String> TEXTS = Set.of("ageGroup", "city", "companyName", "consentProvidedForMinor",
            "country", "createdDateTime", "creationType", "department", "displayName", "employeeHireDate", "employeeId",
            "employeeLeaveDateTime", "employeeType", "externalUserState", "externalUserStateChangeDateTime",
            "faxNumber", "givenName", "id", "identityParentId", "jobTitle", "lastPasswordChangeDateTime",
            "legalAgeGroupClassification", "mail", "mailNickname", "mobilePhone", "officeLocation",
            "onPremisesDistinguishedName", "onPremisesDomainName", "onPremisesImmutableId",
            "onPremisesLastSyncDateTime", "onPremisesSamAccountName", "onPremisesSecurityIdentifier",
            "onPremisesUserPrincipalName", "passwordPolicies", "postalCode", "preferredDataLocation",
            "preferredLanguage", "securityIdentifier", "signInSessionsValidFromDateTime", "state", "streetAddress",
            "surname", "usageLocation", "userPrincipalName", "userType");
    private static final Set<String> LISTS = Set.of("businessPhones", "imAddresses", "otherMails", "proxyAddresses");
    private static final Map<String, Set<String>> PARTS = Map.of("employeeOrgData", Set.of("costCenter", "division"),
            "onPremisesExtensionAttributes",
            IntStream.rangeClosed(1, 15).mapToObj(number -> "extensionAttribute" + number).collect(Collectors.toSet()));
    /** Of a user alone they can be asked for, in a list Graph refuses them. */
    private static final Set<String> ONE_BY_ONE =
            Set.of("aboutMe", "birthday", "hireDate", "interests", "mailboxSettings", "mySite", "pastProjects",
                    "preferredName", "responsibilities", "schools", "skills");
    /** Objects and lists of objects, permissions of their own, links to other objects. */
    private static final Set<String> NO_VALUE =
            Set.of("assignedLicenses", "assignedPlans", "authorizationInfo", "customSecurityAttributes",
                    "deviceEnrollmentLimit", "identities", "licenseAssignmentStates", "manager", "memberOf",
                    "onPremisesProvisioningErrors", "passwordProfile", "photo", "provisionedPlans",
                    "serviceProvisioningErrors", "signInActivity");
    private static final Pattern EXTENSION = Pattern.compile("extension_[0-9a-fA-F]{32}_[A-Za-z0-9_]+");

    /**
     * The property of that name, in any letter case.
     *
     * @throws IllegalArgumentException if there is none, or none that says which users are meant; the message is the
     * predicate of a sentence
     */
    static UserProperty named(String written) {
        if (EXTENSION.matcher(written).matches()) {
            return new UserProperty(written);
        }
        Set<String> known = known();
        for (String path : known) {
            if (path.equalsIgnoreCase(written)) {
                return new UserProperty(path);
            }
        }
        throw new IllegalArgumentException(reason(written, known));
    }

    private static String reason(String written, Set<String> known) {
        if (ONE_BY_ONE.contains(written)) {
            return "is a property that Microsoft Graph does not give in a list of users";
        }
        if (PARTS.containsKey(written)) {
            return "has parts: write " + written + "/" + new TreeSet<>(PARTS.get(written)).first();
        }
        if (NO_VALUE.contains(written)) {
            return "holds more than one value, and cannot be compared with one";
        }
        return "is not a property of a user in Microsoft Graph" + NearMiss.question(written, known);
    }

    /** The paths of all of them, directory extensions aside. */
    static Set<String> known() {
        Set<String> known =
                Stream.of(SWITCHES, TEXTS, LISTS).flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
        PARTS.forEach((whole, parts) -> parts.forEach(part -> known.add(whole + "/" + part)));
        return known;
    }

    /** What a list has to be asked for so that it holds this property: a complex property comes only as a whole. */
    String selected() {
        return path.split("/")[0];
    }

    /** Whether it is true or false. */
    boolean isSwitch() {
        return SWITCHES.contains(path);
    }

    /** Its values as texts; none where it is not set. */
    Stream<String> of(JsonNode user) {
        JsonNode value = user;
        for (String part : path.split("/")) {
            value = value.path(part);
        }
        if (value.isArray()) {
            JsonNode list = value;
            return IntStream.range(0, list.size()).mapToObj(index -> list.get(index).asText());
        }
        return value.isNull() || value.isMissingNode() || value.asText().isEmpty() ? Stream.empty()
                : Stream.of(value.asText());
    }
}
