package io.contactsync.sandbox.identity;

/**
 * What an app registration trusts another issuer for: a token that fits in all three signs in as the application.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/federatedidentitycredential">
 * federatedIdentityCredential</a>
 */
public record FederatedCredential(String issuer, String subject, String audience) {
    /** As for a pod in Kubernetes, with the audience that Microsoft recommends. */
    public static final FederatedCredential OF_A_POD = new FederatedCredential("https://issuer.sandbox.example/",
            "system:serviceaccount:contact-sync:contact-sync", "api://AzureADTokenExchange");

    /**
     * The words are those of presto, AzureAccessTokenProviderTest, for the audience (AADSTS700212).
     *
     * @throws OAuthException if the token does not fit
     */
    void requireFits(Assertion token) {
        require(token, "iss", issuer, 700211, "issuer");
        require(token, "aud", audience, 700212, "audience");
        require(token, "sub", subject, 700213, "subject");
    }

    private static void require(Assertion token, String claim, String expected, int number, String what) {
        String found = token.claims().getOrDefault(claim, "");
        if (!found.equals(expected)) {
            throw OAuthException.invalidClient(number, "No matching federated identity record found for presented "
                    + "assertion " + what + " '" + found + "'. Please check your federated identity credential "
                    + "Subject, Audience and Issuer against the presented assertion.");
        }
    }
}
