package io.contactsync.sandbox.identity;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * An application's id and secret in the header Authorization instead of the form.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1">RFC 6749, client password: both are encoded as in
 * a form</a>
 */
public final class BasicCredentials {
    private static final String SCHEME = "Basic ";

    private BasicCredentials() {
    }

    /**
     * The form with what the header adds; as it is if the header, null for none, is of another scheme or cannot be
     * read.
     */
    public static String added(String form, String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return form;
        }
        try {
            byte[] pair = Base64.getDecoder().decode(authorization.substring(SCHEME.length()).trim());
            String[] parts = new String(pair, StandardCharsets.UTF_8).split(":", 2);
            return parts.length < 2 ? form : form + "&client_id=" + parts[0] + "&client_secret=" + parts[1];
        } catch (IllegalArgumentException notBase64) {
            return form;
        }
    }
}
