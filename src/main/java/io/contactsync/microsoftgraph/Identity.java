package io.contactsync.microsoftgraph;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Who signs in, and where. Null where an option is not set.
 *
 * @param federated file with the token of another issuer
 * @param managed which of the machine's own identities
 * @param authority login host, with or without the tenant as its path
 */
record Identity(String tenantId, String clientId, Secret clientSecret, String certificate, Secret certificatePassword,
        String federated, String managed, String authority, String scope) {

    private static final String MANAGED = "managedIdentity";

    /** The authority with its tenant, checked; a missing option is named here, at the first use. */
    String complete() {
        require("clientId", clientId);
        if (!clientSecret.isSet() && certificate == null && federated == null) {
            require("clientSecret", null);
        }
        GraphAddress.of("authority", authority);
        String path = URI.create(authority.trim()).getRawPath();
        if (path.length() > 1) {
            return authority.trim();
        }
        require("tenantId", tenantId);
        return authority.trim() + (path.isEmpty() ? "/" : "") + tenantId + "/";
    }

    /** What can be known before the first sign-in: addresses that are none, files that cannot be read. */
    void check() {
        GraphAddress.of("authority", authority);
        requireOne();
        if (managed != null && !managed.equals(GraphSignInOptions.SYSTEM_ASSIGNED)) {
            requireUserAssigned();
        }
        SignInSecrets.of(this);
    }

    private void requireOne() {
        String secret = clientSecret.file() != null ? "clientSecretFile" : "clientSecret";
        List<String> set = Stream.of(certificate != null ? "certificate" : clientSecret.isSet() ? secret : null,
                federated == null ? null : "federatedTokenFile", managed == null ? null : MANAGED)
                .filter(Objects::nonNull).toList();
        if (set.size() > 1) {
            int last = set.size() - 1;
            throw new GraphAuthenticationException("set only one of options " + String.join(", ", set.subList(0, last))
                    + " and " + set.get(last), "SeveralCredentials");
        }
    }

    private void requireUserAssigned() {
        if (!managed.equals(GraphSignInOptions.USER_ASSIGNED)) {
            throw new GraphAuthenticationException("option " + MANAGED + " must be "
                    + GraphSignInOptions.SYSTEM_ASSIGNED + " or " + GraphSignInOptions.USER_ASSIGNED + " - was '"
                    + managed + "'", "UnknownIdentity");
        }
        require("clientId", clientId);
    }

    private static void require(String option, String value) {
        if (value == null) {
            throw new GraphAuthenticationException("option " + option + " is not set", "MissingOption");
        }
    }

    @Override
    public String toString() {
        return "Identity[" + tenantId + ", " + clientId + "]";
    }
}
