package io.contactsync.cli.configuration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which keys hold secrets, and where else a secret may come from. */
public final class Secrets {

    /** Keys whose values are handed over literally and stand nowhere else. */
    public static final Set<String> KEYS = Set.of("graph.client-secret", "graph.certificate-password");
    /** What systemd may give by its name. */
    static final Set<String> CREDENTIALS = Set.of("graph.client-secret", "graph.certificate-password",
            "graph.certificate");

    private static final Pattern SECRET = Pattern.compile(".*(secret|password)");
    private static final String FILE = "-file";
    private static final Pattern SECRET_FILE =
            Pattern.compile(".*(secret|password|token)" + FILE + "|graph\\.certificate");
    private static final String FOLDER = "CREDENTIALS_DIRECTORY";

    private Secrets() {
    }

    /** Whether the key's value is a secret and not just the file of one. */
    public static boolean isSecret(String key) {
        return SECRET.matcher(key).matches();
    }

    /** Whether the key names a file of what nobody else may know: a secret, or what signs in. */
    static boolean isSecretFile(String key) {
        return SECRET_FILE.matcher(key).matches();
    }

    /** Credentials that systemd gives the service, by the names of keys: files of secrets, and of the certificate. */
    static Map<String, String> ofSystemd(Map<String, String> environment) {
        Map<String, String> files = new LinkedHashMap<>();
        String folder = environment.getOrDefault(FOLDER, "");
        for (String name : folder.isBlank() ? Set.<String>of() : CREDENTIALS) {
            Path file = Path.of(folder, name);
            if (Files.exists(file)) {
                files.put(KEYS.contains(name) ? name + FILE : name, file.toString());
            }
        }
        return files;
    }

    /** What everybody on the machine can read off the list of processes; one sentence a secret. */
    static List<String> exposed(Set<String> set) {
        return set.stream().filter(Secrets::isSecret).sorted()
                .map(key -> "warning: everybody on this machine can see '--set " + key
                        + "=...' in the list of processes: use the environment variable " + Configuration.variable(key)
                        + ", or " + key + FILE)
                .toList();
    }
}
