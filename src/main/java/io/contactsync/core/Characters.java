package io.contactsync.core;

/**
 * Which characters can be kept anywhere. All are but three kinds: controls, halves of a character (lone surrogates) and
 * the 66 that Unicode keeps for ever free of meaning (U+FDD0 to U+FDEF, and the last two of each plane). What this JDK
 * does not know yet is somebody's name.
 *
 * @see <a href="https://www.unicode.org/faq/private_use.html">Unicode FAQ: private-use characters and noncharacters</a>
 */
public final class Characters {

    private static final int LAST_TWO = 0xFFFE;

    private Characters() {
    }

    /** Whether no mailbox can be trusted to keep this code point. */
    public static boolean isUnwritable(int character) {
        return Character.isISOControl(character) || isHalf(character) || isNoCharacter(character);
    }

    private static boolean isHalf(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    private static boolean isNoCharacter(int character) {
        return character >= 0xFDD0 && character <= 0xFDEF || (character & LAST_TWO) == LAST_TWO;
    }
}
