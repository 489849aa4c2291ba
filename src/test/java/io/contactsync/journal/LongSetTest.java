package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

class LongSetTest {

    private static final int CASES = 500;

    /** Few different numbers that meet in few places, so that clusters form and are cut. */
    @Test
    void holdsWhatASetHolds() {
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            List<Long> numbers =
                    random.longs(random.nextInt(1, 200)).map(number -> random.nextInt(4) == 0 ? number & 0xFF : number)
                            .filter(number -> number != 0).boxed().toList();
            LongSet set = new LongSet();
            Set<Long> expected = new HashSet<>();
            for (int step = 0; step < 600; step++) {
                long number = numbers.get(random.nextInt(numbers.size()));
                if (random.nextInt(3) == 0) {
                    set.remove(number);
                    expected.remove(number);
                } else {
                    set.add(number);
                    expected.add(number);
                }
            }
            assertThat(set.size()).as("seed %d", seed).isEqualTo(expected.size());
            for (long number : numbers) {
                assertThat(set.contains(number)).as("seed %d: %d", seed, number).isEqualTo(expected.contains(number));
            }
        }
    }

    @Test
    void growsWithItsContent() {
        LongSet set = new LongSet();
        for (long number = 1; number <= 100_000; number++) {
            set.add(number * 31);
        }
        assertThat(set.size()).isEqualTo(100_000);
        assertThat(set.contains(31)).isTrue();
        assertThat(set.contains(100_000 * 31L)).isTrue();
        assertThat(set.contains(5)).isFalse();
    }

    @Test
    void holdsZero() {
        LongSet set = new LongSet();
        assertThat(set.contains(0)).isFalse();
        set.add(0);
        assertThat(set.contains(0)).isTrue();
        set.remove(0);
        assertThat(set.contains(0)).isFalse();
    }
}
