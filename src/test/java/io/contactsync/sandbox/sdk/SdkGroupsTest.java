package io.contactsync.sandbox.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.graph.groups.item.GroupItemRequestBuilder;
import com.microsoft.graph.models.DirectoryObject;
import com.microsoft.graph.models.DirectoryObjectCollectionResponse;
import com.microsoft.graph.models.User;
import com.microsoft.graph.models.UserCollectionResponse;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SdkGroupsTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults().withTls(true));
    private static final GraphServiceClient CLIENT = SdkClient.of(SANDBOX.address());
    private static final GroupItemRequestBuilder GROUP = CLIENT.groups().byGroupId(SANDBOX.address().targetGroup());

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void aGroupHasAName() {
        assertThat(GROUP.get().getDisplayName()).isNotBlank();
    }

    @Test
    void membersComeAsWhatTheyAre() {
        DirectoryObjectCollectionResponse first = GROUP.transitiveMembers().get();
        List<DirectoryObject> all = SdkPages.<DirectoryObject, DirectoryObjectCollectionResponse>all(CLIENT, first,
            DirectoryObjectCollectionResponse::createFromDiscriminatorValue).items();
        assertThat(all).anySatisfy(each -> assertThat(each).isInstanceOfSatisfying(User.class,
                user -> assertThat(user.getUserPrincipalName()).isNotBlank()));
        assertThat(GROUP.members().get().getValue())
                .allSatisfy(each -> assertThat(each.getOdataType()).startsWith("#microsoft.graph."));
    }

    @Test
    void theCastToUsersTakesFurtherParameters() {
        UserCollectionResponse first = GROUP.transitiveMembers().graphUser().get(c -> {
            c.queryParameters.select = new String[] {"id", "mail", "accountEnabled"};
            c.queryParameters.top = 3;
            c.queryParameters.count = true;
            c.headers.add("ConsistencyLevel", "eventual");
        });
        List<User> all = SdkPages.<User, UserCollectionResponse>all(CLIENT, first,
                UserCollectionResponse::createFromDiscriminatorValue, request -> {
            request.headers.add("ConsistencyLevel", "eventual");
            return request;
        }).items();
        assertThat(first.getValue()).hasSize(3);
        assertThat(all).hasSize(first.getOdataCount().intValue())
                .allSatisfy(each -> assertThat(each.getAccountEnabled()).isNotNull());
    }
}
