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
            false, false, 0, 0, false, NOTHING
            false, true,  1, 1, true,  NOTHING
            true,  true,  0, 0, false, KNOWN_SOURCES
            true,  true,  1, 1, true,  KNOWN_SOURCES
            true,  false, 1, 0, false, NEW_SOURCES
            true,  false, 1, 1, true,  NEW_SOURCES
            true,  false, 0, 1, false, CONFIGURATION
            true,  false, 0, 0, true,  CONFIGURATION
            true,  false, 0, 0, false, RETIRED_SOURCES
            """)
    void theMoreIsOpenTheLessIsAccepted(boolean counts, boolean held, int ofMailboxes, int failed, boolean resting,
            Acceptance expected) {
        Totals totals = new Totals(5, 0, ofMailboxes, failed, Tally.NONE, 0);
        assertThat(Acceptance.of(counts, held, totals, resting)).isEqualTo(expected);
    }

    @Test
    void eachStepIncludesThoseBeforeIt() {
        assertThat(Acceptance.NOTHING.includes(Acceptance.KNOWN_SOURCES)).isFalse();
        assertThat(Acceptance.NEW_SOURCES.includes(Acceptance.KNOWN_SOURCES)).isTrue();
        assertThat(Acceptance.NEW_SOURCES.includes(Acceptance.NEW_SOURCES)).isTrue();
        assertThat(Acceptance.NEW_SOURCES.includes(Acceptance.CONFIGURATION)).isFalse();
    }
}
