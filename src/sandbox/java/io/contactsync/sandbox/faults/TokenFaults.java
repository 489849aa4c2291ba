package io.contactsync.sandbox.faults;

import io.contactsync.sandbox.identity.OAuthException;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.ServiceResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What goes wrong with tokens.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/reference-error-codes">error codes</a>
 */
final class TokenFaults {
    private static final Map<String, Error> ERRORS = Map.of(
            "7000215",
            new Error(401, "invalid_client",
                    "Invalid client secret provided. Ensure the secret being sent in the request is the client secret "
                            + "value, not the client secret ID, for a secret added to app."),
            "7000222", new Error(401, "invalid_client", "The provided client secret keys for app are expired."),
            "700027",
            new Error(401, "invalid_client",
                    "The certificate with identifier used to sign the client assertion is not registered on "
                            + "application."),
            "700016", new Error(400, "unauthorized_client", "Application was not found in the directory."),
            "90002",
            new Error(400, "invalid_request", "Tenant not found. Check to make sure you have the correct tenant ID."),
            "90033", new Error(503, "temporarily_unavailable", "A transient error has occurred. Please try again."));

    private TokenFaults() {
    }

    /** The refusal of that AADSTS number. */
    static FaultKind.Maker error(PlanNode keys) {
        String number = keys.choice("aadsts", "7000222", ERRORS.keySet().stream().sorted().toArray(String[]::new));
        return occasion -> Effect.instead(ERRORS.get(number).answer(Integer.parseInt(number)));
    }

    /** The token is good for so long only, and says so. */
    static FaultKind.Maker shortLife(PlanNode keys) {
        Duration life = keys.time("life", Duration.ofSeconds(5));
        return occasion -> Effect.changing(right -> JsonBodies.changed(right, body -> {
            if (body.has("access_token")) {
                occasion.around().tokens().shorten(body.get("access_token").asText(), life);
                body.put("expires_in", life.toSeconds()).put("ext_expires_in", life.toSeconds());
            }
        }));
    }

    /** All tokens issued so far expire now, whatever was said of their life. */
    static Effect expire(Occasion occasion) {
        return Effect.preceded(occasion.around().tokens()::expireAll);
    }

    private record Error(int status, String error, String text) {

        ServiceResponse answer(int number) {
            Map<String, Object> body =
                    new OAuthException(status, error, number, text).body(Instant.now().getEpochSecond());
            return ServiceResponse.typed(status, "application/json; charset=utf-8",
                    new JsonBytes(800).value(body).toBytes());
        }
    }
}
