package io.contactsync.sandbox.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.graph.models.Contact;
import com.microsoft.graph.models.ExchangeIdFormat;
import com.microsoft.graph.models.Extension;
import com.microsoft.graph.models.OpenTypeExtension;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.UserItemRequestBuilder;
import com.microsoft.graph.users.item.translateexchangeids.TranslateExchangeIdsPostRequestBody;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import io.contactsync.sandbox.protocol.GraphReading;
import io.contactsync.sandbox.protocol.GraphReadings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What contacts have in common with other items: two kinds of ids, and open extensions. */
class SdkItemsTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults().withTls(true)
        .withReadings(GraphReadings.assumed().with(GraphReading.TRANSLATE_IDS, "served")));
    private static final GraphServiceClient CLIENT = SdkClient.of(SANDBOX.address());
    private static final UserItemRequestBuilder USER =
            CLIENT.users().byUserId(SANDBOX.tenant().mailboxes().iterator().next());

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void idsAreTranslated() {
        String id = create();
        TranslateExchangeIdsPostRequestBody body = new TranslateExchangeIdsPostRequestBody();
        body.setInputIds(List.of(id));
        body.setSourceIdType(ExchangeIdFormat.RestId);
        body.setTargetIdType(ExchangeIdFormat.RestImmutableEntryId);
        String immutable =
                USER.contacts().byContactId(id).get(c -> c.headers.add("Prefer", "IdType=\"ImmutableId\"")).getId();
        assertThat(USER.translateExchangeIds().post(body).getValue()).singleElement().satisfies(each -> {
            assertThat(each.getSourceId()).isEqualTo(id);
            assertThat(each.getTargetId()).isEqualTo(immutable);
        });
    }

    @Test
    void anOpenExtensionIsSetReadAndRemoved() {
        String id = create();
        OpenTypeExtension extension = new OpenTypeExtension();
        extension.setExtensionName("example.contact.sync");
        extension.setAdditionalData(Map.of("key", "a1"));
        USER.contacts().byContactId(id).extensions().post(extension);
        Extension read = USER.contacts().byContactId(id).extensions().byExtensionId("example.contact.sync").get();
        assertThat(read.getAdditionalData()).containsEntry("key", "a1");
        USER.contacts().byContactId(id).extensions().byExtensionId("example.contact.sync").delete();
        Contact contact = USER.contacts().byContactId(id)
                .get(c -> c.queryParameters.expand = new String[] {"extensions($filter=id eq 'example.contact.sync')"});
        assertThat(contact.getExtensions() == null || contact.getExtensions().isEmpty()).isTrue();
    }

    private static String create() {
        Contact contact = new Contact();
        contact.setGivenName("Item");
        return USER.contacts().post(contact).getId();
    }
}
