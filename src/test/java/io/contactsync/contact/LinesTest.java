package io.contactsync.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Characters;
import org.junit.jupiter.api.Test;

import java.text.Normalizer;
import java.util.stream.IntStream;

class LinesTest {

    private static final String UNSEEN = "\u200B\u2060\uFEFF\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    /** All of Unicode, and what it has not given out yet: a character is kept, a space, or one of the few that go. */
    @Test
    void everyCharacterStaysExceptTheFewThatGo() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(character -> !isRight(character))
                .mapToObj(character -> String.format("U+%04X", character)).toList()).isEmpty();
    }

    private static boolean isRight(int character) {
        String written = "A" + Character.toString(character) + "b";
        String line = Lines.one(written);
        boolean isSpace = Character.isWhitespace(character) || Character.isSpaceChar(character) || character == 0x85;
        if (isSpace) {
            return line.equals("A b") || line.equals("Ab") && Characters.isUnwritable(character);
        }
        boolean goes = Characters.isUnwritable(character) || UNSEEN.indexOf(character) >= 0;
        return line.equals(goes ? "Ab" : Normalizer.normalize(written, Normalizer.Form.NFC));
    }
}
