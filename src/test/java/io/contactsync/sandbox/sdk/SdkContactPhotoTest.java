package io.contactsync.sandbox.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.graph.models.Contact;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.contacts.ContactsRequestBuilder;
import com.microsoft.graph.users.item.contacts.item.photo.value.ContentRequestBuilder;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SdkContactPhotoTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults().withTls(true));
    private static final GraphServiceClient CLIENT = SdkClient.of(SANDBOX.address());
    private static final ContactsRequestBuilder CONTACTS =
            CLIENT.users().byUserId(SANDBOX.tenant().mailboxes().iterator().next()).contacts();

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void aPhotoIsSetReadAndRemoved() throws IOException {
        String id = CONTACTS.post(named("Photo")).getId();
        ContentRequestBuilder photo = CONTACTS.byContactId(id).photo().content();
        byte[] jpeg = jpeg(96, 64);
        photo.put(new ByteArrayInputStream(jpeg), c -> c.headers.tryAdd("Content-Type", "image/jpeg"));
        assertThat(photo.get().readAllBytes()).isEqualTo(jpeg);
        assertThat(CONTACTS.byContactId(id).photo().get().getWidth()).isEqualTo(96);
        photo.delete();
        assertThatThrownBy(photo::get).isInstanceOfSatisfying(ODataError.class,
                e -> assertThat(e.getResponseStatusCode()).isEqualTo(404));
    }

    @Test
    void aContactWithoutPhotoIsAnODataError() {
        String id = CONTACTS.post(named("None")).getId();
        assertThatThrownBy(() -> CONTACTS.byContactId(id).photo().content().get())
            .isInstanceOfSatisfying(ODataError.class, e -> assertThat(e.getResponseStatusCode()).isEqualTo(404));
    }

    private static byte[] jpeg(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return out.toByteArray();
    }

    private static Contact named(String name) {
        Contact contact = new Contact();
        contact.setGivenName(name);
        return contact;
    }
}
