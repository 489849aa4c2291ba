package io.contactsync.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;

class DaysTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({"1987-12-31,1987-12-31", "1987-12-31T11:59:00Z,1987-12-31", "1987-12-31 00:00:00.000,1987-12-31",
            "19871231,1987-12-31", "1987-2-1,1987-02-01",
        "01.02.1970,1970-02-01", "1.2.1970,1970-02-01", "31.12.1999 00:00,1999-12-31", "31. 12. 1999,1999-12-31",
        "12/31/1987,1987-12-31", "31/12/1987,1987-12-31",
        "5/5/1987,1987-05-05", "29.02.2000,2000-02-29", "1604-04-15,1604-04-15"})
    void readsADay(String text, LocalDate day) {
        assertThat(Days.read(text)).isEqualTo(day);
    }

    /**
     * Outlook writes 00.00.00, 0/0/00 or 1/1/4501 for none; .NET the first day of all; without a century nobody's age
     * is known.
     */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"00.00.00", "0.0.00", "0/0/00", "0000-00-00", "01.01.4501", "4501-01-01", "0001-01-01",
            "0001-01-01T00:00:00", "01.02.70", "1/2/1987", "30.02.2000",
        "1987-02-30", "13/13/1987", "1987", "12/1987", "soon", "--04-15", "1987-12-31x", "31-12-1987", "+1987-12-31",
        "43831"})
    void whatIsNoDayForCertainIsNone(String text) {
        assertThat(Days.read(text)).isNull();
    }
}
