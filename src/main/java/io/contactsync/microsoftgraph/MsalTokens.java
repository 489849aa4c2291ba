package io.contactsync.microsoftgraph;

import java.net.MalformedURLException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IHttpClient;

/**
 * Tokens by MSAL with a secret or a certificate (client credentials flow). One thread at a time asks, the others share
 * its answer, also if it is a failure; a lasting failed is remembered for a minute instead of being asked for again.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow">Client
 * credentials flow</a>
 */
final class MsalTokens implements GraphTokenProvider {

    private static final long REFRESH_AHEAD = 5 * 60_000L;
    private static final long PATIENCE = 30_000L;
    private static final long LASTING = 60_000L;

    private record Token(String value, long refreshAt, long expiresAt) { }

    private record PastFailure(GraphException failure, long at) { }

    private final Identity identity;
    private final IHttpClient http;
    private final LongSupplier clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Token token;
    private PastFailure failed;
    private ConfidentialClientApplication application;
    private SignInSecrets secrets;

    /** @param clock milliseconds since 1970 */
    MsalTokens(Identity identity, IHttpClient http, LongSupplier clock) {
        this.identity = identity;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public String accessToken(String rejected) {
        Token known = token;
        long now = clock.getAsLong();
        if (usable(known, rejected, now)) {
            return known.value;
        }
        lock.lock();
        try {
            return usable(token, rejected, now) ? token.value : refresh(rejected, now);
        } finally {
            lock.unlock();
        }
    }

    private static boolean usable(Token token, String rejected, long now) {
        return token != null && now < token.refreshAt && !token.value.equals(rejected);
    }

    private String refresh(String rejected, long askedAt) {
        if (failed != null && (failed.at >= askedAt || lasting(failed, askedAt))) {
            throw failed.failure;
        }
        try {
            token = acquire(rejected != null);
            failed = null;
        } catch (GraphException e) {
            fail(e, rejected);
        }
        return token.value;
    }

    private boolean lasting(PastFailure past, long now) {
        return past.failure instanceof GraphAuthenticationException && now - past.at < LASTING;
    }

    /** A token that is due but still valid is good enough while Entra has a bad moment. */
    private void fail(GraphException e, String rejected) {
        long now = clock.getAsLong();
        application = null; // a mended option or certificate file is read again
        // a file may just be about to be replaced
        boolean passing = e.retryable() || e.code().equals(SecretFile.UNREADABLE);
        if (passing && token != null && now < token.expiresAt && !token.value.equals(rejected)) {
            token = new Token(token.value, Math.min(now + PATIENCE, token.expiresAt), token.expiresAt);
            return;
        }
        failed = new PastFailure(e, now);
        throw e;
    }

    private Token acquire(boolean skipCache) {
        try {
            ClientCredentialParameters parameters =
                    ClientCredentialParameters.builder(Set.of(identity.scope())).skipCache(skipCache).build();
            IAuthenticationResult result = application().acquireToken(parameters).join();
            long expires = result.expiresOnDate().getTime();
            long life = expires - clock.getAsLong();
            return new Token(result.accessToken(), expires - Math.min(REFRESH_AHEAD, life / 2), expires);
        } catch (CompletionException e) {
            throw SignInFailure.of(e.getCause());
        }
    }

    /** Made anew when a secret or a certificate on the disk has changed. */
    private ConfidentialClientApplication application() {
        String authority = identity.complete();
        SignInSecrets now = SignInSecrets.of(identity);
        if (application == null || !now.equals(secrets)) {
            application = create(authority, now);
            secrets = now;
        }
        return application;
    }

    /** The authority is the administrator's choice over TLS: no directory of clouds is asked whether it exists. */
    private ConfidentialClientApplication create(String authority, SignInSecrets secrets) {
        try {
            return ConfidentialClientApplication.builder(identity.clientId(), secrets.credential())
                    .authority(authority)
                    .validateAuthority(false)
                    .instanceDiscovery(false)
                    .httpClient(http)
                    .disableInternalRetries()
                    .executorService(new DirectExecutor())
                    .build();
        } catch (MalformedURLException | RuntimeException e) {
            if (e instanceof GraphException known) {
                throw known;
            }
            throw new GraphAuthenticationException("option authority is not usable - was '" + authority + "'",
                    "InvalidAuthority");
        }
    }
}
