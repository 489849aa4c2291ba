package io.contactsync.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "graph-users", "2-b", "0"})
    void ourNamesAreKebabCase(String name) {
        assertThat(Names.isKebab(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "a-", "-a", "a--b", "A", "\u00e4", "a b", "a\n", "a_b"})
    void othersAreNot(String name) {
        assertThat(Names.isKebab(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0fdd0000-0000-0000-0000-00000000000A"})
    void anObjectIdHasItsForm(String id) {
        assertThat(Names.isObjectId(id)).isTrue();
        assertThat(Names.isObjectId(id + "0")).isFalse();
        assertThat(Names.isObjectId(id.replace('f', 'g'))).isFalse();
        assertThat(Names.isObjectId("anna@contoso.com")).isFalse();
    }
}
