package io.contactsync.sandbox.identity;

import io.contactsync.sandbox.protocol.ExchangeAccess;
import io.contactsync.sandbox.protocol.Permissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The application as an administrator registered it: its credentials, the roles consented to, the life of its tokens,
 * and what Exchange lets it do. May be changed at any time from any thread; roles and life show in tokens issued from
 * then on, the rest at once.
 */
public final class AppRegistration {
    private final Workload workload;
    private volatile List<Secret> secrets = List.of(new Secret("sandbox-secret-protects-nothing", Long.MAX_VALUE));
    private volatile List<X509Certificate> certificates = List.of();
    private volatile FederatedCredential federated = FederatedCredential.OF_A_POD;
    private volatile Set<String> roles = Permissions.CONSENTED;
    private volatile Duration tokenLife = Duration.ofSeconds(3599);
    private volatile ExchangeAccess exchange = ExchangeAccess.NONE;

    /** @param workload what may sign in as this application without a secret */
    public AppRegistration(Workload workload) {
        this.workload = workload;
    }

    /** @param expires when it ends, in seconds since 1970 */
    public record Secret(String value, long expires) {
    }

    /** The first secret, whether expired or not. */
    public String clientSecret() {
        return secrets.get(0).value();
    }

    /** Replaces all secrets by one that does not expire. */
    public void clientSecret(String secret) {
        secrets = List.of(new Secret(secret, Long.MAX_VALUE));
    }

    List<Secret> secrets() {
        return secrets;
    }

    /** Adds a secret beside those there are. */
    public void addSecret(Secret secret) {
        secrets = Stream.concat(secrets.stream(), Stream.of(secret)).toList();
    }

    /** Certificates assertions may be signed with; none at the start. */
    List<X509Certificate> certificates() {
        return certificates;
    }

    /** Replaces all certificates. */
    public void certificate(X509Certificate... registered) {
        certificates = List.of(registered);
    }

    /** Whose tokens sign in, besides. */
    FederatedCredential federated() {
        return federated;
    }

    /** Replaces what another issuer is trusted for. */
    public void federated(FederatedCredential trusted) {
        federated = trusted;
    }

    /** Where programs run that sign in without a secret. */
    public Workload workload() {
        return workload;
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

    public ExchangeAccess exchange() {
        return exchange;
    }

    public void exchange(ExchangeAccess access) {
        exchange = access;
    }
}
