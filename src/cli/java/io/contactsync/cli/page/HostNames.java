package io.contactsync.cli.page;

import io.contactsync.cli.configuration.Configuration;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Under which names the page may be asked for. A foreign web site can let its own name lead to this machine (DNS
 * rebinding) and so read what its visitors' browsers reach: a name that is not ours gets nothing.
 */
public final class HostNames {

    private static final List<String> LOCAL = List.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> ANY_ADDRESS = Set.of("0.0.0.0", "::", "[::]");

    private final Set<String> names = new LinkedHashSet<>(LOCAL);

    /**
     * As configured.
     *
     * @param host management.host
     * @param publicHosts management.public-hosts: further names
     */
    public HostNames(String host, List<String> publicHosts) {
        if (!ANY_ADDRESS.contains(host)) {
            names.add(bare(host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host));
        }
        publicHosts.forEach(name -> names.add(bare(name)));
    }

    /** Those of a configuration. */
    public static HostNames of(Configuration configuration) {
        return new HostNames(configuration.get("management.host"), configuration.list("management.public-hosts"));
    }

    /** @param header the Host header; null if there is none */
    public boolean isOurs(String header) {
        return header != null && names.contains(bare(header));
    }

    /** The names, for a sentence. */
    String named() {
        return String.join(", ", new TreeSet<>(names));
    }

    private static String bare(String host) {
        return host.strip().toLowerCase(Locale.ROOT).replaceFirst(":\\d{1,5}$", "");
    }
}
