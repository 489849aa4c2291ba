package io.contactsync.sandbox.identity;

import io.contactsync.sandbox.protocol.JsonBytes;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Where a program runs that signs in without a secret: a machine that has identities, in a cluster that issues tokens.
 * May be changed at any time from any thread. The signature of its tokens is random: only the sandbox itself can say
 * whether one is good.
 */
public final class Workload {
    /** What App Service puts into IDENTITY_HEADER; it protects nothing but the sandbox. */
    public static final String IDENTITY_HEADER = "sandbox-identity-header";
    private static final int SIGNATURE_BYTES = 256;
    private final Set<String> issued = ConcurrentHashMap.newKeySet();
    private final SecureRandom random = new SecureRandom();
    private final LongSupplier seconds;
    private volatile String tenant;
    private volatile String systemAssigned;
    private volatile Set<String> userAssigned;

    /**
     * A machine of that tenant whose identities, of both kinds, are the application.
     *
     * @param seconds the clock, in seconds since 1970
     */
    public Workload(String tenant, String clientId, LongSupplier seconds) {
        this.seconds = seconds;
        this.tenant = tenant;
        this.systemAssigned = clientId;
        this.userAssigned = Set.of(clientId);
    }

    String tenant() {
        return tenant;
    }

    /** From now on the machine belongs to another tenant. */
    public void tenant(String other) {
        tenant = other;
    }

    /** Client id of the identity that the machine itself has, or null for none. */
    public void systemAssigned(String clientId) {
        systemAssigned = clientId;
    }

    /** Client ids of the identities that were assigned to the machine. */
    public void userAssigned(Set<String> clientIds) {
        userAssigned = Set.copyOf(clientIds);
    }

    /**
     * The identity that is asked for, or null if the machine does not have it.
     *
     * @param clientId null for the machine's own
     */
    String identity(String clientId) {
        return clientId == null ? systemAssigned : userAssigned.contains(clientId) ? clientId : null;
    }

    /** A token as a pod finds it in its file, to be good for so long; a negative time makes one that is over. */
    public String federatedToken(Duration life) {
        long now = seconds.getAsLong();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", FederatedCredential.OF_A_POD.audience());
        claims.put("exp", now + life.toSeconds());
        claims.put("iat", now);
        claims.put("iss", FederatedCredential.OF_A_POD.issuer());
        claims.put("nbf", now);
        claims.put("sub", FederatedCredential.OF_A_POD.subject());
        byte[] signature = new byte[SIGNATURE_BYTES];
        random.nextBytes(signature);
        String token = encode(Map.of("alg", "RS256", "kid", "cluster")) + "." + encode(claims) + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        issued.add(token);
        return token;
    }

    boolean hasIssued(String token) {
        return issued.contains(token);
    }

    private static String encode(Map<String, Object> part) {
        byte[] json = new JsonBytes(500).value(part).toString().getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }
}
