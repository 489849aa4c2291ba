package io.contactsync.cli.access;

import io.contactsync.cli.configuration.Configuration;

import java.util.List;
import java.util.stream.Stream;

/** The keys that the application signs in with. */
public final class Login {

    private static final List<String> CREDENTIALS =
            List.of("graph.client-secret", "graph.client-secret-file", "graph.certificate");

    private Login() {
    }

    /** What nobody can sign in without and is not set, a sentence each. */
    public static List<String> unset(Configuration configuration) {
        Stream<String> ids = Stream.of("graph.tenant-id", "graph.client-id")
                .filter(key -> configuration.get(key).isEmpty())
                .map(key -> key + " is not set: 'contact-sync init' asks for it, or try 'contact-sync sandbox'");
        Stream<String> credential = CREDENTIALS.stream().allMatch(key -> configuration.get(key).isEmpty())
                ? Stream.of("neither graph.client-secret nor graph.client-secret-file nor graph.certificate is set: "
                        + "'contact-sync init' asks for a file, or export GRAPH_CLIENT_SECRET")
                : Stream.empty();
        return Stream.concat(ids, credential).toList();
    }
}
