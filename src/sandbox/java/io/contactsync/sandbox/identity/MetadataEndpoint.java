package io.contactsync.sandbox.identity;

import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.ServiceResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Where a program asks for a token of the identity that its machine has: as the metadata service of virtual machines
 * (IMDS) answers, and as App Service does.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token">
 * managed identities on a virtual machine</a>
 * @see <a href="https://learn.microsoft.com/azure/app-service/overview-managed-identity">App Service</a>
 */
public final class MetadataEndpoint {
    private static final String IMDS = "/metadata/identity/oauth2/token";
    private static final String APP_SERVICE = "/msi/token";
    private static final String MALFORMED = "invalid_request";
    private final AppRegistration app;
    private final Tokens tokens;
    private final Cloud cloud;
    private final LongSupplier seconds;

    /** @param seconds the clock, in seconds since 1970 */
    public MetadataEndpoint(AppRegistration app, Tokens tokens, Cloud cloud, LongSupplier seconds) {
        this.app = app;
        this.tokens = tokens;
        this.cloud = cloud;
        this.seconds = seconds;
    }

    /**
     * @param target  path and query
     * @param headers by names in lower case
     */
    public ServiceResponse handle(String method, String target, Map<String, String> headers) {
        String[] path = target.split("\\?", 2);
        Map<String, String> query = TokenEndpoint.form(path.length < 2 ? "" : path[1]);
        if (!method.equals("GET") || !path[0].equals(IMDS) && !path[0].equals(APP_SERVICE)) {
            return ServiceResponse.of(404, Map.of(), null);
        }
        try {
            if (path[0].equals(IMDS)) {
                require("true".equals(headers.get("metadata")), "bad_request_102",
                        "Required metadata header not specified");
                return json(200, answer(query));
            }
            require(Workload.IDENTITY_HEADER.equals(headers.get("x-identity-header")), "unauthorized_client",
                    "The client is not authorized to request an access token using this method.");
            return json(200, answer(query));
        } catch (OAuthException refused) {
            return json(refused.status(), path[0].equals(IMDS) ? refused.inShort()
                    : Map.of("statusCode", refused.status(), "message", refused.getMessage()));
        }
    }

    private Map<String, Object> answer(Map<String, String> query) {
        require(query.containsKey("api-version"), MALFORMED, "api-version was not specified in the request");
        require(query.containsKey("resource"), MALFORMED, "resource was not specified in the request");
        String resource = query.get("resource");
        String identity = app.workload().identity(query.get("client_id"));
        require(identity != null, MALFORMED, "Identity not found");
        require(cloud.isGraph(resource), "invalid_resource", "AADSTS50001: The application named " + resource
                + " was not found in the tenant named " + app.workload().tenant() + ".");
        long now = seconds.getAsLong();
        long life = app.tokenLife().toSeconds();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token",
                tokens.issue(app.workload().tenant(), identity, resource, app.roles(), app.tokenLife()));
        answer.put("client_id", identity);
        answer.put("expires_in", Long.toString(life));
        answer.put("expires_on", Long.toString(now + life));
        answer.put("ext_expires_in", Long.toString(life));
        answer.put("not_before", Long.toString(now));
        answer.put("resource", resource);
        answer.put("token_type", "Bearer");
        return answer;
    }

    private static void require(boolean good, String error, String description) {
        if (!good) {
            throw new OAuthException(400, error, 0, description);
        }
    }

    private static ServiceResponse json(int status, Map<String, Object> body) {
        return ServiceResponse.typed(status, "application/json; charset=utf-8",
                new JsonBytes(2500).value(body).toBytes());
    }
}
