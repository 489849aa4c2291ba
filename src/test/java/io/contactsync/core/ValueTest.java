package io.contactsync.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** A managed field with nothing in it is empty, of whatever kind it is. */
class ValueTest {

    @Test
    void whatHoldsNothingIsEmpty() {
        assertThat(new Value.Text("").isEmpty()).isTrue();
        assertThat(new Value.Texts(List.of()).isEmpty()).isTrue();
        assertThat(new Value.Emails(List.of()).isEmpty()).isTrue();
        assertThat(new Value.Address("", "", "", "", "").isEmpty()).isTrue();
        assertThat(new Value.Day(null).isEmpty()).isTrue();
    }

    @Test
    void whatHoldsAnythingIsNot() {
        assertThat(new Value.Text(" ").isEmpty()).isFalse();
        assertThat(new Value.Texts(List.of("")).isEmpty()).isFalse();
        assertThat(new Value.Emails(List.of(new Value.Email("", "a@b.example"))).isEmpty()).isFalse();
        assertThat(new Value.Day(LocalDate.of(2000, 2, 29)).isEmpty()).isFalse();
        IntStream.range(0, 5).forEach(filled -> {
            String[] parts = {"", "", "", "", ""};
            parts[filled] = "x";
            assertThat(new Value.Address(parts[0], parts[1], parts[2], parts[3], parts[4]).isEmpty()).isFalse();
        });
    }

    @Test
    void anAddressIsThereAndListsAreTheirOwn() {
        assertThatThrownBy(() -> new Value.Email("Anna", null)).isInstanceOf(NullPointerException.class);
        List<String> texts = new ArrayList<>(List.of("a"));
        Value.Texts value = new Value.Texts(texts);
        texts.add("b");
        assertThat(value.texts()).containsExactly("a");
    }
}
