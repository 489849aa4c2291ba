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
import java.util.Arrays;

/**
 * The form of what is said on the wire: one object of JSON in UTF-8 and behind it the bytes that it carries, all of it
 * encrypted and signed if there is a secret. Nothing is ever made of it but the record that is asked for.
 */
public final class Letters {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .visibility(PropertyAccessor.ALL, Visibility.NONE).visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .build();
    private static final byte[] NOTHING = {};
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
        boolean carries = said instanceof Carrier<?>;
        byte[] body = carries ? ((Carrier<?>) said).body() : NOTHING;
        try {
            byte[] json = JSON.writeValueAsBytes(carries ? ((Carrier<?>) said).with(NOTHING) : said);
            byte[] all = Arrays.copyOf(json, json.length + body.length);
            System.arraycopy(body, 0, all, json.length, body.length);
            return seal == null ? all : seal.closed(all, said.getClass().getSimpleName());
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
        byte[] all = seal == null ? bytes : seal.opened(bytes, type.getSimpleName());
        if (all == null) {
            throw new UnreadableLetterException("it is not signed by the key of workers.secret-file, or is of another"
                    + " version");
        }
        try (JsonParser json = JSON.createParser(all)) {
            return whole(json.readValueAs(type), type,
                    Arrays.copyOfRange(all, (int) json.currentLocation().getByteOffset(), all.length));
        } catch (IOException | ArrayIndexOutOfBoundsException strange) {
            throw new UnreadableLetterException("it is no " + type.getSimpleName() + " of version " + Offer.VERSION
                    + (seal == null ? ", or signed although workers.secret-file is empty here" : ""));
        }
    }

    /** Bytes go behind nothing but what carries them. */
    private static <T> T whole(T said, Class<T> type, byte[] body) throws IOException {
        if (said == null || body.length > 0 && !(said instanceof Carrier<?>)) {
            throw new IOException("more, or less, than is understood");
        }
        return said instanceof Carrier<?> carrier ? type.cast(carrier.with(body)) : said;
    }
}
