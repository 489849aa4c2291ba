package io.contactsync.cli.init;

import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.microsoftgraph.FederatedToken;
import io.contactsync.microsoftgraph.SecretFile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file that the application signs in with.
 *
 * @param file where it lies
 * @param key which names it
 */
record Credential(Path file, String key) {

    private static final String CERTIFICATE = "graph.certificate";
    private static final String FEDERATED = "graph.federated-token-file";
    private static final String SECRET = "graph.client-secret-file";
    /** All keys of which one says what signs in. */
    private static final List<String> KEYS =
            List.of(CERTIFICATE, SECRET, FEDERATED, SignIn.MANAGED, "graph.client-secret");
    private static final int LONGEST_SECRET = 4096;
    private static final int DER_SEQUENCE = 0x30;

    /**
     * Looks at a file.
     *
     * @throws ConfigurationException if it cannot be used; what was given is not in the sentence where it may be the
     * secret itself
     */
    static Credential of(SecretFile given) {
        Path file = given.file();
        if (!Files.isRegularFile(file)) {
            throw new ConfigurationException("there is no such file - give the name of a PKCS#12 or PEM file, or of a "
                    + "file that holds the client secret or a federated token and nothing else, or say which managed "
                    + "identity, system-assigned or user-assigned; never the secret itself");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] begin = in.readNBytes(LONGEST_SECRET);
            String text = new String(begin, StandardCharsets.ISO_8859_1);
            if (FederatedToken.isToken(text)) {
                return new Credential(file, FEDERATED);
            }
            requirePrivate(given);
            boolean certificate = begin.length > 0 && begin[0] == DER_SEQUENCE && isBinary(begin)
                    || text.contains("-----BEGIN ");
            return new Credential(file, certificate ? CERTIFICATE : SECRET);
        } catch (IOException unreadable) {
            throw new ConfigurationException("the file '" + file + "' cannot be read (" + unreadable.getClass()
                    .getSimpleName() + ")");
        }
    }

    private static boolean isBinary(byte[] begin) {
        for (byte each : begin) {
            if (each < ' ' && each != '\n' && each != '\r' && each != '\t') {
                return true;
            }
        }
        return false;
    }

    private static void requirePrivate(SecretFile file) throws IOException {
        if (file.isOpenToOthers()) {
            throw new ConfigurationException("the file '" + file.file()
                    + "' can be read or written by others than its owner: chmod 600 it");
        }
    }

    /** The keys that name it; those of other kinds are empty. */
    Map<String, String> keys() {
        return keys(key, file.toString());
    }

    /** That key with its value, and all others that say what signs in, empty. */
    static Map<String, String> keys(String key, String value) {
        Map<String, String> keys = new LinkedHashMap<>();
        KEYS.forEach(each -> keys.put(each, each.equals(key) ? value : ""));
        return keys;
    }

    /** Makes a file that holds a secret, readable by its owner alone from its first moment on. */
    static void write(Path file, String secret) {
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(file,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
            Files.writeString(file, secret + "\n");
        } catch (IOException unwritable) {
            throw new ConfigurationException("the file '" + file + "' cannot be made (" + unwritable.getClass()
                    .getSimpleName() + "): nothing was written");
        }
    }
}
