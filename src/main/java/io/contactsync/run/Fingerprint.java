package io.contactsync.run;

import io.contactsync.core.Sha256;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a run is configured, in hashes: one of everything, for the journal, and one of each key and of each route file,
 * for telling which of them changed.
 *
 * @param whole hash of all keys together
 * @param parts hash by key, and by file; secrets are not among them
 */
public record Fingerprint(String whole, Map<String, String> parts) {

    private static final int BYTES = 8;

    public Fingerprint {
        parts = Map.copyOf(parts);
    }

    /**
     * Of a configuration of which at least that is known by which contacts are told to be ours.
     *
     * @param text its {@link #text}; empty in a host's Camel, which nobody takes a fingerprint of
     * @param tenant its id, or a domain of it, in any case
     */
    public static Fingerprint of(String text, String instance, String category, String tenant) {
        Fingerprint known = parse(text);
        Map<String, String> parts = new TreeMap<>(known.parts());
        Map.of(KnownMarks.INSTANCE, instance, KnownMarks.CATEGORY, category, KnownMarks.TENANT,
                tenant.toLowerCase(Locale.ROOT)).forEach((key, value) -> parts.put(key, hash(value)));
        return new Fingerprint(text.isEmpty() ? hash(parts.toString()) : known.whole(), parts);
    }

    private static String hash(String value) {
        return hash(value.getBytes(StandardCharsets.UTF_8));
    }

    /** What stands for a value. */
    public static String hash(byte[] value) {
        return HexFormat.of().formatHex(Sha256.of(value), 0, BYTES);
    }

    /** From its {@link #text}; a text without parts is a fingerprint of the whole alone. */
    public static Fingerprint parse(String text) {
        String[] words = text.split(" ");
        Map<String, String> parts = new LinkedHashMap<>();
        for (int place = 1; place < words.length; place++) {
            String[] pair = words[place].split(":", 2);
            parts.put(URLDecoder.decode(pair[0], StandardCharsets.UTF_8), pair[1]);
        }
        return new Fingerprint(words[0], parts);
    }

    /**
     * As one text without quotes, commas and placeholders, whatever files are called: so it comes through a placeholder
     * unchanged.
     */
    public String text() {
        StringBuilder text = new StringBuilder(whole);
        new TreeMap<>(parts).forEach((name, hash) -> text.append(' ')
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8)).append(':').append(hash));
        return text.toString();
    }
}
