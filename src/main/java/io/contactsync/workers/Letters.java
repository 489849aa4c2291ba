package io.contactsync.workers;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.contactsync.microsoftgraph.SecretFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The form of what is said on the wire: one object of JSON in UTF-8, behind it the bytes that it carries, and before
 * it, if there is a key, a signature over all of it (HMAC-SHA256). Nothing is ever made of it but the record that is
 * asked for.
 */
public final class Letters {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .visibility(PropertyAccessor.ALL, Visibility.NONE).visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .build();
    private static final String HMAC = "HmacSHA256";
    private static final int SIGNATURE = 32;
    private static final byte[] NOTHING = {};
    /** What all mailboxes of a run share may be much; nothing is more. */
    private static final int LARGEST = 1 << 28;
    private static final int LEAST_KEY = 32;

    private final SecretKeySpec key;

    private Letters(SecretKeySpec key) {
        this.key = key;
    }

    /**
     * Wired from the configuration.
     *
     * @param keyFile with the key that signs; empty for none
     * @throws IllegalArgumentException if there is no good key in it
     */
    public static Letters of(String keyFile) {
        if (keyFile.isEmpty()) {
            return new Letters(null);
        }
        byte[] key = SecretFile.named("workers.secret-file", keyFile).read().getBytes(StandardCharsets.UTF_8);
        if (key.length < LEAST_KEY) {
            throw new IllegalArgumentException("workers.secret-file must hold " + LEAST_KEY
                    + " characters or more - were " + key.length);
        }
        return new Letters(new SecretKeySpec(key, HMAC));
    }

    /** As it goes over the wire. */
    public byte[] write(Object said) {
        boolean carries = said instanceof Carrier<?>;
        byte[] body = carries ? ((Carrier<?>) said).body() : NOTHING;
        try {
            byte[] json = JSON.writeValueAsBytes(carries ? ((Carrier<?>) said).with(NOTHING) : said);
            int from = key == null ? 0 : SIGNATURE;
            byte[] all = new byte[from + json.length + body.length];
            System.arraycopy(json, 0, all, from, json.length);
            System.arraycopy(body, 0, all, from + json.length, body.length);
            System.arraycopy(signature(all, from), 0, all, 0, from);
            return all;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * What was said.
     *
     * @throws UnreadableLetterException if it is not signed by our key, or nothing that this program understands
     */
    public <T> T read(byte[] bytes, Class<T> type) {
        if (bytes == null || bytes.length > LARGEST) {
            throw new UnreadableLetterException("it is empty, or larger than " + LARGEST + " bytes");
        }
        int from = key == null ? 0 : Math.min(SIGNATURE, bytes.length);
        if (!MessageDigest.isEqual(signature(bytes, from), Arrays.copyOf(bytes, from))) {
            throw new UnreadableLetterException("it is not signed by the key of workers.secret-file");
        }
        try (JsonParser json = JSON.createParser(bytes, from, bytes.length - from)) {
            return whole(json.readValueAs(type), type,
                    Arrays.copyOfRange(bytes, from + (int) json.currentLocation().getByteOffset(), bytes.length));
        } catch (IOException | ArrayIndexOutOfBoundsException strange) {
            throw new UnreadableLetterException("it is no " + type.getSimpleName() + " of version " + Offer.VERSION
                    + (key == null ? ", or signed although workers.secret-file is empty here" : ""));
        }
    }

    /** Bytes go behind nothing but what carries them. */
    private static <T> T whole(T said, Class<T> type, byte[] body) throws IOException {
        if (said == null || body.length > 0 && !(said instanceof Carrier<?>)) {
            throw new IOException("more, or less, than is understood");
        }
        return said instanceof Carrier<?> carrier ? type.cast(carrier.with(body)) : said;
    }

    private byte[] signature(byte[] bytes, int from) {
        if (key == null) {
            return NOTHING;
        }
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(bytes, from, bytes.length - from);
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
