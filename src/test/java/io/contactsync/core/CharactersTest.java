package io.contactsync.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

class CharactersTest {

    /** 65 controls, 2,048 halves and 66 non-characters, whichever Unicode this JDK knows. */
    @Test
    void onlyControlsHalvesAndNonCharactersAreUnwritable() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(Characters::isUnwritable).count())
                .isEqualTo(65 + 2_048 + 66);
        assertThat(IntStream.of(0x31350, 0x1FAE0, 0xE000, 0xF0000, 0x10FFFD, 0x0378, 0x200D, 0xFFFD, 0xFDD0 - 1, 0xFDF0)
                .noneMatch(Characters::isUnwritable)).isTrue();
        assertThat(IntStream.of(0, 0x1B, 0x7F, 0x85, 0xD800, 0xDFFF, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF)
                .allMatch(Characters::isUnwritable)).isTrue();
    }

    @Test
    void anIdMayHoldWhatThisJdkDoesNotKnow() {
        String unknown = new String(Character.toChars(0x31350)) + "\uE000";
        assertThat(new ContactKey("staff", unknown).id()).isEqualTo(unknown);
        assertThatThrownBy(() -> new ContactKey("staff", "a\uFFFF")).isInstanceOf(IllegalArgumentException.class);
    }
}
