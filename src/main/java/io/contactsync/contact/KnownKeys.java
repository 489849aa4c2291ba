package io.contactsync.contact;

import com.fasterxml.jackson.core.JsonParser;
import io.contactsync.core.HiddenKey;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Hidden keys that were read before: the same ones stand in mailbox after mailbox, so that a row's is found by its hash
 * and compared where it stands. One that is not found is read as any other text is, and takes the place of whatever has
 * the same hash; that it holds no more than {@value #PLACES} bounds it. For all threads.
 */
final class KnownKeys {

    private static final int PLACES = 1 << 14;

    private final AtomicReferenceArray<Known> places = new AtomicReferenceArray<>(PLACES);

    /** A text that means that key. */
    private record Known(char[] text, HiddenKey key) {
    }

    /** The key in the text on which the parser stands; null if it is not one of ours, whoever wrote it. */
    HiddenKey read(JsonParser json) throws IOException {
        char[] text = json.getTextCharacters();
        int from = json.getTextOffset();
        int length = json.getTextLength();
        int place = place(text, from, length);
        Known known = places.get(place);
        if (known != null && isAt(text, from, length, known.text())) {
            return known.key();
        }
        HiddenKey key = HiddenKey.parse(new String(text, from, length));
        if (key != null) {
            places.set(place, new Known(Arrays.copyOfRange(text, from, from + length), key));
        }
        return key;
    }

    /** Whether that text stands there. */
    static boolean isAt(char[] found, int from, int length, char[] text) {
        if (length != text.length) {
            return false;
        }
        for (int place = 0; place < length; place++) {
            if (found[from + place] != text[place]) {
                return false;
            }
        }
        return true;
    }

    private static int place(char[] text, int from, int length) {
        int hash = 0;
        for (int place = from; place < from + length; place++) {
            hash = 31 * hash + text[place];
        }
        return (hash ^ hash >>> 14) & PLACES - 1;
    }
}
