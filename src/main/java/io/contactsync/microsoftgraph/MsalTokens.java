package io.contactsync.microsoftgraph;

import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import com.microsoft.aad.msal4j.IAuthenticationResult;

/**
 * Tokens by MSAL. One thread at a time asks, the others share its answer, also if it is a failure; a lasting failed is
 * remembered for a minute instead of being asked for again.
 */
final class MsalTokens implements GraphTokenProvider {

    private static final long REFRESH_AHEAD = 5 * 60_000L;
    private static final long PATIENCE = 30_000L;
    private static final long LASTING = 60_000L;

    /** A file may just be about to be replaced, and a machine's identity away for a moment. */
    private static final Set<String> PASSING =
            Set.of(SecretFile.UNREADABLE, ClientCertificate.UNREADABLE, ManagedIdentityFailure.NOWHERE);

    private record Token(String value, long refreshAt, long expiresAt) { }

    private record PastFailure(GraphException failure, long at) { }

    private final MsalSignIn way;
    private final LongSupplier clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Token token;
    private PastFailure failed;

    /** @param clock milliseconds since 1970 */
    MsalTokens(MsalSignIn way, LongSupplier clock) {
        this.way = way;
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
        way.forget();
        boolean passing = e.retryable() || PASSING.contains(e.code());
        if (passing && token != null && now < token.expiresAt && !token.value.equals(rejected)) {
            token = new Token(token.value, Math.min(now + PATIENCE, token.expiresAt), token.expiresAt);
            return;
        }
        failed = new PastFailure(e, now);
        throw e;
    }

    private Token acquire(boolean skipCache) {
        IAuthenticationResult result = way.signIn(skipCache);
        long expires = result.expiresOnDate().getTime();
        long life = expires - clock.getAsLong();
        return new Token(result.accessToken(), expires - Math.min(REFRESH_AHEAD, life / 2), expires);
    }
}
