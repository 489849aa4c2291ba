package io.contactsync.sandbox.identity;

import static io.contactsync.sandbox.identity.OAuthException.invalidRequest;

import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.ServiceResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Entra ID for the client credentials grant, by secret, signed assertion or federated token, in both versions of its
 * endpoint, and its discovery.
 *
 * @see <a href="https://learn.microsoft.com/graph/auth-v2-service">get access without a user</a>
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow">client
 * credentials flow</a>
 */
public final class TokenEndpoint {
    private final TokenGrant grant;
    private final Cloud cloud;
    private final LongSupplier seconds;
    private final Discovery discovery;

    /** @param seconds the clock, in seconds since 1970 */
    public TokenEndpoint(String tenant, String clientId, AppRegistration app, Tokens tokens, Cloud cloud,
            LongSupplier seconds) {
        this.grant = new TokenGrant(tenant, clientId, app, tokens, cloud);
        this.cloud = cloud;
        this.seconds = seconds;
        this.discovery = new Discovery(cloud);
    }

    /**
     * @param target path and query, such as {@code /tenant/oauth2/v2.0/token}
     * @param body   form fields
     * @param called host and port the caller used
     */
    public ServiceResponse handle(String method, String target, String body, String called) {
        String[] path = target.split("\\?", 2);
        String[] parts = path[0].split("/", 3);
        String route = method + " " + (parts.length < 3 ? "" : parts[2]);
        long now = seconds.getAsLong();
        try {
            return switch (route) {
                case "GET v2.0/.well-known/openid-configuration" -> openId(parts[1], "/v2.0", called);
                case "GET .well-known/openid-configuration" -> openId(parts[1], "", called);
                case "GET discovery/instance" -> instance(path.length < 2 ? "" : path[1], called);
                case "GET discovery/v2.0/keys", "GET discovery/keys" -> json(200, Map.of("keys", List.of()));
                case "POST oauth2/v2.0/token" -> json(200, grant.token(parts[1], form(body), called, now));
                case "POST oauth2/token" -> json(200, grant.firstVersion(parts[1], form(body), called, now));
                default -> ServiceResponse.of(404, Map.of(), null);
            };
        } catch (OAuthException e) {
            return json(e.status(), e.body(now));
        }
    }

    private ServiceResponse openId(String name, String version, String called) {
        if (!TokenGrant.SEVERAL.contains(name)) {
            grant.checkTenant(name);
        }
        return json(200, discovery.openId(cloud.authorityAddress(called), name, version));
    }

    private ServiceResponse instance(String query, String called) {
        String endpoint = form(query).getOrDefault("authorization_endpoint", "");
        return json(200, discovery.instance(cloud.authorityAddress(called), endpoint));
    }

    static Map<String, String> form(String body) {
        Map<String, String> fields = new HashMap<>();
        try {
            for (String pair : body.split("&")) {
                int mark = pair.indexOf('=');
                if (mark > 0) {
                    fields.put(URLDecoder.decode(pair.substring(0, mark), StandardCharsets.UTF_8),
                            URLDecoder.decode(pair.substring(mark + 1), StandardCharsets.UTF_8));
                }
            }
            return fields;
        } catch (IllegalArgumentException e) {
            throw invalidRequest(9002313, "Invalid request. Request is malformed or invalid.");
        }
    }

    private static ServiceResponse json(int status, Map<String, Object> body) {
        byte[] json = new JsonBytes(2500).value(body).toBytes();
        return ServiceResponse.typed(status, "application/json; charset=utf-8", json)
                .with("Cache-Control", "no-store, no-cache");
    }
}
