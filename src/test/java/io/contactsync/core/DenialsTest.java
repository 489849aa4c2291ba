package io.contactsync.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenialsTest {

    @ParameterizedTest
    @CsvSource({
        "4, 20, 3000, false", "5, 19, 3000, false", "5, 20, 3000, true", "5, 25, 3000, false", "5, 24, 3000, true",
        "600, 3000, 3000, false", "601, 3000, 3000, true", "5, 5, 5, true", "4, 4, 4, false", "5, 10, 12, false",
        "0, 0, 0, false",
    })
    void moreThanAFifthOfEnoughMailboxesIsTheConfiguration(int denied, int answered, int mailboxes, boolean many) {
        assertThat(Denials.isTooMany(denied, answered, mailboxes)).isEqualTo(many);
    }

    @Test
    void saysNumbersAndWhatToLookAt() {
        assertThat(Denials.sentence(6, 20)).startsWith("6 of the 20 mailboxes asked so far refused this application "
                + "with 403 (30 %, allowed 20 %)").contains("contact-sync check");
    }
}
