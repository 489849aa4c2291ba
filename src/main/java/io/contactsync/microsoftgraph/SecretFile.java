package io.contactsync.microsoftgraph;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * A file that holds one secret and nothing else. It is taken literally, but for one line end at its end. It must be a
 * regular file of at most {@value #MAX} bytes that only its owner can read; in the folder that systemd makes for a
 * service's credentials others may, that folder is guarded.
 *
 * @param what how the option or key that names it is called in sentences
 * @param guarded a folder in which nobody looks at the rights of a file; may be null
 * @see <a href="https://systemd.io/CREDENTIALS/">systemd credentials</a>
 */
public record SecretFile(String what, Path file, Path guarded) {

    static final String UNREADABLE = "UnreadableSecret";

    private static final int MAX = 4096;
    private static final Set<PosixFilePermission> OF_OTHERS =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

    static SecretFile of(String option, String file) {
        return named("option " + option, file);
    }

    /** The secret file that a key of a host's configuration names. */
    public static SecretFile named(String what, String file) {
        String guarded = System.getenv("CREDENTIALS_DIRECTORY");
        return new SecretFile(what, Path.of(file), guarded == null || guarded.isBlank() ? null : Path.of(guarded));
    }

    /**
     * The secret.
     *
     * @throws GraphAuthenticationException if it cannot be read, or is none
     */
    public String read() {
        if (!Files.exists(file)) {
            throw refused("does not exist");
        }
        if (!Files.isRegularFile(file)) {
            throw refused("is not a regular file");
        }
        try {
            requirePrivate();
            return text();
        } catch (IOException unreadable) {
            throw refused("cannot be read (" + unreadable.getClass().getSimpleName() + ")");
        }
    }

    private void requirePrivate() throws IOException {
        if (isOpenToOthers()) {
            throw refused("can be read or written by others than its owner: chmod 600 it");
        }
    }

    /** Whether others than its owner may read or write it, where nothing else guards it. */
    public boolean isOpenToOthers() throws IOException {
        boolean isGuarded =
                guarded != null && file.toAbsolutePath().normalize().startsWith(guarded.toAbsolutePath().normalize());
        boolean posix = Files.getFileStore(file).supportsFileAttributeView("posix");
        return posix && !isGuarded && Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains);
    }

    private String text() throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX + 1);
        }
        if (bytes.length > MAX) {
            throw refused("is longer than " + MAX + " bytes: it must hold the secret and nothing else");
        }
        String text = withoutLineEnd(decoded(bytes));
        if (text.isEmpty() || text.charAt(0) == '\uFEFF') {
            throw refused(text.isEmpty() ? "is empty" : "begins with a byte order mark: save it as UTF-8 without one");
        }
        return text;
    }

    private String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notText) {
            throw refused("is not UTF-8 text");
        }
    }

    private static String withoutLineEnd(String text) {
        String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return line.length() < text.length() && line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    private GraphAuthenticationException refused(String why) {
        return new GraphAuthenticationException(what + ": the file '" + file + "' " + why, UNREADABLE);
    }
}
