package io.contactsync.sandbox.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The documents in which Entra ID tells where its endpoints are: OpenID's for a tenant, {@code common} or
 * {@code organizations}, of both versions, and the list of its hosts that Microsoft's libraries ask for before they
 * trust an authority.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc">OpenID Connect: configuration
 * document</a>
 */
record Discovery(Cloud cloud) {

    /**
     * @param address scheme, host and port of the authority
     * @param tenant  as in the path; for several tenants the issuer keeps a place for the tenant's id
     * @param version {@code /v2.0}, or empty for the first version
     */
    Map<String, Object> openId(String address, String tenant, String version) {
        String base = address + "/" + tenant;
        boolean several = TokenGrant.SEVERAL.contains(tenant);
        String issuerTenant = several ? "{tenantid}" : tenant;
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("token_endpoint", base + "/oauth2" + version + "/token");
        answer.put("token_endpoint_auth_methods_supported",
                List.of("client_secret_post", "private_key_jwt", "client_secret_basic"));
        answer.put("jwks_uri", base + "/discovery" + version + "/keys");
        answer.put("response_modes_supported", List.of("query", "fragment", "form_post"));
        answer.put("subject_types_supported", List.of("pairwise"));
        answer.put("id_token_signing_alg_values_supported", List.of("RS256"));
        answer.put("response_types_supported", List.of("code", "id_token", "code id_token", "id_token token"));
        answer.put("scopes_supported", List.of("openid", "profile", "email", "offline_access"));
        answer.put("issuer", version.isEmpty() ? "https://sts.windows.net/" + issuerTenant + "/"
                : address + "/" + issuerTenant + version);
        answer.put("authorization_endpoint", base + "/oauth2" + version + "/authorize");
        answer.put("tenant_region_scope", several ? null : "NA");
        answer.put("cloud_instance_name", cloud.published().authority().replaceFirst("^login\\.", ""));
        answer.put("msgraph_host", cloud.published().graph());
        return answer;
    }

    /**
     * @param endpoint an authorization endpoint the caller asks about
     * @throws OAuthException invalid_instance if that is no address of this authority
     */
    Map<String, Object> instance(String address, String endpoint) {
        String here = address.substring("https://".length());
        String host = here.replaceFirst(":\\d+$", "");
        String[] asked = endpoint.split("/", 5);
        if (asked.length < 4 || !List.of(here, host, cloud.published().authority()).contains(asked[2])) {
            throw new OAuthException(400, "invalid_instance", 50049, "Unknown or invalid instance.");
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("tenant_discovery_endpoint", address + "/" + asked[3] + "/v2.0/.well-known/openid-configuration");
        answer.put("api-version", "1.1");
        answer.put("metadata",
                List.of(Map.of("preferred_network", host, "preferred_cache", host, "aliases", List.of(host))));
        return answer;
    }
}
