package io.contactsync.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often an owner's deletion is undone. */
class DriftRulesTest {

    @Test
    void zeroIsNever() {
        assertThat(DriftRules.of("restore", 30, 0).respects(100)).isFalse();
        assertThat(DriftRules.of("restore", 30, 2).respects(1)).isFalse();
        assertThat(DriftRules.of("restore", 30, 2).respects(2)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 101})
    void anythingElseStopsTheStart(int times) {
        assertThatThrownBy(() -> DriftRules.of("restore", 30, times))
                .hasMessage("drift.deleted-times must be 0..100 - was '" + times + "'");
    }
}
