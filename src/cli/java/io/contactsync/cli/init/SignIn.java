package io.contactsync.cli.init;

import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.microsoftgraph.SecretFile;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What {@code init} was told to sign in with.
 *
 * @param tried keys with which it is tried; a secret that was pasted is among them
 * @param written keys that are written; a secret never is
 * @param file into which a secret that was pasted is to go; null if none was
 * @param secret that one
 */
record SignIn(Map<String, String> tried, Map<String, String> written, Path file, String secret) {

    /** What is configured already. */
    static final SignIn KEPT = new SignIn(Map.of(), Map.of(), null, "");

    static final String MANAGED = "graph.managed-identity";

    private static final List<String> KINDS = List.of("system-assigned", "user-assigned");
    private static final String SECRET = "graph.client-secret";
    /** Whoever pastes the secret where a name is asked for must not make a file of that name. */
    private static final Pattern SECRET_LIKE = Pattern.compile("[^/\\\\]{30,}");

    /**
     * By the kind of a managed identity, or by the name of a file; where there is none yet and somebody is there to
     * paste it, by the secret that shall be in it.
     *
     * @param password file of a certificate's password; null for none
     * @throws ConfigurationException if it cannot be used
     */
    static SignIn of(String name, String password) {
        if (KINDS.contains(name)) {
            Map<String, String> keys = Credential.keys(MANAGED, name);
            return new SignIn(keys, keys, null, "");
        }
        Path path = path(name);
        if (!Files.exists(path) && !SECRET_LIKE.matcher(name).matches()
                && Files.isDirectory(path.toAbsolutePath().getParent())) {
            String pasted = Prompt.secret("     no such file yet: paste its secret (nothing shows), or Enter: ");
            if (!pasted.isEmpty()) {
                return pasted(path, pasted);
            }
        }
        Map<String, String> keys = Credential.of(SecretFile.named("the file", path.toString())).keys();
        if (password != null) {
            keys.put("graph.certificate-password-file", password);
        }
        return new SignIn(keys, keys, null, "");
    }

    /** What is wrong with it is not shown: it may be the secret. */
    private static Path path(String name) {
        try {
            return Path.of(name.isEmpty() ? "/" : name);
        } catch (InvalidPathException wrong) {
            throw new ConfigurationException("that is no name of a file - give one, never the secret itself");
        }
    }

    private static SignIn pasted(Path file, String secret) {
        return new SignIn(Credential.keys(SECRET, secret), Credential.keys("graph.client-secret-file", file.toString()),
                file, secret);
    }

    void writeSecret() {
        if (file != null) {
            Credential.write(file, secret);
        }
    }

    @Override
    public String toString() {
        return "SignIn";
    }
}
