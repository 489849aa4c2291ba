package io.contactsync.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which mailboxes something reaches, and how that is written down. */
class ReachTest {

    @ParameterizedTest
    @CsvSource({"'', ''", "0, 0", "7, 7", "'0-16,18', '0-16,18'", "'0,1', '0-1'", "'3-3', 3", "'5,1-2,2-4', '1-5'",
        "'9,1', '1,9'", "0-9999999, 0-9999999"})
    void aTextIsReadAndWrittenInOneWay(String text, String written) {
        Reach reach = Reach.parse(text);
        assertThat(reach.text()).isEqualTo(written);
        assertThat(reach).hasToString(written).isEqualTo(Reach.parse(written)).hasSameHashCodeAs(Reach.parse(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1,", ",1", "-1", "1-", "1--2", "12345678", "1 2"})
    void whatIsNoneIsRefusedAsItStands(String text) {
        assertThatThrownBy(() -> Reach.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a reach must be places and ranges as in '0-16,18' - was '" + text + "'");
    }

    @Test
    void aRangeDoesNotGoBackwards() {
        assertThatThrownBy(() -> Reach.parse("1,5-4")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a range of a reach must not go backwards - was '5-4'");
    }

    @Test
    void itKnowsItsPlaces() {
        Reach reach = Reach.parse("2-4,9");
        assertThat(reach.size()).isEqualTo(4);
        assertThat(reach.places()).containsExactly(2, 3, 4, 9);
        assertThat(reach.contains(4)).isTrue();
        assertThat(reach.contains(5)).isFalse();
        assertThat(reach).isNotEqualTo(Reach.parse("2-4")).isNotEqualTo("2-4,9");
        assertThat(Reach.NONE.size()).isZero();
        assertThat(Reach.of(3)).isEqualTo(Reach.parse("3"));
    }

    @Test
    void twoAreAddedAndTakenFromEachOtherAndStayAsTheyAre() {
        Reach some = Reach.parse("0-3");
        Reach others = Reach.parse("2-5");
        assertThat(some.and(others).text()).isEqualTo("0-5");
        assertThat(some.without(others).text()).isEqualTo("0-1");
        assertThat(some.text()).isEqualTo("0-3");
        assertThat(others.text()).isEqualTo("2-5");
    }

    @Test
    void itIsNotChangedWithWhatItWasMadeOf() {
        BitSet places = new BitSet();
        places.set(1);
        Reach reach = Reach.of(places);
        places.set(2);
        assertThat(reach.text()).isEqualTo("1");
    }
}
