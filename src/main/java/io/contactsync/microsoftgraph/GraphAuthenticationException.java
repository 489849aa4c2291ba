package io.contactsync.microsoftgraph;

/**
 * No token, and none to be had until somebody changes the configuration: a missing option, a wrong or expired secret,
 * an unknown tenant. Asking again is pointless.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/reference-error-codes">Entra error codes</a>
 */
public class GraphAuthenticationException extends GraphException {

    private static final long serialVersionUID = 1L;

    GraphAuthenticationException(String sentence, String code) {
        super(GraphFailure.local("Sign-in:", code, sentence, false));
    }

    @Override
    public boolean retryable() {
        return false;
    }
}
