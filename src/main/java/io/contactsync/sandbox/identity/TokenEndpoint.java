package io.contactsync.sandbox.identity;

import io.contactsync.sandbox.protocol.GraphResponse;
import io.contactsync.sandbox.protocol.JsonBytes;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * The token endpoint of Entra ID for the client credentials grant, by secret or by signed assertion.
 *
 * @see <a href="https://learn.microsoft.com/graph/auth-v2-service">get access without a user</a>
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/reference-error-codes">error codes</a>
 */
public final class TokenEndpoint {
    private static final long CLOCK_SKEW = 300;
    private static final Set<String> OPENID = Set.of("openid", "profile", "offline_access", "email");
    private final String tenant;
    private final String clientId;
    private final AppRegistration app;
    private final Tokens tokens;
    private final LongSupplier seconds;

    public TokenEndpoint(String tenant, String clientId, AppRegistration app, Tokens tokens, LongSupplier seconds) {
        this.tenant = tenant;
        this.clientId = clientId;
        this.app = app;
        this.tokens = tokens;
        this.seconds = seconds;
    }

    /**
     * @param path such as {@code /tenant/oauth2/v2.0/token}
     * @param body form fields
     * @param base the endpoint's own address, such as {@code https://127.0.0.1:8443}
     */
    public GraphResponse handle(String method, String path, String body, String base) {
        String[] parts = path.split("/", 3);
        String rest = parts.length < 3 ? "" : parts[2];
        try {
            if (method.equals("GET") && rest.equals("v2.0/.well-known/openid-configuration")) {
                checkTenant(parts[1]);
                return json(200, discovery(base + "/" + tenant));
            }
            if (!method.equals("POST") || !rest.equals("oauth2/v2.0/token")) {
                return GraphResponse.of(404, Map.of(), null);
            }
            checkTenant(parts[1]);
            return json(200, token(form(body)));
        } catch (OAuthException e) {
            return json(e.status, e.body(seconds.getAsLong()));
        }
    }

    private Map<String, Object> token(Map<String, String> form) {
        if (!"client_credentials".equals(form.get("grant_type"))) {
            throw new OAuthException(400, "unsupported_grant_type", 70003, "The app requested an unsupported grant type '"
                + form.get("grant_type") + "'.");
        }
        if (!clientId.equals(form.get("client_id"))) {
            throw new OAuthException(400, "unauthorized_client", 700016, "Application with identifier '" + form.get("client_id")
                + "' was not found in the directory '" + tenant + "'. This can happen if the application has not been installed by the "
                + "administrator of the tenant or consented to by any user in the tenant.");
        }
        checkCredential(form);
        if (!valid(form.getOrDefault("scope", ""))) {
            throw new OAuthException(400, "invalid_scope", 1002012, "The provided value for scope " + form.get("scope") + " is not valid. "
                + "Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).");
        }
        return granted();
    }

    /** One resource's /.default; the scopes of OpenID that Microsoft's libraries always add are let pass. */
    private static boolean valid(String scope) {
        List<String> resources = Arrays.stream(scope.trim().split("\\s+")).filter(each -> !OPENID.contains(each)).toList();
        return resources.size() == 1 && resources.get(0).endsWith("/.default");
    }

    private Map<String, Object> granted() {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("token_type", "Bearer");
        answer.put("expires_in", app.tokenLife().toSeconds());
        answer.put("ext_expires_in", app.tokenLife().toSeconds());
        answer.put("access_token", tokens.issue(tenant, clientId, app.roles(), app.tokenLife()));
        return answer;
    }

    private void checkTenant(String name) {
        if (!tenant.equals(name)) {
            throw new OAuthException(400, "invalid_request", 90002, "Tenant '" + name + "' not found. Check to make sure you have the "
                + "correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen "
                + "if there are no active subscriptions for the tenant.");
        }
    }

