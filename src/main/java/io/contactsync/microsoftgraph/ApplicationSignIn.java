package io.contactsync.microsoftgraph;

import java.net.MalformedURLException;
import java.util.Set;
import java.util.concurrent.CompletionException;

import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IHttpClient;

/**
 * An app registration signs in with a secret, a certificate or a federated token (client credentials flow).
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow">Client
 * credentials flow</a>
 */
final class ApplicationSignIn implements MsalSignIn {

    private final Identity identity;
    private final IHttpClient http;
    private ConfidentialClientApplication application;
    private SignInSecrets secrets;

    ApplicationSignIn(Identity identity, IHttpClient http) {
        this.identity = identity;
        this.http = http;
    }

    @Override
    public IAuthenticationResult signIn(boolean skipCache) {
        try {
            ClientCredentialParameters parameters =
                    ClientCredentialParameters.builder(Set.of(identity.scope())).skipCache(skipCache).build();
            return application().acquireToken(parameters).join();
        } catch (CompletionException e) {
            throw SignInFailure.of(e.getCause());
        }
    }

    @Override
    public void forget() {
        application = null;
    }

    /** Made anew when a secret, a certificate or a token on the disk has changed. */
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
