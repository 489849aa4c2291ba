package io.contactsync.workers;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
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
 * The form of what is said on the wire: one object of JSON in UTF-8, and before it, if there is a key, a signature over
 * it (HMAC-SHA256). Nothing is ever made of it but the record that is asked for.
 */
public final class Letters {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .visibility(PropertyAccessor.ALL, Visibility.NONE).visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .build();
    private static final String HMAC = "HmacSHA256";
    private static final int SIGNATURE = 32;
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
        try {
            byte[] json = JSON.writeValueAsBytes(said);
            byte[] signature = signature(json);
            byte[] all = Arrays.copyOf(signature, signature.length + json.length);
            System.arraycopy(json, 0, all, signature.length, json.length);
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
        byte[] json = Arrays.copyOfRange(bytes, from, bytes.length);
        if (!MessageDigest.isEqual(signature(json), Arrays.copyOf(bytes, from))) {
            throw new UnreadableLetterException("it is not signed by the key of workers.secret-file");
        }
        try {
            return JSON.readValue(json, type);
        } catch (IOException strange) {
            throw new UnreadableLetterException("it is no " + type.getSimpleName() + " of version " + Offer.VERSION
                    + (key == null ? ", or signed although workers.secret-file is empty here" : ""));
        }
    }

    private byte[] signature(byte[] json) {
        if (key == null) {
            return new byte[0];
        }
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(json);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
