package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Tally;
import io.contactsync.core.Totals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of a run later runs are compared with. */
class AcceptanceTest {

    @ParameterizedTest(name = "counts {0}, held {1}, {2} mailboxes held, {3} failed: {4}")
    @CsvSource(textBlock = """
            false, false, 0, 0, NOTHING
            false, true,  1, 1, NOTHING
            true,  true,  0, 0, KNOWN_SOURCES
            true,  true,  1, 1, KNOWN_SOURCES
            true,  false, 1, 0, NEW_SOURCES
            true,  false, 1, 1, NEW_SOURCES
            true,  false, 0, 1, CONFIGURATION
            true,  false, 0, 0, RETIRED_SOURCES
            """)
    void theMoreIsOpenTheLessIsAccepted(boolean counts, boolean held, int ofMailboxes, int failed,
            Acceptance expected) {
        Totals totals = new Totals(5, 0, ofMailboxes, failed, Tally.NONE, 0);
        assertThat(Acceptance.of(counts, held, totals)).isEqualTo(expected);
    }

    @Test
    void eachStepIncludesThoseBeforeIt() {
        assertThat(Acceptance.NOTHING.includes(Acceptance.KNOWN_SOURCES)).isFalse();
        assertThat(Acceptance.NEW_SOURCES.includes(Acceptance.KNOWN_SOURCES)).isTrue();
        assertThat(Acceptance.NEW_SOURCES.includes(Acceptance.NEW_SOURCES)).isTrue();
        assertThat(Acceptance.NEW_SOURCES.includes(Acceptance.CONFIGURATION)).isFalse();
    }
}
