package io.contactsync.journal;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import io.contactsync.core.Printable;

import java.util.Locale;

/**
 * JSON escapes what is below U+0020 only; a journal is looked at on terminals too, so that whatever is not printable is
 * escaped. Nothing is lost by it.
 */
final class JournalEscapes extends CharacterEscapes {

    private static final int DELETE = 0x7f;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] codes = standardAsciiEscapesForJSON();
        codes[DELETE] = ESCAPE_STANDARD;
        return codes;
    }

    /** Halves of characters come here too, one by one: they stay as they are. */
    @Override
    public SerializableString getEscapeSequence(int character) {
        boolean stays = Printable.isPrintable(character) || Character.getType(character) == Character.SURROGATE;
        return stays ? null : new SerializedString(String.format(Locale.ROOT, "\\u%04x", character));
    }
}
