package io.contactsync.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whole runs under faults: {@code mvn -q -Psimulate test -Dschedules=1000000 -Dseed=0} plays so many schedules from
 * that seed on, and says what came of it. A schedule that fails prints its seed and its story.
 */
class SimulationTest {

    private static final int SCHEDULES = Integer.getInteger("schedules", 20_000);
    private static final long SEED = Long.getLong("seed", 0);
    private static final int TEETH = 1_000;

    @Test
    void keepsEveryInvariantInEverySchedule() {
        long began = System.nanoTime();
        AtomicLong violations = new AtomicLong();
        LongStream.range(SEED, SEED + SCHEDULES).parallel().mapToObj(SimulationTest::play).filter(told -> !told.isEmpty())
                .forEach(told -> {
                    if (violations.getAndIncrement() < 3) {
                        System.out.println(told);
                    }
                });
        System.out.printf("schedules=%d violations=%d seconds=%d%n", SCHEDULES, violations.get(),
                (System.nanoTime() - began) / 1_000_000_000);
        assertThat(violations).hasValue(0);
    }

    /** The story of a schedule that has broken something; empty if it has not. */
    private static String play(long seed) {
        Schedule schedule = new Schedule(seed, EngineVariant.AS_SHIPPED);
        try {
            schedule.play();
            return "";
        } catch (BrokenInvariant | RuntimeException broken) {
            java.io.StringWriter trace = new java.io.StringWriter();
            broken.printStackTrace(new java.io.PrintWriter(trace));
            return "seed=" + seed + " " + trace + "\n" + schedule.story();
        }
    }

    @ParameterizedTest(name = "{0} breaks {1}")
    @CsvSource({
            "BLIND_RETRY, INV-2", "NO_SETTLE, INV-2", "DELETES_WHILE_INCOMPLETE, INV-3", "DEAF_TO_RETRY_AFTER, INV-5",
            "INTENTS_NOT_DURABLE, INV-4", "NO_GUARD, INV-3",
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
                    System.err.println(variant + " seed " + seed + " " + broken.getMessage());
                    return broken.getMessage();
                }
                other = broken.getMessage();
            }
        }
        return other;
    }
}
