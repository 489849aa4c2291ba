package io.contactsync.microsoftgraph;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * The token of another issuer, such as a Kubernetes cluster, by which the application signs in: workload identity
 * federation. Whoever gives it out renews it in its file long before it ends. Others than the owner may read the file,
 * as Kubernetes makes it so.
 *
 * @see <a href="https://learn.microsoft.com/entra/workload-id/workload-identity-federation">Workload identity
 * federation</a>
 */
public final class FederatedToken {

    private static final String OPTION = "option federatedTokenFile";
    /** As far as the clocks of two machines may be apart. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final String text;
    private final TokenClaims claims;

    private FederatedToken(String text) {
        this.text = text;
        this.claims = TokenClaims.of(text);
    }

    /**
     * Reads it.
     *
     * @throws GraphAuthenticationException if it cannot be read, is none, or is over
     */
    static FederatedToken read(String file) {
        Path path = Path.of(file);
        FederatedToken token = new FederatedToken(
                new SecretFile(OPTION, path, path.toAbsolutePath().getParent()).read().strip());
        if (!isToken(token.text)) {
            throw refused(file, "holds no token (a JWT, three parts with dots between them)");
        }
        if (token.ends() != null && token.ends().plus(SKEW).isBefore(Instant.now())) {
            throw refused(file, "holds a token that ended at " + token.ends()
                    + ": whoever gives it out has not renewed it");
        }
        return token;
    }

    /** Whether a text has the form of a token, and claims of one. */
    public static boolean isToken(String text) {
        return !TokenClaims.of(text.strip()).text("iss").isEmpty();
    }

    private static GraphAuthenticationException refused(String file, String why) {
        return new GraphAuthenticationException(OPTION + ": the file '" + file + "' " + why, SecretFile.UNREADABLE);
    }

    String text() {
        return text;
    }

    /** Who gave it out. */
    public String issuer() {
        return claims.text("iss");
    }

    /** Whom it was given to, such as {@code system:serviceaccount:namespace:name}. */
    public String subject() {
        return claims.text("sub");
    }

    /** When it ends; null if it does not say. */
    public Instant ends() {
        return claims.json().path("exp").canConvertToLong() ? Instant.ofEpochSecond(claims.json().path("exp").asLong())
                : null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FederatedToken that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "FederatedToken";
    }
}
