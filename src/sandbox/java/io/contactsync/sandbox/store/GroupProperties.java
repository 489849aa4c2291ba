package io.contactsync.sandbox.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Names of the properties of a group.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/group">group resource type</a>
 */
final class GroupProperties {
    static final Set<String> LISTS = Set.of("assignedLabels", "assignedLicenses", "groupTypes", "infoCatalogs",
            "onPremisesProvisioningErrors", "proxyAddresses", "resourceBehaviorOptions", "resourceProvisioningOptions",
            "serviceProvisioningErrors");
    static final Set<String> ALL = Set.of("id", "deletedDateTime", "assignedLabels", "assignedLicenses",
            "classification", "createdDateTime", "description", "displayName", "expirationDateTime", "groupTypes",
            "infoCatalogs", "isAssignableToRole", "isManagementRestricted", "licenseProcessingState", "mail",
            "mailEnabled", "mailNickname", "membershipRule", "membershipRuleProcessingState", "onPremisesDomainName",
            "onPremisesExtensionAttributes", "onPremisesLastSyncDateTime", "onPremisesNetBiosName",
            "onPremisesProvisioningErrors", "onPremisesSamAccountName", "onPremisesSecurityIdentifier",
            "onPremisesSyncEnabled", "organizationId", "preferredDataLocation", "preferredLanguage", "proxyAddresses",
            "renewedDateTime", "resourceBehaviorOptions", "resourceProvisioningOptions", "securityEnabled",
            "securityIdentifier", "serviceProvisioningErrors", "theme", "uniqueName", "visibility");
    /** Of one group only, and without meaning for a security group. */
    static final Map<String, Object> ELSEWHERE = elsewhere();

    private GroupProperties() {
    }

    private static Map<String, Object> elsewhere() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : Set.of("accessType", "allowExternalSenders", "autoSubscribeNewMembers",
                "hasMembersWithLicenseErrors", "hideFromAddressLists", "hideFromOutlookClients", "isArchived",
                "isFavorite", "isSubscribedByMail", "unseenConversationsCount", "unseenCount", "unseenMessagesCount",
                "welcomeMessageEnabled")) {
            values.put(name, null);
        }
        return values;
    }
}
