package io.contactsync.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Engines that are wrong on purpose are caught, each by the invariant that it breaks. */
class TeethTest {

    private static final int SCHEDULES = 4_000;

    @BeforeAll
    static void silence() {
        SimulationTest.silence();
    }

    @AfterAll
    static void speakAgain() {
        SimulationTest.speakAgain();
    }

    @ParameterizedTest(name = "{0} breaks {1}")
    @CsvSource({
            "BLIND_RETRY, INV-2", "SEARCH_THEN_RETRY, INV-2", "NO_SETTLE, INV-2", "DELETES_WHILE_INCOMPLETE, INV-3",
            "NO_SOURCE_GUARD, INV-3", "NO_MAILBOX_GUARD, INV-3", "DEAF_TO_RETRY_AFTER, INV-5", "NO_FSYNC, INV-4",
            "INTENTS_AFTERWARDS, INV-4", "CATEGORY_IS_PROOF, INV-1", "MATCHES_BY_NAME, INV-1", "NO_SECOND_LOOK, INV-1",
            "IGNORES_FOLDERS, INV-2", "SWEEPS_EDITED_COPIES, INV-3", "IGNORES_STRANGERS, INV-2",
            "WALL_CLOCK_AGES, INV-2", "FILE_TIMES, INV-6", "YOUNG_FOLDER_TRUSTED, INV-2",
            "CHANGES_COPIES, INV-1", "DELTA_TRUSTED_WHEN_GONE, INV-6", "DELTA_WITHOUT_REMOVALS, INV-6",
            "SHARES_AFTERWARDS, INV-2", "WAKES_AND_SENDS, INV-2",
            "DEAF_TO_ONE, INV-5", "TWO_HANDS, INV-5", "SENDS_UNTOLD, INV-4", "WAKES_WITHOUT_LEASE, INV-5"
    })
    void catchesAnEngineThatIsWrong(EngineVariant variant, String invariant) {
        assertThat(firstToBreak(variant, invariant)).startsWith(invariant);
    }

    private static String firstToBreak(EngineVariant variant, String invariant) {
        String other = "nothing within " + SCHEDULES + " schedules";
        for (long seed = 0; seed < SCHEDULES; seed++) {
            try {
                new Schedule(seed, variant, variant.isOfDeltas(), null).play();
            } catch (BrokenInvariant broken) {
                if (broken.getMessage().startsWith(invariant)) {
                    return broken.getMessage();
                }
                other = broken.getMessage();
            }
        }
        return other;
    }
}
