package io.contactsync.workers;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What is said, so that only who knows the secret reads it, and nobody else changes it: encrypted by AES-256-GCM with a
 * nonce of its own, and a signature before that over all of it (HMAC-SHA256). Both keys are derived from the secret
 * (HKDF, RFC 5869), each for its own use.
 */
final class Seal {

    private static final String HMAC = "HmacSHA256";
    private static final int SIGNATURE = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String SALT = "contact-sync letters 2";

    private final SecretKeySpec signs;
    private final SecretKeySpec encrypts;
    private final SecureRandom random = new SecureRandom();

    Seal(byte[] secret) {
        byte[] root = mac(new SecretKeySpec(bytes(SALT), HMAC), secret);
        this.signs = new SecretKeySpec(derived(root, "sign"), HMAC);
        this.encrypts = new SecretKeySpec(derived(root, "encrypt"), "AES");
    }

    private static byte[] derived(byte[] root, String use) {
        return mac(new SecretKeySpec(root, HMAC), bytes(use), new byte[] {1});
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** @param kind of what is said: it opens as nothing else */
    byte[] closed(byte[] said, String kind) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] hidden = joined(nonce, cipher(Cipher.ENCRYPT_MODE, nonce, kind, said, 0));
        return joined(mac(signs, bytes(kind + " "), hidden), hidden);
    }

    /**
     * What was said.
     *
     * @return null if it was not closed by that secret, as that kind
     */
    byte[] opened(byte[] closed, String kind) {
        if (closed.length < SIGNATURE + NONCE + TAG_BITS / Byte.SIZE) {
            return null;
        }
        byte[] hidden = Arrays.copyOfRange(closed, SIGNATURE, closed.length);
        boolean ours = MessageDigest.isEqual(mac(signs, bytes(kind + " "), hidden), Arrays.copyOf(closed, SIGNATURE));
        return ours ? cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(hidden, NONCE), kind, hidden, NONCE) : null;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private byte[] cipher(int mode, byte[] nonce, String kind, byte[] text, int from) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, encrypts, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(bytes(kind));
            return cipher.doFinal(text, from, text.length - from);
        } catch (GeneralSecurityException impossible) { // whatever is not ours has no signature of ours
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] mac(SecretKeySpec key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
