package io.contactsync.microsoftgraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form of Retry-After that has been seen. */
class RetryAfterTest {

    private static final Instant SERVER = Instant.parse("1994-11-06T08:49:07Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1|1000", "120|120000", "2.128|2128", "0.0001|1", ".5|500", " 7 |7000", "86400|86400000",
        "31,120|120000", "120, 31|120000", "soon-ish,5|", "5,soon|5000",
        "Sun, 06 Nov 1994 08:49:37 GMT|30000",
        "Sunday, 06-Nov-94 08:49:37 GMT|30000",
        "Sun Nov  6 08:49:37 1994|30000"})
    void readsWhatIsUsable(String value, Long millis) {
        assertThat(RetryAfter.parse(value, SERVER)).isEqualTo(millis == null ? null : Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0", "0.0", "-1", "soon", "1e3", "1.2.3", "1000000000", "86400.1",
            "99999999999999999999", "NaN", "Infinity", "+5", "0x10",
        "Sun, 06 Nov 1994 08:49:07 GMT", "Sun, 06 Nov 1994 08:48:37 GMT", "Sun, 06 Nov 1996 08:49:37 GMT", "."})
    void leavesTheRest(String value) {
        assertThat(RetryAfter.parse(value, SERVER)).isNull();
    }

    @Test
    void takesTheLargestOfSeveralHeaders() {
        assertThat(RetryAfter.parse(List.of("3", "junk", "Sun, 06 Nov 1994 08:49:37 GMT", "9"), SERVER))
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(RetryAfter.parse(List.of("junk"), SERVER)).isNull();
        assertThat(RetryAfter.parse((String) null, SERVER)).isNull();
    }
}
