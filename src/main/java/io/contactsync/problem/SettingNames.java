package io.contactsync.problem;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The component {@code microsoft-graph:} names its options in its sentences, {@code option clientSecret}; here they
 * become the keys by which people set them, {@code graph.client-secret}. Which option is set by which key stands in
 * {@code routes/beans.camel.yaml}.
 */
final class SettingNames {

    private static final String NAME = "[a-z][A-Za-z]*";
    private static final Pattern OPTIONS =
            Pattern.compile("\\b[Oo]ptions? (" + NAME + "(?:(?:, | and | or )" + NAME + ")*)");
    private static final Map<String, String> KEYS = Map.ofEntries(Map.entry("cloud", "graph.cloud"),
            Map.entry("baseUrl", "graph.base-url"), Map.entry("authority", "graph.authority"),
            Map.entry("tenantId", "graph.tenant-id"), Map.entry("clientId", "graph.client-id"),
            Map.entry("clientSecret", "graph.client-secret"), Map.entry("clientSecretFile", "graph.client-secret-file"),
            Map.entry("certificate", "graph.certificate"),
            Map.entry("certificatePassword", "graph.certificate-password"),
            Map.entry("certificatePasswordFile", "graph.certificate-password-file"),
            Map.entry("federatedTokenFile", "graph.federated-token-file"),
            Map.entry("managedIdentity", "graph.managed-identity"),
            Map.entry("caCertificate", "graph.ca-certificate"), Map.entry("proxy", "graph.proxy"),
            Map.entry("requestsPerSecond", "graph.requests-per-second"),
            Map.entry("maxConnections", "sync.mailboxes-in-flight"));

    private SettingNames() {
    }

    /** The sentence with keys in it; options that no key sets stay. */
    static String in(String sentence) {
        return OPTIONS.matcher(sentence)
                .replaceAll(found -> Matcher.quoteReplacement(keys(found.group(), found.group(1))));
    }

    private static String keys(String all, String names) {
        Matcher name = Pattern.compile(NAME).matcher(names);
        String keys = name.replaceAll(found -> KEYS.getOrDefault(found.group(), found.group()));
        return KEYS.containsKey(names.split("[, ]")[0]) ? keys : all;
    }
}
