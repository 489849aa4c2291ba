package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import io.contactsync.sandbox.store.Images;
import io.contactsync.sandbox.store.Photo;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Answers agree with the OpenAPI description Microsoft publishes. */
class SandboxSchemaTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults());
    private static final SandboxClient CLIENT = new SandboxClient(SANDBOX.address()).signIn();
    private static final String MAILBOX = SANDBOX.tenant().mailboxes().iterator().next();
    private static final OpenApiInteractionValidator SCHEMA =
        OpenApiInteractionValidator.createForSpecificationUrl("graph/openapi-graph-contacts-subset.yaml")
        .withBasePathOverride("/")
            .withLevelResolver(LevelResolver.create()
                    .withLevel("validation.response.body.schema.additionalProperties", ValidationReport.Level.IGNORE)
            .build())
        .build();

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void usersAgree() {
        agrees(Request.Method.GET, "/users", CLIENT.get("/users"));
        agrees(Request.Method.GET, "/users",
                CLIENT.get("/users?$top=999&$select="
                        + String.join(",", SANDBOX.tenant().users().get(0).properties())));
        agrees(Request.Method.GET, "/users/" + MAILBOX, CLIENT.get("/users/" + MAILBOX));
        agrees(Request.Method.GET, "/users/none", CLIENT.get("/users/none"));
    }

    @Test
    void groupsAgree() {
        String group = "/groups/" + SANDBOX.address().targetGroup();
        agrees(Request.Method.GET, group, CLIENT.get(group));
        agrees(Request.Method.GET, group + "/transitiveMembers", CLIENT.get(group + "/transitiveMembers"));
        agrees(Request.Method.GET, group + "/transitiveMembers/microsoft.graph.user",
                CLIENT.get(group + "/transitiveMembers/microsoft.graph.user"));
    }

    @Test
    void contactsAgree() {
        String contacts = "/users/" + MAILBOX + "/contacts";
        agrees(Request.Method.GET, contacts, CLIENT.get(contacts));
        SandboxClient.Answer made = CLIENT.post(contacts,
                "{\"givenName\":\"A\",\"birthday\":\"1974-07-22T00:00:00Z\",\"homeAddress\":{\"city\":\"B\"},"
                        + "\"emailAddresses\":[{\"address\":\"a@b.example\"}],\"imAddresses\":[\"sip:a\"],"
                        + "\"personalNotes\":\"n\"}");
        agrees(Request.Method.POST, contacts, made);
        agrees(Request.Method.GET, contacts + "/id", CLIENT.get(contacts + "/" + made.json().get("id").asText()));
        agrees(Request.Method.GET, contacts + "/id", CLIENT.get(contacts + "/malformed"));
        agrees(Request.Method.GET, contacts,
                CLIENT.get("/users/" + SANDBOX.address().centralMailbox() + "/contacts?$top=100"));
    }

    @Test
    void foldersAgree() {
        String folders = "/users/" + SANDBOX.address().centralMailbox() + "/contactFolders";
        agrees(Request.Method.GET, folders, CLIENT.get(folders));
        agrees(Request.Method.GET, folders + "/contacts/contacts", CLIENT.get(folders + "/contacts/contacts"));
        SandboxClient.Answer made = CLIENT.post(folders, "{\"displayName\":\"Schema\"}");
        agrees(Request.Method.POST, folders, made);
        String folder = folders + "/" + made.json().get("id").asText();
        agrees(Request.Method.GET, folder, CLIENT.get(folder));
        agrees(Request.Method.PATCH, folder, CLIENT.patch(folder, "{\"displayName\":\"Scheme\"}"));
        agrees(Request.Method.GET, folder + "/childFolders", CLIENT.get(folder + "/childFolders"));
        agrees(Request.Method.GET, folders + "/x", CLIENT.get(folders + "/x"));
    }

    @Test
    void deltaAgrees() {
        String folder = "/users/" + MAILBOX + "/contactFolders/contacts/contacts/";
        SandboxClient.Answer first = CLIENT.get(folder + "delta", "Prefer", "odata.maxpagesize=100");
        agrees(Request.Method.GET, folder + "delta", first);
        CLIENT.delete(
                folder + CLIENT.post(folder.replaceAll("/$", ""), "{\"givenName\":\"A\"}").json().get("id").asText());
        agrees(Request.Method.GET, folder + "delta", CLIENT.get(first.json().get("@odata.deltaLink").asText()));
        agrees(Request.Method.GET, "/users/" + MAILBOX + "/contactFolders/delta",
                CLIENT.get("/users/" + MAILBOX + "/contactFolders/delta"));
    }

    @Test
    void categoriesAgree() {
        String categories = "/users/" + MAILBOX + "/outlook/masterCategories";
        agrees(Request.Method.GET, categories, CLIENT.get(categories));
        agrees(Request.Method.POST, categories,
                CLIENT.post(categories, "{\"displayName\":\"Schema\",\"color\":\"preset1\"}"));
    }

    @Test
    void organisationalContactsAgree() {
        String one = "/contacts/" + SANDBOX.tenant().directory().orgContacts().all().iterator().next().id();
        agrees(Request.Method.GET, "/contacts", CLIENT.get("/contacts"));
        agrees(Request.Method.GET, one, CLIENT.get(one));
        agrees(Request.Method.GET, "/contacts/delta", CLIENT.get("/contacts/delta"));
    }

    @Test
    void changesOfUsersAgree() {
        String all = "/users/delta?$select=" + String.join(",", SANDBOX.tenant().users().get(0).properties());
        agrees(Request.Method.GET, "/users/delta", CLIENT.get(all));
        agrees(Request.Method.GET, "/users/delta", CLIENT.get("/users/delta?$deltatoken=abc"));
        agrees(Request.Method.GET, "/users/" + MAILBOX,
                CLIENT.get("/users/" + MAILBOX + "?$expand=manager&$select=birthday,skills,mailboxSettings"));
    }

    @Test
    void settingsAndPhotosAgree() {
        SANDBOX.tenant().administration().setPhoto(MAILBOX,
                Photo.of(Images.jpeg(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB))));
        for (String path : List.of("/mailboxSettings", "/photo", "/photos")) {
            agrees(Request.Method.GET, "/users/" + MAILBOX + path, CLIENT.get("/users/" + MAILBOX + path));
        }
    }

    @Test
    void anAnswerAgainstTheSchemaIsNoticed() {
        SimpleResponse wrong = SimpleResponse.Builder.ok().withContentType("application/json")
                .withBody("{\"displayName\":42}").build();
        assertThat(SCHEMA.validateResponse("/users/" + MAILBOX, Request.Method.GET, wrong).hasErrors()).isTrue();
    }

    private static void agrees(Request.Method method, String path, SandboxClient.Answer answer) {
        SimpleResponse response = SimpleResponse.Builder.status(answer.status())
            .withContentType("application/json").withBody(answer.text()).build();
        assertThat(SCHEMA.validateResponse(path, method, response).getMessages()).as(method + " " + path).isEmpty();
    }
}
