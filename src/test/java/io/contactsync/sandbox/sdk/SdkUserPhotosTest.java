package io.contactsync.sandbox.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.graph.models.ProfilePhoto;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.UserItemRequestBuilder;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import io.contactsync.sandbox.store.Photo;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SdkUserPhotosTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults().withTls(true));
    private static final GraphServiceClient CLIENT = SdkClient.of(SANDBOX.address());
    private static final Iterator<String> MAILBOXES = SANDBOX.tenant().mailboxes().iterator();

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void aPhotoComesWholeAndInSizes() throws IOException {
        String id = MAILBOXES.next();
        byte[] jpeg = jpeg(300);
        SANDBOX.tenant().administration().setPhoto(id, Photo.of(jpeg));
        UserItemRequestBuilder user = CLIENT.users().byUserId(id);
        assertThat(user.photo().content().get().readAllBytes()).isEqualTo(jpeg);
        assertThat(user.photo().get().getWidth()).isEqualTo(300);
        assertThat(user.photos().get().getValue()).extracting(ProfilePhoto::getId).contains("48x48", "240x240")
                .doesNotContain("360x360");
        assertThat(
                ImageIO.read(new ByteArrayInputStream(
                        user.photos().byProfilePhotoId("48x48").content().get().readAllBytes()))
                .getWidth()).isEqualTo(48);
    }

    @Test
    void aUserWithoutPhotoIsAnODataError() {
        String id = MAILBOXES.next();
        SANDBOX.tenant().administration().setPhoto(id, null);
        assertThatThrownBy(() -> CLIENT.users().byUserId(id).photo().content().get())
                .isInstanceOfSatisfying(ODataError.class, e -> {
            assertThat(e.getResponseStatusCode()).isEqualTo(404);
            assertThat(e.getError().getCode()).isEqualTo("ImageNotFound");
        });
    }

    private static byte[] jpeg(int edge) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(edge, edge, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return out.toByteArray();
    }
}
