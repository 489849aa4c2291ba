package io.contactsync.cli.access;

import io.contactsync.cli.configuration.Configuration;

import java.util.List;
import java.util.stream.Stream;

/** The keys that the application signs in with. */
public final class Login {

    private static final String CERTIFICATE = "graph.certificate";
    private static final String FEDERATED = "graph.federated-token-file";
    private static final String MANAGED = "graph.managed-identity";
    private static final List<String> CREDENTIALS =
            List.of("graph.client-secret", "graph.client-secret-file", CERTIFICATE, FEDERATED, MANAGED);

    private Login() {
    }

    /** What nobody can sign in without and is not set, a sentence each. */
    public static List<String> unset(Configuration configuration) {
        Stream<String> ids = Stream.of("graph.tenant-id", "graph.client-id")
                .filter(key -> configuration.get(key).isEmpty())
                .map(key -> key + " is not set: 'contact-sync init' asks for it, or try 'contact-sync sandbox'");
        Stream<String> credential = CREDENTIALS.stream().allMatch(key -> configuration.get(key).isEmpty())
                ? Stream.of("neither " + String.join(" nor ", CREDENTIALS) + " is set: "
                        + "'contact-sync init' asks for a file, or export GRAPH_CLIENT_SECRET")
                : Stream.empty();
        return Stream.concat(ids, credential).toList();
    }

    /** With a certificate and its key. */
    public static boolean isByCertificate(Configuration configuration) {
        return isSet(configuration, CERTIFICATE);
    }

    /** With a token of another issuer. */
    public static boolean isFederated(Configuration configuration) {
        return isSet(configuration, FEDERATED);
    }

    /** As the machine's own identity. */
    public static boolean isManaged(Configuration configuration) {
        return isSet(configuration, MANAGED);
    }

    /** With a client secret, which Entra ends some day. */
    public static boolean isBySecret(Configuration configuration) {
        return Stream.of(CERTIFICATE, FEDERATED, MANAGED).noneMatch(key -> isSet(configuration, key));
    }

    /** What signs in and has no last day that anybody could tell; for the two ways that have none. */
    public static String endless(Configuration configuration) {
        return isManaged(configuration)
                ? "managed identity of this machine, " + configuration.get(MANAGED) + ": nothing of it ends"
                : "federated token of another issuer, read again for each sign-in: nothing else ends";
    }

    private static boolean isSet(Configuration configuration, String key) {
        return !configuration.get(key).isEmpty();
    }
}
