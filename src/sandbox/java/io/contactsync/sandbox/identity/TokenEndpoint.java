package io.contactsync.sandbox.identity;

import static io.contactsync.sandbox.identity.OAuthException.invalidRequest;

import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.ServiceResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Entra ID for the client credentials grant, by secret or by signed assertion, in both versions of its endpoint, and
 * its discovery.
 *
 * @see <a href="https://learn.microsoft.com/graph/auth-v2-service">get access without a user</a>
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow">client
 * credentials flow</a>
 */
public final class TokenEndpoint {
    /** Names that stand for any tenant: good for discovery, not for an application without a user. */
    static final Set<String> SEVERAL = Set.of("common", "organizations");
    private static final Set<String> OPENID = Set.of("openid", "profile", "offline_access", "email");
    private static final String DEFAULT_SCOPE = "/.default";
    private final String tenant;
    private final String clientId;
    private final AppRegistration app;
    private final Tokens tokens;
    private final Cloud cloud;
    private final LongSupplier seconds;
    private final Credentials credentials;
    private final Discovery discovery;

    /** @param seconds the clock, in seconds since 1970 */
    public TokenEndpoint(String tenant, String clientId, AppRegistration app, Tokens tokens, Cloud cloud,
            LongSupplier seconds) {
        this.tenant = tenant;
        this.clientId = clientId;
        this.app = app;
        this.tokens = tokens;
        this.cloud = cloud;
        this.seconds = seconds;
        this.credentials = new Credentials(tenant, clientId, app);
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
        try {
            return switch (route) {
                case "GET v2.0/.well-known/openid-configuration" -> openId(parts[1], "/v2.0", called);
                case "GET .well-known/openid-configuration" -> openId(parts[1], "", called);
            case "GET discovery/instance" ->
                json(200, discovery.instance(cloud.authorityAddress(called), form(path.length < 2 ? "" : path[1])
                    .getOrDefault("authorization_endpoint", "")));
                case "GET discovery/v2.0/keys", "GET discovery/keys" -> json(200, Map.of("keys", List.of()));
                case "POST oauth2/v2.0/token" -> json(200, token(parts[1], form(body), called));
                case "POST oauth2/token" -> json(200, firstVersion(parts[1], form(body), called));
                default -> ServiceResponse.of(404, Map.of(), null);
            };
        } catch (OAuthException e) {
            return json(e.status(), e.body(seconds.getAsLong()));
        }
    }

    private ServiceResponse openId(String name, String version, String called) {
        if (!SEVERAL.contains(name)) {
            checkTenant(name);
        }
        return json(200, discovery.openId(cloud.authorityAddress(called), name, version));
    }

    private Map<String, Object> token(String name, Map<String, String> form, String called) {
        checkCaller(name, form, called);
        String resource = resource(required(form, "scope"));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("token_type", "Bearer");
        answer.put("expires_in", app.tokenLife().toSeconds());
        answer.put("ext_expires_in", app.tokenLife().toSeconds());
        answer.put("access_token", issue(resource));
        return answer;
    }

    /** The older endpoint: a resource in place of a scope, and numbers as text. */
    private Map<String, Object> firstVersion(String name, Map<String, String> form, String called) {
        checkCaller(name, form, called);
        String resource = known(required(form, "resource"));
        long now = seconds.getAsLong();
        long life = app.tokenLife().toSeconds();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("token_type", "Bearer");
        answer.put("expires_in", Long.toString(life));
        answer.put("ext_expires_in", Long.toString(life));
        answer.put("expires_on", Long.toString(now + life));
        answer.put("not_before", Long.toString(now));
        answer.put("resource", resource);
        answer.put("access_token", issue(resource));
        return answer;
    }

    private String issue(String resource) {
        return tokens.issue(tenant, clientId, resource, app.roles(), app.tokenLife());
    }

    private void checkCaller(String name, Map<String, String> form, String called) {
        if (SEVERAL.contains(name)) {
            throw invalidRequest(50059,
                    "No tenant-identifying information found in either the request or implied by any provided "
                            + "credentials.");
        }
        checkTenant(name);
        String grant = required(form, "grant_type");
        if (!grant.equals("client_credentials")) {
            throw new OAuthException(400, "unsupported_grant_type", 70003,
                    "The app requested an unsupported grant type '" + grant + "'.");
        }
        String id = required(form, "client_id");
        if (!clientId.equalsIgnoreCase(id)) {
            throw new OAuthException(400, "unauthorized_client", 700016, "Application with identifier '" + id
                    + "' was not found in the directory '"
                    + tenant
                    + "'. This can happen if the application has not been installed by the administrator of the "
                    + "tenant or consented to by any "
                + "user in the tenant. You may have sent your authentication request to the wrong tenant.");
        }
        Set<String> hosts =
                Set.copyOf(List.of(called.replaceFirst(":\\d+$", ""), cloud.authority(), cloud.published().authority()));
        credentials.check(form, hosts, seconds.getAsLong());
    }

    private void checkTenant(String name) {
        if (!tenant.equalsIgnoreCase(name)) {
            throw invalidRequest(90002, "Tenant '" + name
                    + "' not found. Check to make sure you have the correct tenant ID and are signing into the "
                    + "correct cloud. Check with your subscription administrator, this may happen if there are no "
                    + "active subscriptions for the tenant.");
        }
    }

    /** One resource's /.default; the scopes of OpenID that Microsoft's libraries always add are let pass. */
    private String resource(String scope) {
        List<String> scopes = Arrays.stream(scope.trim().split("\\s+")).filter(each -> !OPENID.contains(each)).toList();
        if (scopes.size() != 1 || !scopes.get(0).endsWith(DEFAULT_SCOPE)) {
            throw new OAuthException(400, "invalid_scope", 1002012, "The provided value for scope " + scope
                    + " is not valid. "
                    + "Client credential flows must have a scope value with /.default suffixed to the resource "
                    + "identifier (application ID URI).");
        }
        return known(scopes.get(0).substring(0, scopes.get(0).length() - DEFAULT_SCOPE.length()));
    }

    private String known(String resource) {
        if (!cloud.isGraph(resource)) {
            throw new OAuthException(400, "invalid_resource", 500011, "The resource principal named " + resource
                    + " was not found in the tenant named "
                    + tenant
                    + ". This can happen if the application has not been installed by the administrator of the tenant "
                    + "or consented to by any user "
                + "in the tenant. You might have sent your authentication request to the wrong tenant.");
        }
        return resource;
    }

    private static String required(Map<String, String> form, String parameter) {
        String value = form.get(parameter);
        if (value == null || value.isBlank()) {
            throw OAuthException.missing(parameter);
        }
        return value;
    }

    private static Map<String, String> form(String body) {
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
        return ServiceResponse.of(status,
                Map.of("Content-Type", "application/json; charset=utf-8", "Cache-Control", "no-store, no-cache"),
            new JsonBytes(2500).value(body).toBytes());
    }
}
