package io.contactsync.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Writes;
import org.junit.jupiter.api.Test;

class PatchBodyTest {

    private static final byte[] UPDATE = ("{\"displayName\":\"Anna\",\"mobilePhone\":\"1\",\""
            + HiddenProperties.MEMBER + "\":[{\"id\":\"k\",\"value\":\"v\"}]}").getBytes(StandardCharsets.UTF_8);
    private static final RenderedContact ANNA =
            new RenderedContact(new ContactKey("staff", "anna"), "h", "Anna", new byte[0], UPDATE);

    @Test
    void isTheOneThatWasRenderedForAllMailboxes() {
        assertThat(PatchBody.of(Writes.ALL, ANNA)).isSameAs(UPDATE);
    }

    @Test
    void leavesWhatStaysAsTheOwnerHasIt() throws IOException {
        JsonNode body = body(new Writes(Set.of("mobilePhone"), null, false));
        assertThat(body.has("mobilePhone")).isFalse();
        assertThat(body.path("displayName").asText()).isEqualTo("Anna");
        assertThat(body.path(HiddenProperties.MEMBER)).hasSize(1);
        assertThat(body.has("categories")).isFalse();
    }

    @Test
    void setsCategoriesBesideTheFields() throws IOException {
        JsonNode body = body(new Writes(Set.of(), List.of("Tennis", "Colleagues"), false));
        assertThat(body.path("categories")).extracting(JsonNode::asText).containsExactly("Tennis", "Colleagues");
        assertThat(body.path("mobilePhone").asText()).isEqualTo("1");
    }

    @Test
    void takesOurMarksOffAndWritesNothingElse() throws IOException {
        JsonNode body = body(Writes.UNMARK);
        assertThat(body).hasSize(1);
        assertThat(body.path(HiddenProperties.MEMBER)).extracting(each -> each.path("id").asText() + "="
                + each.path("value").asText()).containsExactly(HiddenProperties.KEY + "=", HiddenProperties.HASH + "=");
    }

    private static JsonNode body(Writes writes) throws IOException {
        return new ObjectMapper().readTree(PatchBody.of(writes, ANNA));
    }
}
