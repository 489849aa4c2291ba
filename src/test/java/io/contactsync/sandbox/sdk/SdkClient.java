package io.contactsync.sandbox.sdk;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.core.requests.GraphClientFactory;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.authentication.AccessTokenProvider;
import com.microsoft.kiota.authentication.AllowedHostsValidator;
import com.microsoft.kiota.authentication.BaseBearerTokenAuthenticationProvider;
import io.contactsync.sandbox.SandboxAddress;
import io.contactsync.sandbox.SandboxClient;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.OkHttpClient;

/**
 * Microsoft's client for Java, unmodified, with its own retries: it only is told where the sandbox is and which
 * certificate to trust.
 */
public final class SdkClient {
    private SdkClient() {
    }

    public static GraphServiceClient of(SandboxAddress address) {
        return of(address, ClientCredentialFactory.createFromSecret(address.clientSecret()));
    }

    static GraphServiceClient of(SandboxAddress address, IClientCredential credential) {
        SSLSocketFactory tls = SandboxClient.trusting(address.caCertificate()).getSocketFactory();
        OkHttpClient http =
                GraphClientFactory.create().sslSocketFactory(tls, SandboxClient.trust(address.caCertificate())).build();
        BaseBearerTokenAuthenticationProvider tokens =
                new BaseBearerTokenAuthenticationProvider(new Tokens(app(address, credential, tls)));
        return new GraphServiceClient(new BaseGraphRequestAdapter(tokens, address.graph(), http));
    }

    private static ConfidentialClientApplication app(SandboxAddress address, IClientCredential credential,
            SSLSocketFactory tls) {
        try {
            return ConfidentialClientApplication.builder(address.clientId(), credential).authority(address.authority())
                .validateAuthority(false).instanceDiscovery(false).sslSocketFactory(tls).build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * One token for the test: the library's own cache never hits where the authority's address has a port, as on
     * loopback.
     */
    private static final class Tokens implements AccessTokenProvider {
        private static final ClientCredentialParameters DEFAULT =
                ClientCredentialParameters.builder(Set.of("https://graph.microsoft.com/.default")).build();
        private final ConfidentialClientApplication app;
        private String token;

        Tokens(ConfidentialClientApplication app) {
            this.app = app;
        }

        @Override
        public synchronized String getAuthorizationToken(URI uri, Map<String, Object> context) {
            token = token == null ? app.acquireToken(DEFAULT).join().accessToken() : token;
            return token;
        }

        @Override
        public AllowedHostsValidator getAllowedHostsValidator() {
            return new AllowedHostsValidator("127.0.0.1");
        }
    }
}
