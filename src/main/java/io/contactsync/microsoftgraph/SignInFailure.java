package io.contactsync.microsoftgraph;

import java.util.Map;

import com.microsoft.aad.msal4j.MsalServiceException;

/**
 * Turns a failed sign-in into one sentence: with the AADSTS number, which says what to mend, never with a secret.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/reference-error-codes">Entra error codes</a>
 */
final class SignInFailure {

    private static final Map<String, String> HINTS = Map.of(
            "AADSTS7000215", "the client secret is wrong, see option clientSecret or clientSecretFile",
            "AADSTS7000222", "the client secret has expired, see option clientSecret or clientSecretFile",
            "AADSTS7000218", "no client secret arrived, see option clientSecret",
            "AADSTS700016", "the tenant does not know this application, see options tenantId and clientId",
            "AADSTS700027", "the application does not know this certificate, see option certificate",
            "AADSTS90002", "there is no such tenant, see option tenantId",
            "AADSTS70011", "the scope is invalid, see option scope",
            "AADSTS1002012", "the scope is invalid, see option scope");

    private SignInFailure() {
    }

    static GraphException of(Throwable e) {
        if (e instanceof GraphException known) {
            return known;
        }
        if (e instanceof MsalServiceException refusal && lasting(refusal)) {
            String number = number(String.valueOf(refusal.getMessage()));
            String hint = HINTS.getOrDefault(number, "see options tenantId, clientId, clientSecret and certificate");
            return new GraphAuthenticationException(
                    "refused by Microsoft Entra (" + refusal.errorCode() + (number.isEmpty() ? "" : ", " + number)
                            + "): " + hint,
                    String.valueOf(refusal.errorCode()));
        }
        GraphException wire = e.getCause() instanceof GraphException cause ? cause : null;
        return new GraphException(
                GraphFailure.local("Sign-in:", "TokenUnavailable", "no answer from Microsoft Entra that helps", false),
                wire);
    }

    private static boolean lasting(MsalServiceException e) {
        int status = e.statusCode() == null ? 0 : e.statusCode();
        return status >= 400 && status < 500 && status != 408 && status != GraphFailure.THROTTLED
                && !"temporarily_unavailable".equals(e.errorCode());
    }

    /** The number as in "AADSTS7000215: Invalid client secret provided", or an empty text. */
    private static String number(String message) {
        int start = message.indexOf("AADSTS");
        int end = start + 6;
        while (start >= 0 && end < message.length() && Character.isDigit(message.charAt(end))) {
            end++;
        }
        return start < 0 ? "" : message.substring(start, end);
    }
}
