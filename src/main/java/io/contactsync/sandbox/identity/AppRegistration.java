package io.contactsync.sandbox.identity;

import io.contactsync.sandbox.protocol.Permissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Set;

/**
 * The application as an administrator registered it: its credentials, the roles consented to, the life of its tokens. May be changed at any
 * time from any thread; what changes shows in tokens issued from then on.
 */
public final class AppRegistration {
    private volatile String clientSecret = "sandbox-secret-protects-nothing";
    private volatile X509Certificate certificate;
    private volatile Set<String> roles = Permissions.CONSENTED;
    private volatile Duration tokenLife = Duration.ofSeconds(3599);

    public String clientSecret() {
        return clientSecret;
    }

    public void clientSecret(String secret) {
        clientSecret = secret;
    }

    /** The certificate assertions have to be signed with, or null while none is registered: then signatures are not looked at. */
    public X509Certificate certificate() {
        return certificate;
    }

    public void certificate(X509Certificate registered) {
        certificate = registered;
    }

    public Set<String> roles() {
        return roles;
    }

    public void roles(Set<String> consented) {
        roles = Set.copyOf(consented);
    }

    public Duration tokenLife() {
        return tokenLife;
    }

    public void tokenLife(Duration life) {
        tokenLife = life;
    }
}
