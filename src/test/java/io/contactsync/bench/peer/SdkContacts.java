package io.contactsync.bench.peer;

import com.microsoft.graph.models.Contact;
import com.microsoft.graph.models.ContactCollectionResponse;
import com.microsoft.graph.models.User;
import com.microsoft.graph.models.UserCollectionResponse;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import io.contactsync.sandbox.SandboxAddress;
import io.contactsync.sandbox.sdk.SdkPages;
import java.util.List;

/** What Microsoft's client reads: whom to write to, and what. */
final class SdkContacts {

    /** What is copied of a contact. */
    static final List<String> FIELDS = List.of("displayName", "givenName", "surname", "companyName", "department",
            "jobTitle", "emailAddresses", "businessPhones", "mobilePhone");
    private static final int PAGE = 999;

    private SdkContacts() {
    }

    static List<String> mailboxes(GraphServiceClient client, SandboxAddress address) {
        UserCollectionResponse first = client.groups().byGroupId(address.targetGroup()).transitiveMembers().graphUser()
                .get(request -> {
                    request.headers.add("ConsistencyLevel", "eventual");
                    request.queryParameters.count = true;
                    request.queryParameters.top = PAGE;
                });
        List<User> users = SdkPages.<User, UserCollectionResponse>all(client, first,
                UserCollectionResponse::createFromDiscriminatorValue, next -> {
                    next.headers.add("ConsistencyLevel", "eventual");
                    return next;
                }).items();
        return users.stream().map(User::getId).toList();
    }

    static List<Contact> central(GraphServiceClient client, SandboxAddress address) {
        ContactCollectionResponse first = client.users().byUserId(address.centralMailbox()).contacts()
                .get(request -> request.queryParameters.top = PAGE);
        return SdkPages.<Contact, ContactCollectionResponse>all(client, first,
                ContactCollectionResponse::createFromDiscriminatorValue).items().stream().map(SdkContacts::copy)
                .toList();
    }

    private static Contact copy(Contact of) {
        Contact copy = new Contact();
        copy.setDisplayName(of.getDisplayName());
        copy.setGivenName(of.getGivenName());
        copy.setSurname(of.getSurname());
        copy.setCompanyName(of.getCompanyName());
        copy.setDepartment(of.getDepartment());
        copy.setJobTitle(of.getJobTitle());
        copy.setEmailAddresses(of.getEmailAddresses());
        copy.setBusinessPhones(of.getBusinessPhones());
        copy.setMobilePhone(of.getMobilePhone());
        return copy;
    }
}
