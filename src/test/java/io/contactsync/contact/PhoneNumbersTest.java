package io.contactsync.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

    private static final PhoneNumbers E164 = new PhoneNumbers(PhoneFormat.E164);
    private static final PhoneNumbers INTERNATIONAL = new PhoneNumbers(PhoneFormat.INTERNATIONAL);

    @ParameterizedTest(name = "{0} in {1}: {2}, {3}")
    @CsvSource(nullValues = "-", value = {
            "202-224-3441, US, +12022243441, +1 202-224-3441",
            "(202) 224 3441 ext. 12, US, +12022243441 ext. 12, +1 202-224-3441 ext. 12",
            "+1 202 224 3441 x12, '', +12022243441 ext. 12, +1 202-224-3441 ext. 12",
            "030 901820, DE, +4930901820, +49 30 901820", "0049 30 901820, DE, +4930901820, +49 30 901820",
            "06 6982, IT, +39066982, +39 06 6982", "+44 (0)20 7946 0958, '', +442079460958, +44 20 7946 0958",
            "1-800-FLOWERS, US, +18003569377, +1 800-356-9377",
            "202-224-3441, '', -, -", "reception, US, -, -", "12, US, -, -", "'', US, -, -", "+999 123456, '', -, -",
            "030 901820 / 030 901821 / 030 901822 000, DE, -, -",
        "224-3441, US, -, -"
    })
    void writesANumberInOneForm(String written, String region, String e164, String international) {
        assertThat(E164.whole(written, region)).isEqualTo(e164);
        assertThat(INTERNATIONAL.whole(written, region)).isEqualTo(international);
    }

    @ParameterizedTest
    @ValueSource(strings = {"202-224-3441", "(202) 224 3441 ext. 12", "+49 30 901820", "+39 06 6982", "1-800-FLOWERS",
            "+44 20 7946 0958 x 7"})
    void writesItsOwnFormTheSameAgain(String written) {
        for (PhoneNumbers numbers : new PhoneNumbers[] {E164, INTERNATIONAL}) {
            String once = numbers.whole(written, "US");
            assertThat(numbers.whole(once, "US")).isEqualTo(once);
            assertThat(numbers.whole(once, "DE")).isEqualTo(once);
            assertThat(numbers.whole(once, "")).isEqualTo(once);
        }
    }

    @Test
    void knowsTheFormatsByName() {
        assertThat(PhoneFormat.named(" International ")).isEqualTo(PhoneFormat.INTERNATIONAL);
        assertThatThrownBy(() -> PhoneFormat.named("national"))
                .hasMessage("phones.format must be e164 or international - was 'national'");
    }
}
