package io.contactsync.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The core under faults. Play more schedules with {@code -Dsimulation.schedules=1000000}, or one again with
 * {@code -Dsimulation.seed=4711}: its story is printed when it fails.
 */
class DispatchSimulationTest {

    private static final int SCHEDULES = Integer.getInteger("simulation.schedules", 20_000);
    private static final int TEETH = 1_000;

    @Test
    void keepsEveryInvariantInEverySchedule() {
        Long one = Long.getLong("simulation.seed");
        for (long seed = one == null ? 0 : one; seed < (one == null ? SCHEDULES : one + 1); seed++) {
            play(seed);
        }
    }

    private static void play(long seed) {
        Schedule schedule = new Schedule(seed, EngineVariant.AS_SHIPPED);
        try {
            schedule.play();
        } catch (BrokenInvariant | RuntimeException broken) {
            fail("seed " + seed + ": " + broken.getMessage() + "\n" + schedule.story(), broken);
        }
    }

    @ParameterizedTest(name = "{0} breaks {1}")
    @CsvSource({
            "BLIND_RETRY, INV-2", "NO_SETTLE, INV-2", "DELETES_WHILE_INCOMPLETE, INV-3", "DEAF_TO_RETRY_AFTER, INV-5",
            "INTENTS_NOT_DURABLE, INV-4",
            "CATEGORY_IS_PROOF, INV-1", "NO_SECOND_LOOK, INV-1", "IGNORES_FOLDERS, INV-2",
            "SWEEPS_EDITED_COPIES, INV-3", "IGNORES_STRANGERS, INV-2",
        "WALL_CLOCK_AGES, INV-6", "FILE_TIMES, INV-2", "YOUNG_FOLDER_TRUSTED, INV-2"
    })
    void catchesAnEngineThatIsWrong(EngineVariant variant, String invariant) {
        assertThat(firstToBreak(variant, invariant)).startsWith(invariant);
    }

    private static String firstToBreak(EngineVariant variant, String invariant) {
        String other = "nothing within " + TEETH + " schedules";
        for (long seed = 0; seed < TEETH; seed++) {
            try {
                new Schedule(seed, variant).play();
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
