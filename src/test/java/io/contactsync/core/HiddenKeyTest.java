package io.contactsync.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who a contact is: what is a key, and what is not. */
class HiddenKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"42", "a|b|c", " a b ", "AAMkAD=/+", "Jürgen", "😀"})
    void readsBackWhatItWrote(String id) {
        HiddenKey key = new HiddenKey("main", new ContactKey("staff", id));
        assertThat(HiddenKey.parse(key.text())).isEqualTo(key);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "v1", "v1|main|staff", "v2|main|staff|1", "v1|main|staff|", "v1||staff|1",
            "v1|main|Staff|1", "v1|main|staff| ", "x"})
    void takesNothingElseForAKey(String value) {
        assertThat(HiddenKey.parse(value)).isNull();
    }

    @Test
    void keepsKeysApartByCase() {
        assertThat(new ContactKey("staff", "a")).isNotEqualTo(new ContactKey("staff", "A"));
    }

    @Test
    void refusesIdsThatCannotBeWritten() {
        assertThatThrownBy(() -> new ContactKey("staff", null)).hasMessageEndingWith("was missing");
        assertThatThrownBy(() -> new ContactKey("staff", " ")).hasMessageEndingWith("was empty");
        assertThatThrownBy(() -> new ContactKey("staff", "a\nb"))
                .hasMessageContaining("none of them a control character");
        assertThatThrownBy(() -> new ContactKey("staff", "x".repeat(191))).hasMessageContaining("1 to 190 characters");
        assertThat(new ContactKey("staff", "x".repeat(190)).id()).hasSize(190);
        assertThatThrownBy(() -> new ContactKey("Staff", "1"))
                .hasMessage("a source's name must be kebab-case (a-z, 0-9, -), at most 40 characters - was 'Staff'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\ud800", "\udc00b", "\ude00\ud83d"})
    void refusesHalfACharacter(String id) {
        assertThatThrownBy(() -> new ContactKey("staff", id)).hasMessageContaining("half a character");
    }
}
