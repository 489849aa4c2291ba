package io.contactsync.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class WaitingTest {

    @ParameterizedTest(name = "try {0}: {1} to {2} ms")
    @CsvSource({"1, 500, 1000", "2, 1000, 2000", "3, 2000, 4000", "4, 4000, 8000", "5, 8000, 16000", "6, 16000, 32000",
            "7, 30000, 60000", "8, 30000, 60000", "99, 30000, 60000"})
    void doublesIfNotTold(int tries, long least, long most) {
        assertThat(Waiting.before(tries, null, 0)).isEqualTo(Duration.ofMillis(least));
        assertThat(Waiting.before(tries, null, 0.999999).toMillis()).isBetween(most - 1 - most / 100_000, most);
    }

    @ParameterizedTest(name = "told {0} ms: {0} to {1} ms")
    @CsvSource({"0, 250", "1000, 1250", "2500, 2750", "10000, 11000", "300000, 330000", "86400000, 95040000"})
    void waitsNeverLessThanTold(long told, long most) {
        assertThat(Waiting.before(3, Duration.ofMillis(told), 0)).isEqualTo(Duration.ofMillis(told));
        assertThat(Waiting.before(3, Duration.ofMillis(told), 0.999999).toMillis()).isBetween(told, most);
    }
}
