package io.contactsync.microsoftgraph;

import java.util.Map;

import com.microsoft.aad.msal4j.MsalServiceException;

/**
 * Turns a failed sign-in into one sentence: with the AADSTS number, which says what to mend, never with a secret.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/reference-error-codes">Entra error codes</a>
 */
final class SignInFailure {

    private static final Map<String, String> HINTS = Map.ofEntries(
            Map.entry("AADSTS7000215", "the client secret is wrong, see option clientSecret or clientSecretFile"),
            Map.entry("AADSTS7000222", "the client secret has expired, see option clientSecret or clientSecretFile"),
            Map.entry("AADSTS7000218", "no client secret arrived, see option clientSecret"),
            Map.entry("AADSTS700016", "the tenant does not know this application, see options tenantId and clientId"),
            Map.entry("AADSTS700027", "the application does not know this certificate, see option certificate"),
            Map.entry("AADSTS70021", misfit("issuer, subject and audience")),
            Map.entry("AADSTS700211", misfit("issuer")),
            Map.entry("AADSTS700212", misfit("audience")),
            Map.entry("AADSTS700213", misfit("subject")),
            Map.entry("AADSTS50013", "the issuer has not signed the token, see option federatedTokenFile"),
            Map.entry("AADSTS700024", "what signs in is over or not yet valid: is the clock of this machine right, and "
                    + "the token of option federatedTokenFile renewed?"),
            Map.entry("AADSTS90002", "there is no such tenant, see option tenantId"),
            Map.entry("AADSTS70011", "the scope is invalid, see option scope"),
            Map.entry("AADSTS1002012", "the scope is invalid, see option scope"));

    private SignInFailure() {
    }

    private static String misfit(String what) {
        return "no federated credential of the application fits the " + what
                + " of the token, see option federatedTokenFile";
    }

    static GraphException of(Throwable e) {
        if (e instanceof GraphException known) {
            return known;
        }
        if (e instanceof MsalServiceException refusal && lasting(refusal)) {
            String number = number(String.valueOf(refusal.getMessage()));
            String hint = HINTS.getOrDefault(number,
                    "see options tenantId, clientId, clientSecret, certificate and federatedTokenFile");
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
