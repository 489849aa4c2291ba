package io.contactsync.microsoftgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Places in paths and queries: encoded, quoted, and closed to injection. */
class UriTemplateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"abc|abc", "a/b|a%2Fb", "a b+c|a%20b%2Bc", "$x@y|%24x%40y",
            "ä€😀|%C3%A4%E2%82%AC%F0%9F%98%80", "a?b#c|a%3Fb%23c", "..%2f|..%252f"})
    void encodesOneSegment(String value, String encoded) {
        assertThat(UriTemplate.of("/users/{id}/contacts").path(name -> value))
                .isEqualTo("/users/" + encoded + "/contacts");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", ""})
    void refusesSegmentsThatChangeThePath(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> UriTemplate.of("/users/{id}").path(name -> value))
                .withMessageContaining("{id}");
    }

    @Test
    void namesTheMissingValue() {
        assertThatIllegalArgumentException().isThrownBy(() -> UriTemplate.of("/users/{mailbox}").path(name -> null))
                .withMessage(
                        "The address of a call to Graph needs a value for {mailbox}, and there is none (or an empty "
                                + "one):"
                        + " it is taken from the message's header or else the exchange variable 'mailbox'");
    }

    @Test
    void quotesInsideApostrophes() {
        UriTemplate template = UriTemplate.of("id eq '{id}' and t ge {t}");
        Map<String, String> values = Map.of("id", "x' or 'a' eq 'a", "t", "2026-01-01T00:00:00Z");
        assertThat(template.query(values::get))
                .isEqualTo("id%20eq%20'x''%20or%20''a''%20eq%20''a'%20and%20t%20ge%202026-01-01T00:00:00Z");
    }

    @Test
    void acceptsPlainWordsOnlyOutsideApostrophes() {
        UriTemplate template = UriTemplate.of("t ge {t}");
        assertThatIllegalArgumentException().isThrownBy(() -> template.query(name -> "1 or true"))
                .withMessageContaining("{t}");
        assertThatIllegalArgumentException().isThrownBy(() -> template.query(name -> "x'"));
    }

    @Test
    void leavesOtherBracesAlone() {
        UriTemplate template = UriTemplate.of("id eq 'String {66f5a359-4659-4830-9070-00047ec6ac6e} Name {name}' {} {");
        assertThat(template.query(name -> "K"))
                .isEqualTo("id%20eq%20'String%20%7B66f5a359-4659-4830-9070-00047ec6ac6e%7D%20Name%20K'%20%7B%7D%20%7B");
    }

    @Test
    void countsDoubledApostrophesAsText() {
        assertThat(UriTemplate.of("a eq 'it''s {x}'").query(name -> "a b")).isEqualTo("a%20eq%20'it''s%20a%20b'");
    }
}
