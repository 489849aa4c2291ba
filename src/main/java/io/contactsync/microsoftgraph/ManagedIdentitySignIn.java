package io.contactsync.microsoftgraph;

import java.util.concurrent.CompletionException;

import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.ManagedIdentityApplication;
import com.microsoft.aad.msal4j.ManagedIdentityId;
import com.microsoft.aad.msal4j.ManagedIdentityParameters;

/**
 * The identity that Azure gave to this machine signs in. Where to ask for it MSAL finds in the environment, as Azure
 * sets it, or else at the address of virtual machines. Azure hands out whatever identity the machine has: it is held
 * against the options.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/overview">Managed
 * identities</a>
 */
final class ManagedIdentitySignIn implements MsalSignIn {

    private static final String DEFAULT_SCOPE = "/.default";

    private final Identity identity;
    private final ManagedIdentityHttp http;

    ManagedIdentitySignIn(Identity identity, ManagedIdentityHttp http) {
        this.identity = identity;
        this.http = http;
    }

    /** MSAL's memory would be shared with everybody in this process: it is not asked. */
    @Override
    public IAuthenticationResult signIn(boolean skipCache) {
        String scope = identity.scope();
        String resource = scope.endsWith(DEFAULT_SCOPE) ? scope.substring(0, scope.length() - DEFAULT_SCOPE.length())
                : scope;
        try {
            IAuthenticationResult result = application().acquireTokenForManagedIdentity(
                    ManagedIdentityParameters.builder(resource).forceRefresh(true).build()).join();
            requireExpected(TokenClaims.of(result.accessToken()));
            return result;
        } catch (CompletionException e) {
            throw ManagedIdentityFailure.of(e.getCause());
        } catch (GraphException known) {
            throw known;
        } catch (Exception e) {
            throw ManagedIdentityFailure.of(e);
        }
    }

    @Override
    public void forget() {
        // nothing is remembered
    }

    private ManagedIdentityApplication application() {
        ManagedIdentityId id = isUserAssigned() ? ManagedIdentityId.userAssignedClientId(identity.clientId())
                : ManagedIdentityId.systemAssigned();
        return ManagedIdentityApplication.builder(id).httpClient(http).disableInternalRetries()
                .executorService(new DirectExecutor()).build();
    }

    private boolean isUserAssigned() {
        return identity.managed().equals(GraphSignInOptions.USER_ASSIGNED);
    }

    private void requireExpected(TokenClaims claims) {
        boolean tenantIsAnId = identity.tenantId() != null && !identity.tenantId().contains(".");
        if (tenantIsAnId && isOther(identity.tenantId(), claims.text("tid"))) {
            throw ManagedIdentityFailure.lasting("the managed identity of this machine belongs to the tenant "
                    + claims.text("tid") + ", see option tenantId", "OtherTenant");
        }
        if (identity.clientId() != null && isOther(identity.clientId(), claims.text("appid"))) {
            throw ManagedIdentityFailure.lasting("the managed identity of this machine is the application "
                    + claims.text("appid") + ", see option clientId", "OtherApplication");
        }
    }

    private static boolean isOther(String expected, String found) {
        return !found.isEmpty() && !found.equalsIgnoreCase(expected);
    }
}
