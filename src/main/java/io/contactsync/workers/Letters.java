package io.contactsync.workers;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.contactsync.microsoftgraph.SecretFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The form of what is said on the wire: one object of JSON in UTF-8, encrypted and signed if there is a secret. Nothing
 * is ever made of it but the record that is asked for.
 */
public final class Letters {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .visibility(PropertyAccessor.ALL, Visibility.NONE).visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .build();
    /** What all mailboxes of a run share may be much; nothing is more. */
    private static final int LARGEST = 1 << 28;
    private static final int LEAST_KEY = 32;

    private final Seal seal;

    private Letters(Seal seal) {
        this.seal = seal;
    }

    /**
     * Wired from the configuration.
     *
     * @param keyFile with the secret that encrypts and signs; empty for none
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
        return new Letters(new Seal(key));
    }

    /** As it goes over the wire. */
    public byte[] write(Object said) {
        try {
            byte[] json = JSON.writeValueAsBytes(said);
            return seal == null ? json : seal.closed(json, said.getClass().getSimpleName());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * What was said.
     *
     * @throws UnreadableLetterException if it is not of our key, or nothing that this program understands
     */
    public <T> T read(byte[] bytes, Class<T> type) {
        if (bytes == null || bytes.length > LARGEST) {
            throw new UnreadableLetterException("it is empty, or larger than " + LARGEST + " bytes");
        }
        byte[] json = seal == null ? bytes : seal.opened(bytes, type.getSimpleName());
        if (json == null) {
            throw new UnreadableLetterException("it is not signed by the key of workers.secret-file, or is of another"
                    + " version");
        }
        try {
            return JSON.readValue(json, type);
        } catch (IOException strange) {
            throw new UnreadableLetterException("it is no " + type.getSimpleName() + " of version " + Offer.VERSION
                    + (seal == null ? ", or signed although workers.secret-file is empty here" : ""));
        }
    }
}
