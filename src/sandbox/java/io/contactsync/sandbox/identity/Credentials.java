package io.contactsync.sandbox.identity;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells whether who asks for a token is the application: by one of its secrets, by an assertion signed with one of
 * its certificates, or by a token of another issuer that it trusts.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/certificate-credentials">certificate
 * credentials</a>
 */
record Credentials(String tenant, String clientId, AppRegistration app) {
    private static final long CLOCK_SKEW = 300;
    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /**
     * @param hosts names under which the authority stands
     * @param now   seconds since 1970
     * @throws OAuthException invalid_client with the number of what is wrong
     */
    void check(Map<String, String> form, Set<String> hosts, long now) {
        if (form.containsKey("client_assertion")) {
            assertion(form, hosts, now);
        } else if (form.containsKey("client_secret")) {
            secret(form.get("client_secret"), now);
        } else {
            throw OAuthException.invalidClient(7000218,
                    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");
        }
    }

    private void secret(String sent, long now) {
        List<AppRegistration.Secret> fitting =
                app.secrets().stream().filter(each -> each.value().equals(sent)).toList();
        if (fitting.isEmpty()) {
            throw OAuthException.invalidClient(7000215,
                    "Invalid client secret provided. Ensure the secret being sent in the request is the client secret "
                            + "value, not the client secret ID, for a secret added to app '" + clientId + "'.");
        }
        if (fitting.stream().allMatch(each -> each.expires() <= now)) {
            throw OAuthException.invalidClient(7000222, "The provided client secret keys for app '" + clientId
                    + "' are expired. Visit the Azure portal to "
                    + "create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate "
                    + "credentials for added security: "
                    + "https://aka.ms/certCreds.");
        }
    }

    private void assertion(Map<String, String> form, Set<String> hosts, long now) {
        if (!JWT_BEARER.equals(form.get("client_assertion_type"))) {
            throw OAuthException.missing("client_assertion_type");
        }
        Assertion assertion = parsed(form.get("client_assertion"));
        if (!assertion.namesCertificate() && !clientId.equals(assertion.claims().get("iss"))) {
            app.federated().requireFits(assertion);
            time(assertion, now);
            issued(form.get("client_assertion"));
            return;
        }
        signature(assertion);
        Map<String, String> claims = assertion.claims();
        if (claims.get("sub") == null || !claims.get("sub").equals(claims.get("iss"))) {
            throw OAuthException.invalidClient(50048, "Subject must match the issuer claim in the client assertion.");
        }
        if (!clientId.equals(claims.get("sub"))) {
            throw OAuthException.invalidClient(700021,
                    "Client assertion application identifier doesn't match 'client_id' parameter.");
        }
        if (!here(claims.getOrDefault("aud", ""), hosts)) {
            throw OAuthException.invalidClient(700023, "Client assertion audience claim does not match Realm issuer.");
        }
        time(assertion, now);
    }

    private static void time(Assertion assertion, long now) {
        if (assertion.number("exp") <= now || assertion.number("nbf") > now + CLOCK_SKEW) {
            throw OAuthException.invalidClient(700024, "Client assertion is not within its valid time range.");
        }
    }

    /** Its issuer is not asked for its keys, as Entra ID does: the sandbox knows what it has issued. */
    private void issued(String token) {
        if (!app.workload().hasIssued(token)) {
            throw OAuthException.invalidClient(50013, "Assertion failed signature validation.");
        }
    }

    private static Assertion parsed(String jwt) {
        try {
            return Assertion.parse(jwt);
        } catch (IllegalArgumentException e) {
            throw OAuthException.invalidClient(50027, "JWT token is invalid or malformed.");
        }
    }

    /**
     * The words are those of passport-azure-ad, issue 453, and microsoft-authentication-library-for-dotnet, issue 124.
     */
    private void signature(Assertion assertion) {
        if (!assertion.namesCertificate()) {
            throw OAuthException.invalidClient(50027,
                    "Invalid JWT token. No certificate thumbprint specified in token header.");
        }
        X509Certificate certificate = app.certificates().stream().filter(assertion::names).findFirst()
                .orElseThrow(() -> badSignature("The key was not found."));
        if (!assertion.signedBy(certificate)) {
            throw badSignature("The provided signature value did not match the expected signature value.");
        }
    }

    private static OAuthException badSignature(String reason) {
        return OAuthException.invalidClient(700027,
                "Client assertion contains an invalid signature. [Reason - " + reason + "]");
    }

    /** Whether an audience is this tenant's token endpoint, of either version, or its issuer. */
    private boolean here(String audience, Set<String> hosts) {
        try {
            URI uri = URI.create(audience);
            Set<String> paths =
                    Set.of("/" + tenant + "/oauth2/v2.0/token", "/" + tenant + "/oauth2/token", "/" + tenant + "/v2.0");
            return "https".equals(uri.getScheme()) && hosts.contains(String.valueOf(uri.getHost()))
                    && paths.contains(uri.getPath().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
