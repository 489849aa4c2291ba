package io.contactsync.sandbox.protocol;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A growing buffer of JSON in UTF-8; copying ready-made pieces is its main work. */
public final class JsonBytes {
    private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();
    private byte[] bytes;
    private int length;

    public JsonBytes(int capacity) {
        bytes = new byte[capacity];
    }

    /** An answer up to its first own member: the object begins with its context. */
    public static JsonBytes open(int capacity, String context) {
        return new JsonBytes(capacity).raw((byte) '{').field(Annotations.CONTEXT, context);
    }

    public int length() {
        return length;
    }

    public JsonBytes raw(byte[] part) {
        return raw(part, 0, part.length);
    }

    public JsonBytes raw(byte[] part, int from, int count) {
        room(count);
        System.arraycopy(part, from, bytes, length, count);
        length += count;
        return this;
    }

    public JsonBytes raw(byte one) {
        room(1);
        bytes[length++] = one;
        return this;
    }

    /** Appends text that needs no escaping and is ASCII. */
    public JsonBytes ascii(String text) {
        int count = text.length();
        room(count);
        for (int i = 0; i < count; i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
        return this;
    }

    public JsonBytes string(String text) {
        return plain(text) ? raw((byte) '"').ascii(text).raw((byte) '"')
                : raw((byte) '"').raw(quoted(text)).raw((byte) '"');
    }

    /** JSON may hold half of a surrogate pair, UTF-8 may not: it becomes U+FFFD. */
    private static byte[] quoted(String text) {
        try {
            return ENCODER.quoteAsUTF8(text);
        } catch (IllegalArgumentException halfOfAPair) {
            return ENCODER.quoteAsUTF8(text.replaceAll("\\p{Cs}", "\ufffd"));
        }
    }

    /** Most text needs neither escapes nor more than one byte a character, and is copied several times faster. */
    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    /** Appends {@code "name":}, after a comma unless an object or array has just begun. */
    public JsonBytes name(String name) {
        return separator().raw((byte) '"').ascii(name).ascii("\":");
    }

    public JsonBytes field(String name, Object value) {
        return name(name).value(value);
    }

    public JsonBytes separator() {
        byte last = length == 0 ? (byte) '{' : bytes[length - 1];
        return last == '{' || last == '[' || last == ':' ? this : raw((byte) ',');
    }

    /** Appends null, text, numbers, booleans, and lists and maps of them. */
    public JsonBytes value(Object value) {
        if (value == null) {
            return ascii("null");
        }
        if (value instanceof List<?> list) {
            return array(list);
        }
        if (value instanceof Map<?, ?> map) {
            return object(map);
        }
        return value instanceof Number || value instanceof Boolean ? ascii(value.toString()) : string(value.toString());
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private JsonBytes array(List<?> list) {
        raw((byte) '[');
        list.forEach(each -> separator().value(each));
        return raw((byte) ']');
    }

    private JsonBytes object(Map<?, ?> map) {
        raw((byte) '{');
        map.forEach((name, each) -> separator().string(name.toString()).raw((byte) ':').value(each));
        return raw((byte) '}');
    }

    private void room(int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
    }
}
