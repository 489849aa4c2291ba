package io.contactsync.sandbox.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.graph.contacts.delta.DeltaGetResponse;
import com.microsoft.graph.models.OrgContact;
import com.microsoft.graph.models.OrgContactCollectionResponse;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The contacts of the organisation, which are not those of a mailbox. */
class SdkOrgContactsTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults().withTls(true));
    private static final GraphServiceClient CLIENT = SdkClient.of(SANDBOX.address());

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void theListHasPhonesAndAddresses() {
        OrgContactCollectionResponse first = CLIENT.contacts().get(c -> c.queryParameters.top = 2);
        List<OrgContact> all = SdkPages.<OrgContact, OrgContactCollectionResponse>all(CLIENT, first,
                OrgContactCollectionResponse::createFromDiscriminatorValue).items();
        assertThat(first.getValue()).hasSize(2);
        assertThat(all).hasSizeGreaterThan(2).allSatisfy(each -> assertThat(each.getDisplayName()).isNotBlank());
        assertThat(all).anySatisfy(each -> assertThat(each.getPhones()).isNotEmpty()
                .allSatisfy(phone -> assertThat(phone.getType()).isNotNull()));
        assertThat(all).anySatisfy(each -> assertThat(each.getAddresses()).isNotEmpty());
        assertThat(CLIENT.contacts().byOrgContactId(all.get(0).getId()).get().getDisplayName())
                .isEqualTo(all.get(0).getDisplayName());
    }

    @Test
    void aRoundOfChangesHasTheRemoved() {
        SdkPages.Round<OrgContact> all = all(CLIENT.contacts().delta().get());
        String removed = all.items().get(0).getId();
        SANDBOX.tenant().administration().removeOrgContact(removed);
        assertThat(all(CLIENT.contacts().delta().withUrl(all.deltaLink()).get()).items()).singleElement()
                .satisfies(each -> {
            assertThat(each.getId()).isEqualTo(removed);
            assertThat(each.getAdditionalData()).containsKey("@removed");
        });
    }

    private static SdkPages.Round<OrgContact> all(DeltaGetResponse first) {
        return SdkPages.all(CLIENT, first, DeltaGetResponse::createFromDiscriminatorValue);
    }
}
