package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxCategoriesTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final SandboxClient client = new SandboxClient(sandbox.address()).signIn();
    private final String categories =
            "/users/" + sandbox.tenant().mailboxes().iterator().next() + "/outlook/masterCategories";

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void mailboxesBeginWithTheSixColours() {
        assertThat(client.get(categories).json().at("/value/0/displayName").asText()).isEqualTo("Red category");
        assertThat(client.get(categories + "?$filter=displayName%20eq%20'x'").json().get("value")).hasSize(6);
    }

    @Test
    void aCategoryIsMadeOnce() {
        SandboxClient.Answer made = client.post(categories, "{\"displayName\":\"Colleagues\",\"color\":\"preset7\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().get("color").asText()).isEqualTo("preset7");
        assertThat(client.post(categories, "{\"displayName\":\"colleagues\",\"color\":\"none\"}").status())
                .isEqualTo(409);
        assertThat(client.get(categories).json().get("value")).hasSize(7);
    }

    @Test
    void colourChangesAndNameDoesNot() {
        String one = categories + "/" + client.get(categories).json().at("/value/0/id").asText();
        assertThat(client.patch(one, "{\"color\":\"preset24\"}").json().get("color").asText()).isEqualTo("preset24");
        assertThat(client.patch(one, "{\"color\":\"preset25\"}").status()).isEqualTo(400);
        assertThat(client.patch(one, "{\"displayName\":\"Other\"}").status()).isEqualTo(400);
    }

    @Test
    void unknownColoursAndPropertiesAreRefused() {
        assertThat(client.post(categories, "{\"displayName\":\"A\",\"color\":\"pink\"}").status()).isEqualTo(400);
        assertThat(client.post(categories, "{\"displayName\":\"A\",\"shade\":\"none\"}").status()).isEqualTo(400);
        assertThat(client.get(categories).json().get("value")).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"displayName\":null}", "{\"displayName\":{\"en\":\"A\"}}", "{\"displayName\":7}",
            "{\"displayName\":\" \"}", "{}", "[]", "{\"displayName\":\"A\"} {}", "{\"displayName\":"})
    void aNameIsText(String body) {
        assertThat(client.post(categories, body).status()).isEqualTo(400);
        assertThat(client.get(categories).json().get("value")).hasSize(6);
    }

    @Test
    void noColourIsAsGoodAsNone() {
        assertThat(client.post(categories, "{\"displayName\":\"A\",\"color\":null}").json().get("color").asText())
                .isEqualTo("none");
    }

    @Test
    void aChangeWithoutColourKeepsIt() {
        String one = categories + "/" + client.get(categories).json().at("/value/3/id").asText();
        assertThat(client.patch(one, "{}").json().get("color").asText()).isEqualTo("preset3");
    }

    @Test
    void deletedCategoriesAreGone() {
        String one = categories + "/" + client.get(categories).json().at("/value/0/id").asText();
        assertThat(client.delete(one).status()).isEqualTo(204);
        assertThat(client.get(one).status()).isEqualTo(404);
    }
}
