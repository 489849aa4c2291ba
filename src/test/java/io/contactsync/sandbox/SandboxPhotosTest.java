package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.sandbox.protocol.GraphReading;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.store.Images;
import io.contactsync.sandbox.store.Photo;
import io.contactsync.sandbox.store.User;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Photos of users and of personal contacts. */
class SandboxPhotosTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults());
    private static final SandboxClient CLIENT = new SandboxClient(SANDBOX.address()).signIn();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final List<String> MAILBOXES = List.copyOf(SANDBOX.tenant().mailboxes());
    private static final String SEEN = MAILBOXES.stream()
            .filter(id -> CLIENT.get("/users/" + id + "/photo").status() == 200).findFirst().orElseThrow();
    private static final String UNSEEN = MAILBOXES.stream()
            .filter(id -> CLIENT.get("/users/" + id + "/photo").status() == 404).findFirst().orElseThrow();
    private static final byte[] JPEG = Images.jpeg(new BufferedImage(90, 60, BufferedImage.TYPE_INT_RGB));

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {48, 64, 96, 120, 240, 360, 432, 504, 648})
    void everySizeIsAJpegOfThatSize(int edge) throws Exception {
        HttpResponse<byte[]> answer = send("GET", "/users/" + SEEN + "/photos/" + edge + "x" + edge + "/$value", null);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(List.of(image.getWidth(), image.getHeight())).containsOnly(edge);
        assertThat(CLIENT.get("/users/" + SEEN + "/photos/" + edge + "x" + edge).json().get("width").asInt())
                .isEqualTo(edge);
    }

    @Test
    void metadataNameTheLargestSize() {
        JsonNode photo = CLIENT.get("/users/" + SEEN + "/photo").json();
        assertThat(photo.get("id").asText()).isEqualTo("648x648");
        assertThat(photo.get("@odata.mediaContentType").asText()).isEqualTo("image/jpeg");
        assertThat(photo.get("@odata.mediaEtag").asText()).matches("\"[0-9A-F]{8}\"");
        assertThat(CLIENT.get("/users/" + SEEN + "/photos").json().get("value")).hasSize(9);
        assertThat(send("GET", "/users/" + SEEN + "/photo/$value", null).body()).startsWith(0xFF, 0xD8);
    }

    @Test
    void sizesBeyondThePhotoAreNotThere() {
        User user = SANDBOX.tenant().user(MAILBOXES.get(30)).orElseThrow();
        SANDBOX.tenant().administration().setPhoto(user.id(),
                Photo.of(Images.jpeg(new BufferedImage(504, 520, BufferedImage.TYPE_INT_RGB))));
        assertThat(CLIENT.get("/users/" + user.userPrincipalName() + "/photos").json().get("value")).hasSize(8);
        assertThat(CLIENT.get("/users/" + user.id() + "/photos/648x648/$value").status()).isEqualTo(404);
        assertThat(CLIENT.get("/users/" + user.id() + "/photos/50x50/$value").status()).isEqualTo(404);
    }

    @Test
    void whoHasNoPhotoAndWhoHasNoMailboxAreRefusedDifferently() {
        assertThat(CLIENT.get("/users/" + UNSEEN + "/photo/$value").code()).isEqualTo("ImageNotFound");
        String homeless = SANDBOX.tenant().users().stream().map(User::id).filter(id -> !SANDBOX.tenant().hasMailbox(id))
                .findFirst().orElseThrow();
        SandboxClient.Answer refused = CLIENT.get("/users/" + homeless + "/photo/$value");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.code() + " " + refused.message())
                .isEqualTo("ErrorNonExistentMailbox The SMTP address has no mailbox associated with it.");
    }

    @Test
    void otherReadingsAnswerOtherwise() {
        GraphReadings readings = GraphReadings.assumed().with(GraphReading.MISSING_PHOTO, "ErrorItemNotFound")
                .with(GraphReading.MISSING_PHOTO_METADATA, "1x1");
        try (Sandbox other = Sandbox.start(SandboxOptions.defaults().withReadings(readings))) {
            SandboxClient client = new SandboxClient(other.address()).signIn();
            assertThat(client.get("/users/" + UNSEEN + "/photo").json().get("id").asText()).isEqualTo("1x1");
            assertThat(client.get("/users/" + UNSEEN + "/photo/$value").code()).isEqualTo("ErrorItemNotFound");
        }
    }

    @Test
    void photosOfUsersNeedThePermissionOfUsers() {
        Set<String> consented = SANDBOX.app().roles();
        SANDBOX.app().roles(Set.of("Contacts.ReadWrite"));
        SandboxClient client = new SandboxClient(SANDBOX.address()).signIn();
        SANDBOX.app().roles(consented);
        assertThat(client.get("/users/" + SEEN + "/photo").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contacts/", "contactFolders/contacts/contacts/"})
    void aContactsPhotoIsSetReadAndRemoved(String path) throws Exception {
        String photo = "/users/" + UNSEEN + "/" + path + contact() + "/photo";
        assertThat(CLIENT.get(photo).status()).isEqualTo(404);
        assertThat(send("PUT", photo + "/$value", JPEG).statusCode()).isEqualTo(200);
        assertThat(send("GET", photo + "/$value", null).body()).isEqualTo(JPEG);
        assertThat(CLIENT.get(photo).json().get("id").asText()).isEqualTo("90x60");
        byte[] other = Images.jpeg(new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB));
        assertThat(send("PATCH", photo + "/$value", other).statusCode()).isEqualTo(200);
        assertThat(send("GET", photo + "/$value", null).body()).isEqualTo(other);
        assertThat(CLIENT.delete(photo + "/$value").status()).isEqualTo(204);
        assertThat(CLIENT.get(photo + "/$value").status()).isEqualTo(404);
    }

    @Test
    void contactsHaveNoSizesOfPhotos() {
        SandboxClient.Answer refused =
                CLIENT.get("/users/" + UNSEEN + "/contacts/" + contact() + "/photos/48x48/$value");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message()).startsWith("Unsupported segment type.");
    }

    @Test
    void whatIsNoPictureAndWhatIsTooLargeIsRefused() {
        String photo = "/users/" + UNSEEN + "/contacts/" + contact() + "/photo/$value";
        assertThat(send("PUT", photo, "plain text".getBytes(java.nio.charset.StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(400);
        assertThat(send("PUT", photo, java.util.Arrays.copyOf(JPEG, 4 * 1024 * 1024 + 1)).statusCode()).isEqualTo(413);
        assertThat(send("PUT", photo, java.util.Arrays.copyOf(JPEG, 4 * 1024 * 1024)).statusCode()).isEqualTo(200);
    }

    @Test
    void aPhotoChangesTheChangeKeyUnlessRead() {
        String contact = "/users/" + UNSEEN + "/contacts/" + contact();
        String before = CLIENT.get(contact).json().get("changeKey").asText();
        send("PUT", contact + "/photo/$value", JPEG);
        assertThat(CLIENT.get(contact).json().get("changeKey").asText()).isNotEqualTo(before);
        try (Sandbox other = Sandbox.start(
                SandboxOptions.defaults()
                        .withReadings(GraphReadings.assumed().with(GraphReading.PHOTO_CHANGES_KEY, "no")))) {
            SandboxClient client = new SandboxClient(other.address()).signIn();
            String id = other.tenant().createContact(UNSEEN, "{\"givenName\":\"Seen\"}");
            String same = client.get("/users/" + UNSEEN + "/contacts/" + id).json().get("changeKey").asText();
            send(other.address().graph() + "/users/" + UNSEEN + "/contacts/" + id + "/photo/$value", client.token(),
                    "PUT", JPEG);
            assertThat(client.get("/users/" + UNSEEN + "/contacts/" + id + "/photo").status()).isEqualTo(200);
            assertThat(client.get("/users/" + UNSEEN + "/contacts/" + id).json().get("changeKey").asText())
                    .isEqualTo(same);
        }
    }

    @Test
    void aBatchCarriesAPhotoAsBase64() {
        String url = "/users/" + UNSEEN + "/contacts/" + contact() + "/photo/$value";
        String text = Base64.getUrlEncoder().encodeToString(JPEG);
        JsonNode put =
                SandboxBatchTest.one(CLIENT.batch("{\"requests\":[{\"id\":\"1\",\"method\":\"PUT\",\"url\":\"" + url
            + "\",\"headers\":{\"Content-Type\":\"image/jpeg\"},\"body\":\"" + text + "\"}]}"), "1");
        assertThat(put.get("status").asInt()).isEqualTo(200);
        JsonNode get =
                SandboxBatchTest.one(CLIENT.batch("{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"" + url
                        + "\"}]}"), "1");
        assertThat(Base64.getDecoder().decode(get.get("body").asText())).isEqualTo(JPEG);
        JsonNode broken = SandboxBatchTest.one(CLIENT.batch("{\"requests\":[{\"id\":\"1\",\"method\":\"PUT\",\"url\":\""
                + url
            + "\",\"headers\":{\"Content-Type\":\"image/jpeg\"},\"body\":\"\\u00ff\\u00d8 as text\"}]}"), "1");
        assertThat(broken.get("status").asInt()).isEqualTo(400);
    }

    @Test
    void aPhotoGoesWithItsContact() {
        String id = contact();
        send("PUT", "/users/" + UNSEEN + "/contacts/" + id + "/photo/$value", JPEG);
        CLIENT.delete("/users/" + UNSEEN + "/contacts/" + id);
        assertThat(CLIENT.get("/users/" + UNSEEN + "/contacts/" + id + "/photo").code()).isEqualTo("ErrorItemNotFound");
    }

    @Test
    void aPhotoStaysWithAContactThatIsMoved() {
        String id = contact();
        send("PUT", "/users/" + UNSEEN + "/contacts/" + id + "/photo/$value", JPEG);
        String folder = CLIENT.post("/users/" + UNSEEN + "/contactFolders", "{\"displayName\":\"Elsewhere\"}").json()
                .get("id").asText();
        String moved = SANDBOX.tenant().moveContact(UNSEEN, id, folder);
        assertThat(send("GET", "/users/" + UNSEEN + "/contacts/" + moved + "/photo/$value", null).body())
                .isEqualTo(JPEG);
    }

    private static String contact() {
        return SANDBOX.tenant().createContact(UNSEEN, "{\"givenName\":\"Seen\"}");
    }

    private static HttpResponse<byte[]> send(String method, String target, byte[] body) {
        return send(SANDBOX.address().graph() + target, CLIENT.token(), method, body);
    }

    private static HttpResponse<byte[]> send(String address, String token, String method, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + token)
                .header("Content-Type", "image/jpeg")
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