    private void checkCredential(Map<String, String> form) {
        if (form.containsKey("client_assertion")) {
            checkAssertion(form.get("client_assertion"));
        } else if (!form.containsKey("client_secret")) {
            throw invalidClient(7000218, "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");
        } else if (!app.clientSecret().equals(form.get("client_secret"))) {
            throw invalidClient(7000215, "Invalid client secret provided. Ensure the secret being sent in the request is the client secret "
                + "value, not the client secret ID, for a secret added to app '" + clientId + "'.");
        }
    }

    private void checkAssertion(String jwt) {
        Assertion assertion = parsed(jwt);
        if (!clientId.equals(assertion.claims().get("sub")) || !clientId.equals(assertion.claims().get("iss"))) {
            throw invalidClient(700021, "Client assertion application identifier doesn't match 'client_id' parameter.");
        }
        String audience = assertion.claims().getOrDefault("aud", "");
        if (!audience.startsWith("https://") || !audience.endsWith("/" + tenant + "/oauth2/v2.0/token")) {
            throw invalidClient(700023, "Client assertion audience claim does not match Realm issuer.");
        }
        long now = seconds.getAsLong();
        if (assertion.number("exp") <= now || assertion.number("nbf") > now + CLOCK_SKEW) {
            throw invalidClient(700024, "Client assertion is not within its valid time range.");
        }
        if (app.certificate() != null && !assertion.signedBy(app.certificate())) {
            throw invalidClient(700027, "The certificate with identifier used to sign the client assertion is not registered on application.");
        }
    }

    private static Assertion parsed(String jwt) {
        try {
            return Assertion.parse(jwt);
        } catch (IllegalArgumentException e) {
            throw invalidClient(50027, "JWT token is invalid or malformed.");
        }
    }

    private static Map<String, Object> discovery(String authority) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("token_endpoint", authority + "/oauth2/v2.0/token");
        answer.put("token_endpoint_auth_methods_supported", List.of("client_secret_post", "private_key_jwt"));
        answer.put("jwks_uri", authority + "/discovery/v2.0/keys");
        answer.put("issuer", authority + "/v2.0");
        answer.put("authorization_endpoint", authority + "/oauth2/v2.0/authorize");
        return answer;
    }

    private static Map<String, String> form(String body) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : body.split("&")) {
            int mark = pair.indexOf('=');
            if (mark > 0) {
                fields.put(URLDecoder.decode(pair.substring(0, mark), StandardCharsets.UTF_8),
                    URLDecoder.decode(pair.substring(mark + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static GraphResponse json(int status, Map<String, Object> body) {
        return GraphResponse.of(status, Map.of("Content-Type", "application/json; charset=utf-8", "Cache-Control", "no-store, no-cache"),
            new JsonBytes(2500).value(body).toBytes());
    }

    private static OAuthException invalidClient(int code, String message) {
        return new OAuthException(401, "invalid_client", code, message);
    }

    /** A refusal in OAuth's words with Microsoft's number. */
    private static final class OAuthException extends RuntimeException {
        private final int status;
        private final String error;
        private final int code;

        OAuthException(int status, String error, int code, String message) {
            super(message, null, false, false);
            this.status = status;
            this.error = error;
            this.code = code;
        }

        Map<String, Object> body(long now) {
            String time = Instant.ofEpochSecond(now).truncatedTo(ChronoUnit.SECONDS).toString().replace("T", " ");
            String trace = UUID.randomUUID().toString();
            String correlation = UUID.randomUUID().toString();
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("error", error);
            body.put("error_description", "AADSTS" + code + ": " + getMessage() + " Trace ID: " + trace + " Correlation ID: " + correlation
                + " Timestamp: " + time);
            body.put("error_codes", List.of(code));
            body.put("timestamp", time);
            body.put("trace_id", trace);
            body.put("correlation_id", correlation);
            body.put("error_uri", "https://login.microsoftonline.com/error?code=" + code);
            return body;
        }
    }
}
