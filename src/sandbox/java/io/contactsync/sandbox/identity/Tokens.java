package io.contactsync.sandbox.identity;

import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.JsonBytes;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Issues access tokens and knows them again. They look like those of Entra ID, a JWT of about 1,800 characters with the
 * granted roles, but the signature is random: only the sandbox itself can say whether one is good.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference">access token
 * claims</a>
 */
public final class Tokens {
    private static final String SCHEME = "Bearer ";
    private static final int SIGNATURE_BYTES = 256;
    private static final int NONCE_BYTES = 450;
    /** What wids holds for an application without a directory role (Learn question 1603318). */
    private static final String NO_DIRECTORY_ROLE = "0997a1d0-0d1d-4acb-b408-d5ca73121e90";
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final LongSupplier seconds;

    /** What a token entitles to, and until when, in seconds since 1970. */
    public record Grant(Set<String> roles, long expires) {
    }

    public Tokens(LongSupplier seconds) {
        this.seconds = seconds;
    }

    String issue(String tenant, String clientId, String resource, Set<String> roles, Duration life) {
        long now = seconds.getAsLong();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", resource);
        claims.put("iss", "https://sts.windows.net/" + tenant + "/");
        claims.put("iat", now);
        claims.put("nbf", now);
        claims.put("exp", now + life.toSeconds());
        claims.put("aio", noise(NONCE_BYTES));
        claims.put("app_displayname", "contact-sync");
        claims.put("appid", clientId);
        claims.put("appidacr", "1");
        claims.put("idtyp", "app");
        claims.put("roles", List.copyOf(roles));
        claims.put("tid", tenant);
        claims.put("uti", UUID.randomUUID().toString());
        claims.put("ver", "1.0");
        claims.put("wids", List.of(NO_DIRECTORY_ROLE));
        String header = encode(Map.of("typ", "JWT", "alg", "RS256", "kid", "sandbox"));
        String token = header + "." + encode(claims) + "." + noise(SIGNATURE_BYTES);
        grants.put(token, new Grant(Set.copyOf(roles), now + life.toSeconds()));
        return token;
    }

    /**
     * What the header Authorization entitles to.
     *
     * @throws GraphRefusal 401 InvalidAuthenticationToken
     */
    public Grant check(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw GraphRefusal.invalidToken("Access token is empty.");
        }
        Grant grant = grants.get(authorization.substring(SCHEME.length()).trim());
        if (grant == null) {
            throw GraphRefusal.invalidToken("CompactToken validation failed with reason code: 80049228.");
        }
        if (grant.expires() <= seconds.getAsLong()) {
            throw GraphRefusal.tokenExpired();
        }
        return grant;
    }

    /** Lets a token end so long from now. */
    public void shorten(String token, Duration life) {
        grants.computeIfPresent(token,
                (any, grant) -> new Grant(grant.roles(), seconds.getAsLong() + life.toSeconds()));
    }

    /** Ends the life of all tokens issued so far. */
    public void expireAll() {
        grants.replaceAll((token, grant) -> new Grant(grant.roles(), 0));
    }

    private String noise(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String encode(Map<String, Object> part) {
        byte[] json = new JsonBytes(1500).value(part).toString().getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }
}
