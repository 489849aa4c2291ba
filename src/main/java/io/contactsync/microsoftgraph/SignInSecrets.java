package io.contactsync.microsoftgraph;

import java.util.Arrays;
import java.util.Objects;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.IClientCredential;

/**
 * What the application signs in with, as it is on disk at this moment. Two are equal if nothing has changed. All are
 * null if the machine's own identity signs in.
 *
 * @param clientSecret null if there is something else
 * @param certificate null if there is none
 * @param federated the token of another issuer; null if there is none
 */
record SignInSecrets(String clientSecret, ClientCertificate certificate, FederatedToken federated) {

    static SignInSecrets of(Identity identity) {
        if (identity.federated() != null) {
            return new SignInSecrets(null, null, FederatedToken.read(identity.federated()));
        }
        return identity.certificate() == null ? new SignInSecrets(identity.clientSecret().read(), null, null)
                : new SignInSecrets(null,
                        ClientCertificate.read(identity.certificate(), identity.certificatePassword().read()), null);
    }

    IClientCredential credential() {
        if (federated != null) {
            return ClientCredentialFactory.createFromClientAssertion(federated.text());
        }
        return certificate == null ? ClientCredentialFactory.createFromSecret(clientSecret)
                : ClientCredentialFactory.createFromCertificateChain(certificate.key(), certificate.chain());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignInSecrets that && Objects.equals(clientSecret, that.clientSecret)
                && Objects.equals(federated, that.federated) && Arrays.equals(encoded(), that.encoded());
    }

    @Override
    public int hashCode() {
        return Objects.hash(clientSecret, federated, Arrays.hashCode(encoded()));
    }

    private byte[] encoded() {
        return certificate == null ? null : certificate.key().getEncoded();
    }

    @Override
    public String toString() {
        return "SignInSecrets";
    }
}
