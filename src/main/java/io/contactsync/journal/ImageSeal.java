package io.contactsync.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals images with a key from a file: AES-256-GCM of the JDK, a nonce of its own for each. Without a key they stay
 * open.
 */
public final class ImageSeal {

    /** Seals nothing. */
    public static final ImageSeal NONE = new ImageSeal(null, null);

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int MOST_BYTES = 1_000;
    private static final Set<PosixFilePermission> OWNER = Set.of(PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;
    private final Path file;

    private ImageSeal(SecretKeySpec key, Path file) {
        this.key = key;
        this.file = file;
    }

    /**
     * By the file that {@code undo.key-file} names: 32 random bytes in Base64, as {@code openssl rand -base64 32}
     * writes them, readable by its owner only.
     *
     * @param file empty for none
     * @throws IllegalArgumentException what is wrong with it, in a sentence
     */
    public static ImageSeal of(String file) {
        return file.isBlank() ? NONE : new ImageSeal(new SecretKeySpec(read(Path.of(file)), "AES"), Path.of(file));
    }

    private static byte[] read(Path file) {
        try (InputStream in = PrivateFiles.read(file)) {
            requirePrivate(file);
            byte[] key = Base64.getMimeDecoder().decode(in.readNBytes(MOST_BYTES));
            if (key.length == KEY_BYTES) {
                return key;
            }
            throw refused(file, "must hold " + KEY_BYTES + " bytes in Base64, as 'openssl rand -base64 " + KEY_BYTES
                    + "' writes them - was " + key.length + " bytes");
        } catch (IOException unreadable) {
            throw refused(file, Files.exists(file) ? "cannot be read (" + unreadable.getClass().getSimpleName() + ")"
                    : "does not exist");
        }
    }

    private static void requirePrivate(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
            if (!OWNER.containsAll(rights)) {
                throw refused(file, "can be read or written by others than its owner ("
                        + PosixFilePermissions.toString(rights) + "): chmod 600 it");
            }
        }
    }

    private static IllegalArgumentException refused(Path file, String why) {
        return new IllegalArgumentException("undo.key-file: the file '" + file + "' " + why);
    }

    boolean isNone() {
        return key == null;
    }

    /** Base64 of nonce, content and tag. */
    String seal(byte[] content) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(content);
            byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
            return Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java cannot seal with AES-256-GCM", impossible);
        }
    }

    /**
     * @throws IOException if there is no key, or another one has sealed it
     */
    byte[] open(String sealed) throws IOException {
        if (isNone()) {
            throw new IOException("they are sealed, and undo.key-file names no key");
        }
        byte[] all = Base64.getDecoder().decode(sealed.getBytes(StandardCharsets.US_ASCII));
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE_BYTES))
                    .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
        } catch (GeneralSecurityException other) {
            throw new IOException("another key than that of undo.key-file '" + file + "' has sealed them", other);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
