package io.contactsync.sandbox.identity;

import static io.contactsync.sandbox.identity.OAuthException.invalidRequest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The client credentials grant: looks who asks for a token to what, and issues it.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow">client
 * credentials flow</a>
 */
final class TokenGrant {
    /** Names that stand for any tenant: good for discovery, not for an application without a user. */
    static final Set<String> SEVERAL = Set.of("common", "organizations");
    private static final Set<String> OPENID = Set.of("openid", "profile", "offline_access", "email");
    private static final String DEFAULT_SCOPE = "/.default";
    private static final String WRONG_TENANT = " This can happen if the application has not been installed by the "
            + "administrator of the tenant or consented to by any user in the tenant. You ";
    private final String tenant;
    private final String clientId;
    private final AppRegistration app;
    private final Tokens tokens;
    private final Cloud cloud;
    private final Credentials credentials;

    TokenGrant(String tenant, String clientId, AppRegistration app, Tokens tokens, Cloud cloud) {
        this.tenant = tenant;
        this.clientId = clientId;
        this.app = app;
        this.tokens = tokens;
        this.cloud = cloud;
        this.credentials = new Credentials(tenant, clientId, app);
    }

    /**
     * @param name   the tenant as the path names it
     * @param called host and port the caller used
     * @param now    seconds since 1970
     */
    Map<String, Object> token(String name, Map<String, String> form, String called, long now) {
        checkCaller(name, form, called, now);
        String resource = resource(required(form, "scope"));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("token_type", "Bearer");
        answer.put("expires_in", app.tokenLife().toSeconds());
        answer.put("ext_expires_in", app.tokenLife().toSeconds());
        answer.put("access_token", issue(resource));
        return answer;
    }

    /** The older endpoint: a resource in place of a scope, and numbers as text. */
    Map<String, Object> firstVersion(String name, Map<String, String> form, String called, long now) {
        checkCaller(name, form, called, now);
        String resource = known(required(form, "resource"));
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

    void checkTenant(String name) {
        if (!tenant.equalsIgnoreCase(name)) {
            throw invalidRequest(90002, "Tenant '" + name + "' not found. Check to make sure you have the correct "
                    + "tenant ID and are signing into the correct cloud. Check with your subscription administrator, "
                    + "this may happen if there are no active subscriptions for the tenant.");
        }
    }

    private String issue(String resource) {
        return tokens.issue(tenant, clientId, resource, app.roles(), app.tokenLife());
    }

    private void checkCaller(String name, Map<String, String> form, String called, long now) {
        if (SEVERAL.contains(name)) {
            throw invalidRequest(50059, "No tenant-identifying information found in either the request or implied by "
                    + "any provided credentials.");
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
                    + "' was not found in the directory '" + tenant + "'." + WRONG_TENANT
                    + "may have sent your authentication request to the wrong tenant.");
        }
        String host = called.replaceFirst(":\\d+$", "");
        credentials.check(form, Set.copyOf(List.of(host, cloud.authority(), cloud.published().authority())), now);
    }

    /** One resource's /.default; the scopes of OpenID that Microsoft's libraries always add are let pass. */
    private String resource(String scope) {
        List<String> scopes = Arrays.stream(scope.trim().split("\\s+")).filter(each -> !OPENID.contains(each)).toList();
        if (scopes.size() != 1 || !scopes.get(0).endsWith(DEFAULT_SCOPE)) {
            throw new OAuthException(400, "invalid_scope", 1002012, "The provided value for scope " + scope
                    + " is not valid. Client credential flows must have a scope value with /.default suffixed to the "
                    + "resource identifier (application ID URI).");
        }
        return known(scopes.get(0).substring(0, scopes.get(0).length() - DEFAULT_SCOPE.length()));
    }

    private String known(String resource) {
        if (!cloud.isGraph(resource)) {
            throw new OAuthException(400, "invalid_resource", 500011, "The resource principal named " + resource
                    + " was not found in the tenant named " + tenant + "." + WRONG_TENANT
                    + "might have sent your authentication request to the wrong tenant.");
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
}
