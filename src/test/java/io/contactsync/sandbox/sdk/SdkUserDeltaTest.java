package io.contactsync.sandbox.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.graph.models.User;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.delta.DeltaGetResponse;
import com.microsoft.graph.users.delta.DeltaRequestBuilder;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import io.contactsync.sandbox.store.UserAttribute;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rounds of changes of the users. */
class SdkUserDeltaTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withTls(true));
    private final GraphServiceClient client = SdkClient.of(sandbox.address());
    private final DeltaRequestBuilder delta = client.users().delta();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aRoundHasTheChangedAndTheRemoved() {
        SdkPages.Round<User> all =
                all(delta.get(c -> c.queryParameters.select = new String[] {"displayName", "jobTitle"}));
        List<io.contactsync.sandbox.store.User> users = sandbox.tenant().users();
        assertThat(all.items()).extracting(User::getId)
                .containsAll(users.stream().map(io.contactsync.sandbox.store.User::id).toList());
        io.contactsync.sandbox.store.User changed = users.get(0);
        String removed = users.get(1).id();
        sandbox.tenant().put(changed.with(UserAttribute.JOB_TITLE, "President"));
        sandbox.tenant().administration().removeUser(removed, true);
        SdkPages.Round<User> next = all(delta.withUrl(all.deltaLink()).get());
        assertThat(next.items()).extracting(User::getId).containsExactlyInAnyOrder(changed.id(), removed);
        assertThat(next.items()).filteredOn(each -> each.getId().equals(changed.id())).singleElement()
            .satisfies(each -> assertThat(each.getJobTitle()).isEqualTo("President"));
        assertThat(next.items()).filteredOn(each -> each.getId().equals(removed)).singleElement()
            .satisfies(each -> assertThat(each.getAdditionalData()).containsKey("@removed"));
        assertThat(all(delta.withUrl(next.deltaLink()).get()).items()).isEmpty();
    }

    @Test
    void anExpiredTokenIsAnODataError() {
        String link = all(delta.get()).deltaLink();
        sandbox.tenant().administration().expireDirectoryTokens();
        assertThatThrownBy(() -> delta.withUrl(link).get()).isInstanceOfSatisfying(ODataError.class,
                e -> assertThat(e.getResponseStatusCode()).isEqualTo(410));
    }

    private SdkPages.Round<User> all(DeltaGetResponse first) {
        return SdkPages.all(client, first, DeltaGetResponse::createFromDiscriminatorValue);
    }
}
