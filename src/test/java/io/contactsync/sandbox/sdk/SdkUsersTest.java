package io.contactsync.sandbox.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.graph.models.User;
import com.microsoft.graph.models.UserCollectionResponse;
import com.microsoft.graph.models.UserPurpose;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SdkUsersTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults().withTls(true));
    private static final GraphServiceClient CLIENT = SdkClient.of(SANDBOX.address());
    private static final String[] SELECTED = {"id", "displayName", "companyName", "accountEnabled", "assignedLicenses",
            "onPremisesExtensionAttributes", "proxyAddresses"};

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void thePageIteratorSeesEveryUserOnce() {
        UserCollectionResponse first = CLIENT.users().get(c -> c.queryParameters.top = 50);
        List<User> all = SdkPages
                .<User, UserCollectionResponse>all(CLIENT, first, UserCollectionResponse::createFromDiscriminatorValue)
                .items();
        assertThat(first.getValue()).hasSize(50);
        assertThat(all).extracting(User::getId).doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        SANDBOX.tenant().users().stream().map(io.contactsync.sandbox.store.User::id).toList());
    }

    @Test
    void aUserHasTheSelectedPropertiesAndNoOthers() {
        io.contactsync.sandbox.store.User expected = SANDBOX.tenant().users().get(0);
        User user = CLIENT.users().byUserId(expected.id()).get(c -> c.queryParameters.select = SELECTED);
        assertThat(user.getDisplayName()).isEqualTo(expected.displayName());
        assertThat(user.getAccountEnabled()).isEqualTo(expected.accountEnabled());
        assertThat(user.getAssignedLicenses()).hasSize(expected.licensed() ? 1 : 0);
        assertThat(user.getCompanyName()).isNotNull();
        assertThat(user.getJobTitle()).isNull();
        assertThat(user.getProxyAddresses()).isNotNull();
    }

    @Test
    void theDefaultPropertiesAreTheElevenOfTheDocumentation() {
        User user = CLIENT.users().get(c -> c.queryParameters.top = 1).getValue().get(0);
        assertThat(user.getUserPrincipalName()).isNotNull();
        assertThat(user.getBusinessPhones()).isNotNull();
        assertThat(user.getAccountEnabled()).isNull();
        assertThat(user.getCompanyName()).isNull();
    }

    @Test
    void theAdvancedQueryForLicensedMembersRunsOverAllPagesWithItsHeader() {
        UserCollectionResponse first = CLIENT.users().get(c -> {
            c.queryParameters.filter =
                    "accountEnabled eq true and userType eq 'Member' and assignedLicenses/$count ne 0";
            c.queryParameters.count = true;
            c.queryParameters.top = 100;
            c.queryParameters.select = SELECTED;
            c.headers.add("ConsistencyLevel", "eventual");
        });
        List<User> all = SdkPages.<User, UserCollectionResponse>all(CLIENT, first,
                UserCollectionResponse::createFromDiscriminatorValue, request -> {
            request.headers.add("ConsistencyLevel", "eventual");
            return request;
        }).items();
        assertThat(all).isNotEmpty().allSatisfy(each -> assertThat(each.getAssignedLicenses()).isNotEmpty());
        assertThat(first.getOdataCount()).isEqualTo(all.size());
    }

    @Test
    void theCountNeedsTheConsistencyLevel() {
        assertThat(CLIENT.users().count().get(c -> c.headers.add("ConsistencyLevel", "eventual")))
                .isEqualTo(SANDBOX.tenant().users().size());
        assertThatThrownBy(() -> CLIENT.users().count().get()).isInstanceOfSatisfying(ODataError.class, e -> {
            assertThat(e.getResponseStatusCode()).isEqualTo(400);
            assertThat(e.getError().getCode()).isEqualTo("Request_BadRequest");
            assertThat(e.getError().getMessage()).isEqualTo("$count is not currently supported.");
        });
    }

    @Test
    void anAdvancedFilterWithoutTheHeaderIsAnODataError() {
        assertThatThrownBy(() -> CLIENT.users().get(c -> c.queryParameters.filter = "assignedLicenses/$count ne 0"))
                .isInstanceOfSatisfying(ODataError.class,
                        e -> assertThat(e.getError().getCode()).isEqualTo("Request_UnsupportedQuery"));
    }

    @Test
    void anUnknownUserIsAnODataErrorWithRequestIds() {
        assertThatThrownBy(() -> CLIENT.users().byUserId("11111111-2222-3333-4444-555555555555").get())
                .isInstanceOfSatisfying(ODataError.class, e -> {
            assertThat(e.getResponseStatusCode()).isEqualTo(404);
            assertThat(e.getError().getCode()).isEqualTo("Request_ResourceNotFound");
            assertThat(e.getError().getInnerError().getRequestId()).isNotBlank();
            assertThat(e.getError().getInnerError().getClientRequestId()).isNotBlank();
            assertThat(e.getResponseHeaders().get("request-id")).isNotEmpty();
        });
    }

    @Test
    void mailboxSettingsTellTheSharedMailboxFromThatOfAPerson() {
        String person = SANDBOX.tenant().mailboxes().iterator().next();
        assertThat(CLIENT.users().byUserId(person).mailboxSettings().get().getUserPurpose())
                .isEqualTo(UserPurpose.User);
        assertThat(CLIENT.users().byUserId(SANDBOX.address().centralMailbox()).mailboxSettings().get().getUserPurpose())
                .isEqualTo(UserPurpose.Shared);
    }
}
