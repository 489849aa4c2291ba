package io.contactsync.microsoftgraph;

import java.net.URI;

/**
 * Who signs in, and where. Null where an option is not set.
 *
 * @param authority login host, with or without the tenant as its path
 */
record Identity(String tenantId, String clientId, Secret clientSecret, String certificate, Secret certificatePassword,
        String authority, String scope) {

    /** The authority with its tenant, checked; a missing option is named here, at the first use. */
    String complete() {
        require("clientId", clientId);
        if (!clientSecret.isSet() && certificate == null) {
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
        SignInSecrets.of(this);
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
