package io.contactsync.microsoftgraph;

import java.io.IOException;
import java.util.Set;

import com.microsoft.aad.msal4j.MsalServiceException;

/**
 * Why the machine's own identity did not sign in, in one sentence.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token">
 * Error handling</a>
 */
final class ManagedIdentityFailure {

    /** The code where there is nobody to ask. */
    static final String NOWHERE = "NoManagedIdentity";

    /** What Microsoft says passes by, besides 5xx. */
    private static final Set<Integer> PASSING = Set.of(404, 408, 410, GraphFailure.THROTTLED);

    private ManagedIdentityFailure() {
    }

    static GraphException of(Throwable e) {
        if (e.getCause() instanceof GraphException known) {
            return known;
        }
        if (e instanceof MsalServiceException) {
            return lasting("no managed identity of that kind can sign in here, see option managedIdentity",
                    String.valueOf(((MsalServiceException) e).errorCode()));
        }
        return passing("what has this machine's managed identity gave no answer that helps");
    }

    static GraphException refused(int status, String body) {
        String error = error(body);
        String answered = " (" + status + (error.isEmpty() ? "" : " " + error) + ")";
        if (status >= 500 || PASSING.contains(status)) {
            return passing("what has this machine's managed identity is not ready" + answered);
        }
        return error.equals("invalid_resource")
                ? lasting("the managed identity is not let in to Graph" + answered + ", see option cloud", error)
                : lasting("this machine does not have that managed identity" + answered
                        + ", see options managedIdentity and clientId", error.isEmpty() ? "Refused" : error);
    }

    /** Most often this machine is not in Azure: to ask again and again would only keep people waiting. */
    static GraphException unreachable(String host, GraphException wire) {
        return lasting("nothing that has a managed identity answers at " + host + " (" + wire.code()
                + "): is this machine in Azure, see option managedIdentity", NOWHERE);
    }

    static GraphException lasting(String sentence, String code) {
        return new GraphAuthenticationException(sentence, code);
    }

    private static GraphException passing(String sentence) {
        return new GraphException(GraphFailure.local("Sign-in:", "TokenUnavailable", sentence, false));
    }

    /** The word for it; not its description, which may change, nor anything else that was sent. */
    private static String error(String body) {
        try {
            String error = GraphJson.MAPPER.readTree(body).path("error").asText();
            return error.matches("\\w{1,60}") ? error : "";
        } catch (IOException | IllegalArgumentException none) {
            return "";
        }
    }
}
