package io.contactsync.microsoftgraph;

import java.util.Arrays;
import java.util.Objects;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.IClientCredential;

/**
 * What the application signs in with, as it is on disk at this moment. Two are equal if nothing has changed.
 *
 * @param clientSecret null if there is a certificate
 * @param certificate null if there is none
 */
record SignInSecrets(String clientSecret, ClientCertificate certificate) {

    static SignInSecrets of(Identity identity) {
        return identity.certificate() == null ? new SignInSecrets(identity.clientSecret().read(), null)
                : new SignInSecrets(null,
                        ClientCertificate.read(identity.certificate(), identity.certificatePassword().read()));
    }

    IClientCredential credential() {
        return certificate == null ? ClientCredentialFactory.createFromSecret(clientSecret)
                : ClientCredentialFactory.createFromCertificateChain(certificate.key(), certificate.chain());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignInSecrets that && Objects.equals(clientSecret, that.clientSecret)
                && Arrays.equals(encoded(), that.encoded());
    }

    @Override
    public int hashCode() {
        return Objects.hash(clientSecret, Arrays.hashCode(encoded()));
    }

    private byte[] encoded() {
        return certificate == null ? null : certificate.key().getEncoded();
    }

    @Override
    public String toString() {
        return "SignInSecrets";
    }
}
