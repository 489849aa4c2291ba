package io.contactsync.sandbox;

import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/**
 * Who may look from above: whoever was told the token, under a name of this machine. A page in a browser knows neither,
 * though it may reach the port, under its own name too.
 */
final class ControlAccess {
    static final String REFUSAL =
            "/sandbox/ wants the header Authorization: Bearer with the controlToken that --serve prints, at 127.0.0.1";
    private static final int TOKEN_BYTES = 16;
    private final byte[] expected;
    private final Set<String> hosts;

    /** @param hosts names under which the sandbox is called */
    ControlAccess(String token, Set<String> hosts) {
        this.expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        this.hosts = hosts;
    }

    /** A token nobody can guess. */
    static String newToken() {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    boolean allows(HttpServerRequest http) {
        String sent = http.getHeader("Authorization");
        boolean ours = http.authority() != null && hosts.contains(http.authority().host());
        return ours && sent != null && MessageDigest.isEqual(expected, sent.getBytes(StandardCharsets.UTF_8));
    }
}
