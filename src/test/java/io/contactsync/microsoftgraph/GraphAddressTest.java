package io.contactsync.microsoftgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which base URLs are accepted, and which links belong to them. */
class GraphAddressTest {

    private final GraphAddress graph = GraphAddress.of("baseUrl", "https://graph.microsoft.com/v1.0/");

    @ParameterizedTest
    @ValueSource(strings = {"https://graph.microsoft.com/v1.0", "http://localhost:8080", "http://127.0.0.1/v1.0",
            "http://127.9.9.9", "http://[::1]:81"})
    void accepts(String url) {
        assertThat(GraphAddress.of("baseUrl", url).scheme()).startsWith("http");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://graph.microsoft.com", "http://localhost.evil.example",
            "http://127.0.0.1.evil.example", "http://10.0.0.1", "ftp://localhost",
            "graph.microsoft.com", "https://", "https://a b", "https://user:pw@graph.microsoft.com",
            "https://graph.microsoft.com/v1.0?x=1"})
    void refuses(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> GraphAddress.of("baseUrl", url))
                .withMessageContaining("baseUrl");
    }

    @Test
    void knowsItsLinks() {
        assertThat(graph.basePath()).isEqualTo("/v1.0");
        assertThat(graph.pathOf("https://graph.microsoft.com/v1.0/users?$skiptoken=X{y}"))
                .isEqualTo("/v1.0/users?$skiptoken=X{y}");
        assertThat(graph.pathOf("HTTPS://GRAPH.microsoft.com:443/x")).isEqualTo("/x");
        assertThat(graph.pathOf("https://graph.microsoft.com?x")).isEqualTo("/?x");
    }

    @Test
    void makesItsLinksFitForABatch() {
        assertThat(graph.relative("https://graph.microsoft.com/v1.0/users/a/contacts/delta?$deltatoken=X{y}"))
                .isEqualTo("/users/a/contacts/delta?$deltatoken=X{y}");
        assertThat(graph.relative("https://graph.microsoft.com/beta/users/a")).isNull();
        assertThat(graph.relative("https://graph.microsoft.com/v1.0beta/users/a")).isNull();
        assertThat(graph.relative("https://graph.microsoft.com/v1.0")).isNull();
        assertThat(graph.relative("https://graph.microsoft.com.evil/v1.0/users/a")).isNull();
        assertThat(graph.relative("http://graph.microsoft.com/v1.0/users/a")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://graph.microsoft.com/x", "https://graph.microsoft.com:444/x",
            "https://graph.microsoft.com.evil.example/x", "https://graph.microsoft.com@evil/x",
            "https://evil/graph.microsoft.com", "https://graph.microsoft.com\\@evil/x", "https:///x", "https://", "",
            "x", "https://graph.microsoft.com./x",
        "https://graph.microsoft.com/x y", "https://graph.microsoft.com/x#y", "https://graph.microsoft.com/\u00e4"})
    void knowsForeignLinks(String link) {
        assertThat(graph.pathOf(link)).isNull();
    }
}
