package io.contactsync.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.microsoftgraph.GraphItemResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeltaPageTest {

    private static final String LINK = "\"@odata.deltaLink\":\"https://graph/v1.0/next\"";

    private static DeltaPage page(int status, String json) throws IOException {
        return DeltaPage.of(new GraphItemResponse("box", status, null, null, null, null, null,
                json == null ? null : new ObjectMapper().readTree(json)),
                link -> link.startsWith("https://graph/v1.0") ? link.substring("https://graph/v1.0".length()) : null);
    }

    @Test
    void tellsVersionsAndWhatIsGone() throws IOException {
        DeltaPage page = page(200, "{\"value\":[{\"id\":\"a\",\"changeKey\":\"v1\"},"
                + "{\"id\":\"b\",\"changeKey\":\"v2\"},"
                + "{\"@removed\":{\"reason\":\"deleted\"},\"id\":\"c\"}]," + LINK + "}");
        assertThat(page.versions()).containsExactlyInAnyOrder("v1", "v2");
        assertThat(page.removed()).containsExactly("c");
        assertThat(page.link()).isEqualTo("/next");
        assertThat(page.isWhole()).isTrue();
    }

    /** Nobody wrote it. */
    @Test
    void aContactWithoutAVersionHasAnEmptyOne() throws IOException {
        assertThat(page(200, "{\"value\":[{\"id\":\"a\"}]," + LINK + "}").versions()).containsExactly("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"value\":[]}", "{" + LINK + "}", "{\"value\":{}," + LINK + "}",
        "{\"value\":[],\"@odata.deltaLink\":7}", "{\"value\":[],\"@odata.nextLink\":\"https://graph/v1.0/next\"}",
        "{\"value\":[],\"@odata.deltaLink\":\"https://graph.evil/v1.0/next\"}"})
    void whatIsNotWholeSaysNothing(String json) throws IOException {
        DeltaPage page = page(200, json);
        assertThat(page.isWhole()).isFalse();
        assertThat(page.versions()).isEmpty();
        assertThat(page.removed()).isEmpty();
    }

    @Test
    void aRefusalSaysNothing() throws IOException {
        assertThat(page(410, "{\"value\":[]," + LINK + "}").isWhole()).isFalse();
        assertThat(page(200, null).isWhole()).isFalse();
    }
}
